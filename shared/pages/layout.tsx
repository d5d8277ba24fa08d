import type { PropsWithChildren } from 'hono/jsx';
import { absencePathText, myLeadsPathText } from '../contracts/http/answer-request.ts';
import type { MessageLanguage } from '../domain/language/message-language.ts';
import { PAGE_STYLE } from './page-style.ts';
import { PAGE_TEXTS } from './texts/page-texts.ts';

/** What every page has around its `main`. */
export const Layout = ({
  language,
  title,
  isPersonal = false,
  list,
  token,
  at,
  style = PAGE_STYLE,
  children,
}: PropsWithChildren<{
  language: MessageLanguage;
  title: string;
  /** Whether the link is its reader's alone. */
  isPersonal?: boolean;
  /** Address of the list that this page was opened from. */
  list?: string | undefined;
  /** The rep's capability: from every page they get to all of their leads, and to when leads may come. */
  token?: string | undefined;
  /** Which of these two pages this is. */
  at?: 'my-leads' | 'absence';
  /** The page's style sheet, where it needs more than the others. */
  style?: string;
}>) => (
  <html lang={language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="format-detection" content="telephone=no" />
      <title>{`${title} – Golden Hour`}</title>
      <style dangerouslySetInnerHTML={{ __html: style }} />
    </head>
    <body>
      <a class="skip" href="#main">
        {PAGE_TEXTS[language].frame.skip}
      </a>
      <header class="bar">
        <i aria-hidden="true" />
        <span>Golden Hour</span>
        {token === undefined ? null : (
          <>
            <a href={myLeadsPathText(token)} aria-current={at === 'my-leads' ? 'page' : undefined}>
              {PAGE_TEXTS[language].frame.myLeads}
            </a>
            <a href={absencePathText(token)} aria-current={at === 'absence' ? 'page' : undefined}>
              {PAGE_TEXTS[language].frame.awayOrBack}
            </a>
          </>
        )}
      </header>
      {list === undefined ? null : (
        <nav class="bar" aria-label={PAGE_TEXTS[language].frame.back}>
          <a href={list}>{PAGE_TEXTS[language].frame.allLeads}</a>
        </nav>
      )}
      {children}
      {isPersonal ? <footer>{PAGE_TEXTS[language].frame.yoursAlone}</footer> : null}
    </body>
  </html>
);
