import type { Agreement, Rep } from '../domain/agreement/agreement.ts';
import { readerOf } from '../domain/alert/text/handover-of.ts';
import type { OwnedLead } from '../domain/lead/lead.ts';
import type { Instant } from '../domain/time/instant.ts';
import { dueFirst, LeadRow } from './lead-row.tsx';
import type { Page } from './page-response.ts';
import { RowsPage } from './rows-page.tsx';
import { PAGE_TEXTS } from './texts/page-texts.ts';

export interface MyLeadsView {
  /** The rep's capability. */
  readonly token: string;
  readonly rep: Rep;
  /** All that the rep owns. */
  readonly leads: readonly OwnedLead[];
  readonly agreement: Agreement;
  readonly now: Instant;
}

/** It keeps the page small enough for a phone on the way. */
const MOST = 100;

/** Every open lead of a rep: those that wait for an answer first, and of these the one that is due first. */
export const myLeadsPage = ({ token, rep, leads, agreement, now }: MyLeadsView): Page => {
  const { language } = readerOf(rep);
  const words = PAGE_TEXTS[language].myLeads;
  const title = words.title(leads.length);
  const sorted = leads.toSorted(dueFirst);
  const more = sorted.length - MOST;
  const html = (
    <RowsPage
      language={language}
      title={title}
      token={token}
      at="my-leads"
      more={more > 0 ? words.more(more) : undefined}
    >
      {sorted.slice(0, MOST).map((lead) => (
        <LeadRow link={{ token, leadId: lead.id }} lead={lead} rep={rep} agreement={agreement} now={now} />
      ))}
    </RowsPage>
  );
  return { status: 200, html };
};
