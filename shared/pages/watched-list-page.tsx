import { linkPathText } from '../contracts/http/answer-request.ts';
import type { Agreement, Rep } from '../domain/agreement/agreement.ts';
import { handoverOf, readerOf } from '../domain/alert/text/handover-of.ts';
import type { Lead } from '../domain/lead/lead.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { Page } from './page-response.ts';
import { RowsPage } from './rows-page.tsx';
import { WATCH_TEXTS } from './texts/watch/watch-texts.ts';
import { leadName, leadRole } from './who-card.tsx';

export interface WatchedListView {
  readonly token: string;
  readonly rep: Rep;
  /** With their places in the list, from 1. */
  readonly leads: readonly { readonly position: number; readonly lead: Lead }[];
  readonly agreement: Agreement;
  readonly now: Instant;
}

/** It keeps the page small. */
const MOST = 35;

/** The watched leads that one message was about and that its reader may still see. */
export const watchedListPage = ({ token, rep, leads, agreement, now }: WatchedListView): Page => {
  const to = readerOf(rep);
  const texts = WATCH_TEXTS[to.language];
  const more = leads.length - MOST;
  const html = (
    <RowsPage
      language={to.language}
      title={texts.list(leads.length)}
      token={token}
      more={more > 0 ? texts.more(more) : undefined}
    >
      {leads.slice(0, MOST).map(({ position, lead }) => {
        const { lead: shown } = handoverOf(lead, { purpose: 'watch', rep: rep.id }, to, { agreement, now });
        return (
          <li>
            <a class="item" href={linkPathText({ token, position })}>
              {leadName({ lead: shown, language: to.language })}
            </a>
            <p class="soft">{leadRole(shown)}</p>
          </li>
        );
      })}
    </RowsPage>
  );
  return { status: 200, html };
};
