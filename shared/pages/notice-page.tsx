import type { MessageLanguage } from '../domain/language/message-language.ts';
import { Layout } from './layout.tsx';
import type { Notice } from './notices.ts';
import type { Page } from './page-response.ts';
import { PAGE_TEXTS } from './texts/page-texts.ts';

const STATUS: Readonly<Record<Notice, number>> = {
  unknown: 404,
  expired: 410,
  'given-back': 200,
  'ran-out': 410,
  settled: 200,
  recycled: 200,
  'all-done': 200,
  'moved-on': 410,
  'cycle-over': 410,
  'no-such-page': 404,
  'wrong-method': 405,
  failure: 500,
};

/** How a notice is read. */
export interface NoticeView {
  readonly language: MessageLanguage;
  readonly answerLost?: boolean;
  readonly list?: string | undefined;
  /** The rep's capability, where it is known to be theirs. */
  readonly token?: string | undefined;
}

/** Says in plain words why there is no lead to be seen. Nothing personal: whoever finds an old link reads this. */
export const noticePage = (notice: Notice, { language, answerLost = false, list, token }: NoticeView): Page => {
  const texts = PAGE_TEXTS[language];
  const { title, text } = texts.notices[notice];
  const html = (
    <Layout language={language} title={title} list={list} token={token}>
      <main id="main">
        <section class="notice">
          <h1>{title}</h1>
          {answerLost ? (
            <p role="alert">
              <b>{texts.answerLost}</b>
            </p>
          ) : null}
          <p>{text}</p>
        </section>
      </main>
    </Layout>
  );
  return {
    status: STATUS[notice],
    html,
    ...(notice === 'wrong-method' ? { headers: { allow: 'GET, HEAD, POST' } } : {}),
  };
};
