import type { PropsWithChildren } from 'hono/jsx';
import { PAGE_STYLE } from './page-style.ts';

/** What every page has around its `main`. */
export const Layout = ({
  title,
  footer,
  list,
  absence,
  children,
}: PropsWithChildren<{
  title: string;
  footer?: string;
  /** Address of the list that this page was opened from. */
  list?: string | undefined;
  /** Address of the page where the rep says when leads may come. */
  absence?: string | undefined;
}>) => (
  <html lang="en">
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
        Skip to the content
      </a>
      <header class="bar">
        <i aria-hidden="true" />
        Golden Hour
        {absence === undefined ? null : <a href={absence}>Away or back</a>}
      </header>
      {list === undefined ? null : (
        <nav class="bar" aria-label="Back">
          <a href={list}>All leads of this message</a>
        </nav>
      )}
      {children}
      {footer === undefined ? null : <footer>{footer}</footer>}
    </body>
  </html>
);
