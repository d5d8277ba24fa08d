import { absencePathText, type LinkPath, linkPathText } from '../contracts/http/answer-request.ts';
import type { Agreement, Rep } from '../domain/agreement/agreement.ts';
import { handoverOf, readerOf } from '../domain/alert/text/handover-of.ts';
import { reasonWords, toldReasons } from '../domain/alert/text/told-reasons.ts';
import { fullTime } from '../domain/language/full-time.ts';
import type { OwnedLead } from '../domain/lead/lead.ts';
import type { Instant } from '../domain/time/instant.ts';
import { brief } from './brief.ts';
import { Layout } from './layout.tsx';
import { LocalTime } from './local-time.tsx';
import type { Page } from './page-response.ts';
import { PAGE_TEXTS } from './texts/page-texts.ts';
import { leadName, leadRole } from './who-card.tsx';

export interface ListView {
  readonly token: string;
  readonly rep: Rep;
  /** With their places in the list, from 1. */
  readonly leads: readonly { readonly position: number; readonly lead: OwnedLead }[];
  readonly agreement: Agreement;
  readonly now: Instant;
}

const REASON_BYTES = 80;

/** It keeps the page small: accepted ones come last, and so make room for the next. */
const MOST = 35;

const dueOf = ({ clause }: OwnedLead): number => clause?.dueAt ?? Number.POSITIVE_INFINITY;

/** Unanswered ones first, the one that is due first at the top. */
const before = (a: OwnedLead, b: OwnedLead): number =>
  Number(a.stage !== 'assigned') - Number(b.stage !== 'assigned') || dueOf(a) - dueOf(b);

type RowProps = Pick<ListView, 'rep' | 'agreement' | 'now'> & { readonly link: LinkPath; readonly lead: OwnedLead };

const Row = ({ link, lead, rep, agreement, now }: RowProps) => {
  const handover = handoverOf(lead, { purpose: 'alert', rep: rep.id }, readerOf(rep), { agreement, now });
  const { lead: shown, due, to } = handover;
  const [top] = toldReasons(handover);
  return (
    <li>
      <a class="item" href={linkPathText(link)}>
        {leadName({ lead: shown, language: to.language })}
      </a>
      <p class="soft">{leadRole(shown)}</p>
      {top === undefined ? null : <p>{brief(reasonWords(top, handover), REASON_BYTES)}</p>}
      {due === undefined ? null : (
        <p>
          {PAGE_TEXTS[to.language].due[due.clause].by}{' '}
          <LocalTime at={due.at} words={fullTime(due.at, to.zone, to.language)} />
        </p>
      )}
    </li>
  );
};

/** The leads that one message was about and that are still the rep's. */
export const listPage = ({ token, rep, leads, agreement, now }: ListView): Page => {
  const sorted = leads.toSorted((a, b) => before(a.lead, b.lead) || a.position - b.position);
  const { language } = readerOf(rep);
  const words = PAGE_TEXTS[language].list;
  const title = words.title(leads.length);
  const more = sorted.length - MOST;
  const html = (
    <Layout language={language} title={title} absence={absencePathText(token)} isPersonal>
      <main id="main">
        <section>
          <h1>{title}</h1>
          <ul class="timeline">
            {sorted.slice(0, MOST).map(({ position, lead }) => (
              <Row link={{ token, position }} lead={lead} rep={rep} agreement={agreement} now={now} />
            ))}
          </ul>
          {more > 0 ? <p>{words.more(more)}</p> : null}
        </section>
      </main>
    </Layout>
  );
  return { status: 200, html };
};
