import { linkPathText } from '../contracts/http/answer-request.ts';
import type { Agreement, Rep } from '../domain/agreement/agreement.ts';
import { handoverOf, readerOf } from '../domain/alert/text/handover-of.ts';
import { isOwned, type LiveLead } from '../domain/lead/lead.ts';
import type { Instant } from '../domain/time/instant.ts';
import { shortName } from './manage-cards.tsx';
import type { Page } from './page-response.ts';
import { RowsPage } from './rows-page.tsx';
import { MANAGE_TEXTS } from './texts/manage/manage-texts.ts';
import { leadName, leadRole } from './who-card.tsx';

export interface ManageListView {
  readonly token: string;
  /** The manager. */
  readonly rep: Rep;
  /** With their places in the list, from 1. */
  readonly leads: readonly { readonly position: number; readonly lead: LiveLead }[];
  readonly agreement: Agreement;
  readonly now: Instant;
}

/** It keeps the page small. */
const MOST = 35;

type RowProps = Pick<ManageListView, 'rep' | 'agreement' | 'now'> & { readonly href: string; readonly lead: LiveLead };

const Row = ({ href, lead, rep, agreement, now }: RowProps) => {
  const handover = handoverOf(lead, { purpose: 'tell-manager', rep: rep.id }, readerOf(rep), { agreement, now });
  const { language } = handover.to;
  const texts = MANAGE_TEXTS[language];
  return (
    <li>
      <a class="item" href={href}>
        {leadName({ lead: handover.lead, language })}
      </a>
      <p class="soft">{leadRole(handover.lead)}</p>
      <p>{isOwned(lead) ? texts.has(shortName(handover.owner.name)) : texts.nobodyHas}</p>
    </li>
  );
};

/** The leads that one message to a manager was about and that are still live. Those that nobody has come first. */
export const manageListPage = ({ token, rep, leads, agreement, now }: ManageListView): Page => {
  const { language } = readerOf(rep);
  const texts = MANAGE_TEXTS[language];
  const title = texts.list(leads.length);
  const sorted = leads.toSorted((a, b) => Number(isOwned(a.lead)) - Number(isOwned(b.lead)));
  const more = sorted.length - MOST;
  const html = (
    <RowsPage language={language} title={title} token={token} more={more > 0 ? texts.more(more) : undefined}>
      {sorted.slice(0, MOST).map(({ position, lead }) => (
        <Row href={linkPathText({ token, position })} lead={lead} rep={rep} agreement={agreement} now={now} />
      ))}
    </RowsPage>
  );
  return { status: 200, html };
};
