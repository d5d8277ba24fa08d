import { absencePathText, type LinkPath, linkPathText } from '../contracts/http/answer-request.ts';
import type { Agreement, Rep } from '../domain/agreement/agreement.ts';
import { handoverOf, readerOf } from '../domain/alert/text/handover-of.ts';
import { fullTime } from '../domain/alert/text/local-time.ts';
import { CLAUSE_RULES } from '../domain/lead/clause-rules.ts';
import type { OwnedLead } from '../domain/lead/lead.ts';
import { brief } from './brief.ts';
import { Layout } from './layout.tsx';
import { LocalTime } from './local-time.tsx';
import type { Page } from './page-response.ts';
import { leadName, leadRole } from './who-card.tsx';

export interface ListView {
  readonly token: string;
  readonly rep: Rep;
  /** With their places in the list, from 1. */
  readonly leads: readonly { readonly position: number; readonly lead: OwnedLead }[];
  readonly agreement: Agreement;
}

const REASON_BYTES = 80;

/** It keeps the page small: accepted ones come last, and so make room for the next. */
const MOST = 35;

const dueOf = ({ clause }: OwnedLead): number => clause?.dueAt ?? Number.POSITIVE_INFINITY;

/** Unanswered ones first, the one that is due first at the top. */
const before = (a: OwnedLead, b: OwnedLead): number =>
  Number(a.stage !== 'assigned') - Number(b.stage !== 'assigned') || dueOf(a) - dueOf(b);

const Row = ({ link, lead, rep, agreement }: { link: LinkPath; lead: OwnedLead; rep: Rep; agreement: Agreement }) => {
  const {
    lead: shown,
    due,
    to,
    reasons,
  } = handoverOf(lead, { purpose: 'alert', rep: rep.id }, readerOf(rep), { agreement });
  const [top] = reasons.toSorted((a, b) => b.points - a.points);
  return (
    <li>
      <a class="item" href={linkPathText(link)}>
        {leadName(shown)}
      </a>
      <p class="soft">{leadRole(shown)}</p>
      {top === undefined ? null : <p>{brief(top.name, REASON_BYTES)}</p>}
      {due === undefined ? null : (
        <p>
          {CLAUSE_RULES[due.clause].words.page.by} <LocalTime at={due.at} words={fullTime(due.at, to.zone)} />
        </p>
      )}
    </li>
  );
};

/** The leads that one message was about and that are still the rep's. */
export const listPage = ({ token, rep, leads, agreement }: ListView): Page => {
  const sorted = leads.toSorted((a, b) => before(a.lead, b.lead) || a.position - b.position);
  const title = leads.length === 1 ? 'One lead waits for you' : `${leads.length} leads wait for you`;
  const more = sorted.length - MOST;
  const html = (
    <Layout
      title={title}
      absence={absencePathText(token)}
      footer="This link is yours alone. Whoever has it can answer for you: please do not pass it on."
    >
      <main id="main">
        <section>
          <h1>{title}</h1>
          <ul class="timeline">
            {sorted.slice(0, MOST).map(({ position, lead }) => (
              <Row link={{ token, position }} lead={lead} rep={rep} agreement={agreement} />
            ))}
          </ul>
          {more > 0 ? <p>{more} more come up here as you answer these.</p> : null}
        </section>
      </main>
    </Layout>
  );
  return { status: 200, html };
};
