import type { FormProblem } from '../contracts/http/answer-request.ts';
import type { Agreement, Rep } from '../domain/agreement/agreement.ts';
import { handoverOf, readerOf } from '../domain/alert/text/handover-of.ts';
import type { LinkRefusal } from '../domain/answer/answer-by-link.ts';
import { mayReject } from '../domain/lead/clause-rules.ts';
import type { OwnedLead } from '../domain/lead/lead.ts';
import type { Instant } from '../domain/time/instant.ts';
import { AnswerCard, RejectCard } from './answer-cards.tsx';
import { Layout } from './layout.tsx';
import type { Page } from './page-response.ts';
import { OwnersCard, ReasonsCard, SendNextCard, TimelineCard } from './story-cards.tsx';
import { DetailsCard, leadName, leadRole, WhoCard } from './who-card.tsx';

export type AnswerProblem = FormProblem | LinkRefusal;

const PROBLEMS: Readonly<Record<AnswerProblem, { readonly status: number; readonly words: string }>> = {
  'unknown-answer': { status: 400, words: 'Nothing was recorded: the form did not arrive whole. Please choose again.' },
  'unknown-reason': {
    status: 400,
    words: 'Nothing was recorded: to reject the lead, choose one of the agreed reasons below.',
  },
  'long-note': { status: 400, words: 'Nothing was recorded: the note is too long. Please shorten it.' },
  'accepted-before': {
    status: 409,
    words: 'You have accepted this lead already, so it cannot be rejected any more. “Not now” gives it back.',
  },
};

export interface LeadView {
  readonly lead: OwnedLead;
  readonly rep: Rep;
  readonly agreement: Agreement;
  readonly now: Instant;
  /** Address of the list that it was opened from. */
  readonly list?: string | undefined;
  /** Address of the page where the rep says when leads may come. */
  readonly absence?: string | undefined;
  /** Why the answer just given was not recorded. */
  readonly problem?: AnswerProblem;
}

/** All that marketing knows of a lead, for its owner's eyes, and what the owner can answer. */
export const leadPage = ({ lead, rep, agreement, now, list, absence, problem }: LeadView): Page => {
  const handover = handoverOf(lead, { purpose: 'alert', rep: rep.id }, readerOf(rep), { agreement });
  const { rejectReasons } = agreement.sla;
  const canReject = mayReject(lead) && Object.keys(rejectReasons).length > 0;
  const title = [leadName(handover.lead), leadRole(handover.lead)].filter((text) => text !== '').join(', ');
  const html = (
    <Layout
      title={title}
      list={list}
      absence={absence}
      footer="This link is yours alone. Whoever has it can answer for you: please do not pass it on."
    >
      <main id="main">
        {problem === undefined ? null : (
          <section class="problem" role="alert">
            <p id="problem">{PROBLEMS[problem].words}</p>
          </section>
        )}
        <div class="lead">
          <WhoCard lead={handover.lead} />
          <AnswerCard lead={lead} handover={handover} canReject={canReject} now={now} />
          <div class="context">
            <ReasonsCard {...handover} />
            <TimelineCard {...handover} />
            <SendNextCard {...handover} />
            <DetailsCard lead={handover.lead} />
            <OwnersCard {...handover} />
          </div>
          {canReject ? <RejectCard reasons={rejectReasons} problem={problem === 'unknown-reason'} /> : null}
        </div>
      </main>
    </Layout>
  );
  return { status: problem === undefined ? 200 : PROBLEMS[problem].status, html };
};
