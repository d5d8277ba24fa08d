import { type LinkPath, linkPathText } from '../contracts/http/answer-request.ts';
import type { Agreement, Rep } from '../domain/agreement/agreement.ts';
import { handoverOf, readerOf } from '../domain/alert/text/handover-of.ts';
import { reasonWords, toldReasons } from '../domain/alert/text/told-reasons.ts';
import type { OwnedLead } from '../domain/lead/lead.ts';
import type { Instant } from '../domain/time/instant.ts';
import { brief } from './brief.ts';
import { PAGE_TEXTS } from './texts/page-texts.ts';
import { TimeLeft } from './time-left.tsx';
import { leadName, leadRole } from './who-card.tsx';

const REASON_BYTES = 80;

const dueOf = ({ clause }: OwnedLead): number => clause?.dueAt ?? Number.POSITIVE_INFINITY;

/** Unanswered ones first, the one that is due first at the top. */
export const dueFirst = (a: OwnedLead, b: OwnedLead): number =>
  Number(a.stage !== 'assigned') - Number(b.stage !== 'assigned') || dueOf(a) - dueOf(b);

interface RowProps {
  readonly link: LinkPath;
  readonly lead: OwnedLead;
  readonly rep: Rep;
  readonly agreement: Agreement;
  readonly now: Instant;
}

/** A lead in a list, which opens it wherever it is tapped. */
export const LeadRow = ({ link, lead, rep, agreement, now }: RowProps) => {
  const handover = handoverOf(lead, { purpose: 'alert', rep: rep.id }, readerOf(rep), { agreement, now });
  const { lead: shown, due, to } = handover;
  const [top] = toldReasons(handover);
  return (
    <li>
      <a class="item" href={linkPathText(link)}>
        {leadName({ lead: shown, language: to.language })}
      </a>
      <p class="soft">{leadRole(shown)}</p>
      <small>{PAGE_TEXTS[to.language].states[lead.stage]}</small>
      {top === undefined ? null : <p>{brief(reasonWords(top, handover), REASON_BYTES)}</p>}
      {due === undefined ? null : <TimeLeft due={due} to={to} now={now} />}
    </li>
  );
};
