import type { LinkOver } from '../domain/vocabulary/link-over.ts';
import { Layout } from './layout.tsx';
import type { Page } from './page-response.ts';

export type Notice = LinkOver | 'all-done' | 'unknown' | 'no-such-page' | 'wrong-method' | 'failure';

interface Words {
  readonly status: number;
  readonly title: string;
  readonly text: string;
}

const NOTICES: Readonly<Record<Notice, Words>> = {
  unknown: {
    status: 404,
    title: 'This link opens no lead',
    text: 'Part of it may have been lost on the way. Please open it once more from the newest message that you got.',
  },
  expired: {
    status: 410,
    title: 'This link has expired',
    text: 'Links work for 30 days. If the lead is still yours, please answer in the CRM.',
  },
  'given-back': {
    status: 200,
    title: 'You gave this lead back',
    text: 'Your reason is recorded and has been acted on. Nothing is left for you to do.',
  },
  'ran-out': {
    status: 410,
    title: 'This lead was taken back',
    text: 'Nothing was heard within the agreed time, so it was passed on. This can happen to anybody. Nothing is left for you to do.',
  },
  settled: {
    status: 200,
    title: 'This lead has its outcome',
    text: 'The outcome is recorded. Thank you. Nothing is left for you to do here.',
  },
  recycled: {
    status: 200,
    title: 'This lead is back with marketing',
    text: 'They keep in touch with it, and it comes back to sales when the time is right. Nothing is left for you to do.',
  },
  'all-done': {
    status: 200,
    title: 'Nothing is left to do here',
    text: 'Each of these leads is answered for or has gone to somebody else. What comes to you next brings a new link.',
  },
  'moved-on': {
    status: 410,
    title: 'This lead is not yours any more',
    text: 'It has gone to somebody else or has come to an end. If it comes to you again, you get a new link.',
  },
  'no-such-page': {
    status: 404,
    title: 'There is no page here',
    text: 'Please open the link from the message that you got.',
  },
  'wrong-method': {
    status: 405,
    title: 'That is not possible here',
    text: 'A lead can be looked at and answered, and nothing else. Please open the link from the message that you got.',
  },
  failure: {
    status: 500,
    title: 'Something went wrong on our side',
    text: 'Please try again in a minute. If you have just answered, the page then says whether the answer was recorded.',
  },
};

interface NoticeOptions {
  readonly answerLost?: boolean;
  readonly list?: string | undefined;
  /** Address of the page where the rep says when leads may come. */
  readonly absence?: string | undefined;
}

/** Says in plain words why there is no lead to be seen. Nothing personal: whoever finds an old link reads this. */
export const noticePage = (notice: Notice, { answerLost = false, list, absence }: NoticeOptions = {}): Page => {
  const { status, title, text } = NOTICES[notice];
  const html = (
    <Layout title={title} list={list} absence={absence}>
      <main id="main">
        <section class="notice">
          <h1>{title}</h1>
          {answerLost ? (
            <p role="alert">
              <b>Your answer was not recorded.</b>
            </p>
          ) : null}
          <p>{text}</p>
        </section>
      </main>
    </Layout>
  );
  return { status, html, ...(notice === 'wrong-method' ? { headers: { allow: 'GET, HEAD, POST' } } : {}) };
};
