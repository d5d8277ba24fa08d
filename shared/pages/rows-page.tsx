import type { PropsWithChildren } from 'hono/jsx';
import type { MessageLanguage } from '../domain/language/message-language.ts';
import { Layout } from './layout.tsx';

/** A page of rows, each of which opens a lead. */
export const RowsPage = ({
  language,
  title,
  token,
  at,
  more,
  children,
}: PropsWithChildren<{
  language: MessageLanguage;
  title: string;
  /** The reader's capability. */
  token: string;
  at?: 'my-leads';
  /** Says how many leads there are beyond the rows. */
  more: string | undefined;
}>) => (
  <Layout language={language} title={title} token={token} {...(at === undefined ? {} : { at })} isPersonal>
    <main id="main">
      <section>
        <h1>{title}</h1>
        <ul class="timeline rows">{children}</ul>
        {more === undefined ? null : <p>{more}</p>}
      </section>
    </main>
  </Layout>
);
