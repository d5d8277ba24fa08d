import type { PropsWithChildren } from 'hono/jsx';
import type { MessageLanguage } from '../domain/language/message-language.ts';
import { PAGE_STYLE } from './page-style.ts';
import { PAGE_TEXTS } from './texts/page-texts.ts';

/** What every page has around its `main`. */
export const Layout = ({
  language,
  title,
  isPersonal = false,
  list,
  absence,
  children,
}: PropsWithChildren<{
  language: MessageLanguage;
  title: string;
  /** Whether the link is its reader's alone. */
  isPersonal?: boolean;
  /** Address of the list that this page was opened from. */
  list?: string | undefined;
  /** Address of the page where the rep says when leads may come. */
  absence?: string | undefined;
}>) => (
  <html lang={language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="format-detection" content="telephone=no" />
      <title>{`${title} – Golden Hour`}</title>
      <style dangerouslySetInnerHTML={{ __html: PAGE_STYLE }} />
    </head>
    <body>
      <a class="skip" href="#main">
        {PAGE_TEXTS[language].frame.skip}
      </a>
      <header class="bar">
        <i aria-hidden="true" />
        Golden Hour
        {absence === undefined ? null : <a href={absence}>{PAGE_TEXTS[language].frame.awayOrBack}</a>}
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
