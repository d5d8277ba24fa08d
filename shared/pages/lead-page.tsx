import type { Agreement, Rep } from '../domain/agreement/agreement.ts';
import { handoverOf, readerOf } from '../domain/alert/text/handover-of.ts';
import { mayReject } from '../domain/lead/clause-rules.ts';
import type { OwnedLead } from '../domain/lead/lead.ts';
import type { Instant } from '../domain/time/instant.ts';
import { AnswerCard, RejectCard } from './answer-cards.tsx';
import { Layout } from './layout.tsx';
import type { Page } from './page-response.ts';
import { OwnersCard, ReasonsCard, SendNextCard, TimelineCard } from './story-cards.tsx';
import type { AnswerProblem } from './texts/en.ts';
import { PAGE_TEXTS } from './texts/page-texts.ts';
import { DetailsCard, leadName, leadRole, WhoCard } from './who-card.tsx';

const STATUS: Readonly<Record<AnswerProblem, number>> = {
  'unknown-answer': 400,
  'unknown-reason': 400,
  'long-note': 400,
  'owner-changed': 409,
  'accepted-before': 409,
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
  const handover = handoverOf(lead, { purpose: 'alert', rep: rep.id }, readerOf(rep), { agreement, now });
  const { language } = handover.to;
  const shown = { lead: handover.lead, language };
  const { rejectReasons } = agreement.sla;
  const canReject = mayReject(lead) && Object.keys(rejectReasons).length > 0;
  const title = [leadName(shown), leadRole(handover.lead)].filter((text) => text !== '').join(', ');
  const html = (
    <Layout language={language} title={title} list={list} absence={absence} isPersonal>
      <main id="main">
        {problem === undefined ? null : (
          <section class="problem" role="alert">
            <p id="problem">{PAGE_TEXTS[language].problems[problem]}</p>
          </section>
        )}
        <div class="lead">
          <WhoCard {...shown} />
          <AnswerCard lead={lead} handover={handover} canReject={canReject} now={now} />
          <div class="context">
            <ReasonsCard {...handover} />
            <TimelineCard {...handover} />
            <SendNextCard {...handover} />
            <DetailsCard {...shown} />
            <OwnersCard {...handover} />
          </div>
          {canReject ? (
            <RejectCard reasons={rejectReasons} language={language} problem={problem === 'unknown-reason'} />
          ) : null}
        </div>
      </main>
    </Layout>
  );
  return { status: problem === undefined ? 200 : STATUS[problem], html };
};
