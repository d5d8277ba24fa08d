import type { Agreement, Rep } from '../domain/agreement/agreement.ts';
import { readerOf } from '../domain/alert/text/handover-of.ts';
import type { OwnedLead } from '../domain/lead/lead.ts';
import type { Instant } from '../domain/time/instant.ts';
import { dueFirst, LeadRow } from './lead-row.tsx';
import type { Page } from './page-response.ts';
import { RowsPage } from './rows-page.tsx';
import { PAGE_TEXTS } from './texts/page-texts.ts';

export interface ListView {
  readonly token: string;
  readonly rep: Rep;
  /** With their places in the list, from 1. */
  readonly leads: readonly { readonly position: number; readonly lead: OwnedLead }[];
  readonly agreement: Agreement;
  readonly now: Instant;
}

/** It keeps the page small: accepted ones come last, and so make room for the next. */
const MOST = 35;

/** The leads that one message was about and that are still the rep's. */
export const listPage = ({ token, rep, leads, agreement, now }: ListView): Page => {
  const sorted = leads.toSorted((a, b) => dueFirst(a.lead, b.lead) || a.position - b.position);
  const { language } = readerOf(rep);
  const words = PAGE_TEXTS[language].list;
  const title = words.title(leads.length);
  const more = sorted.length - MOST;
  const html = (
    <RowsPage language={language} title={title} token={token} more={more > 0 ? words.more(more) : undefined}>
      {sorted.slice(0, MOST).map(({ position, lead }) => (
        <LeadRow link={{ token, position }} lead={lead} rep={rep} agreement={agreement} now={now} />
      ))}
    </RowsPage>
  );
  return { status: 200, html };
};
