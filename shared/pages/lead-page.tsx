import type { TypedRejection } from '../contracts/http/answer-request.ts';
import type { Agreement, Rep } from '../domain/agreement/agreement.ts';
import { handoverOf, readerOf } from '../domain/alert/text/handover-of.ts';
import { mayReject, pendingClause } from '../domain/lead/clause-rules.ts';
import type { OwnedLead } from '../domain/lead/lead.ts';
import type { Instant } from '../domain/time/instant.ts';
import { AnswerCard, RejectCard } from './answer-cards.tsx';
import { contactLinks } from './contact-links.ts';
import { COPY_SCRIPT } from './copy-script.ts';
import { Layout } from './layout.tsx';
import type { Page } from './page-response.ts';
import { OwnersCard, ReasonsCard, SendNextCard, TimelineCard } from './story-cards.tsx';
import type { AnswerProblem } from './texts/en.ts';
import { PAGE_TEXTS } from './texts/page-texts.ts';
import { WatchCard, type Watching } from './watch-card.tsx';
import { DetailsCard, leadName, leadRole, WhoCard } from './who-card.tsx';

const STATUS: Readonly<Record<AnswerProblem, number>> = {
  'unknown-answer': 400,
  'unknown-reason': 400,
  'unknown-content': 409,
  'long-note': 400,
  'owner-changed': 409,
  'accepted-before': 409,
};

/** The part of the page that a problem is put right in. */
const WHERE: Readonly<Record<AnswerProblem, 'answer' | 'reject' | 'note' | 'next'>> = {
  'unknown-answer': 'answer',
  'unknown-reason': 'reject',
  'unknown-content': 'next',
  'long-note': 'note',
  'owner-changed': 'answer',
  'accepted-before': 'answer',
};

export interface LeadView {
  readonly lead: OwnedLead;
  readonly rep: Rep;
  readonly agreement: Agreement;
  readonly now: Instant;
  /** Address of the list that it was opened from. */
  readonly list?: string | undefined;
  /** The rep's capability. */
  readonly token: string;
  readonly watching: Watching;
  /** Why the answer just given was not recorded. */
  readonly problem?: AnswerProblem;
  /** What of that answer stays in the form. */
  readonly typed?: TypedRejection;
}

/** All that marketing knows of a lead, for its owner's eyes, and what the owner can answer. */
export const leadPage = ({ lead, rep, agreement, now, list, token, watching, problem, typed }: LeadView): Page => {
  const handover = handoverOf(lead, { purpose: 'alert', rep: rep.id }, readerOf(rep), { agreement, now });
  const { language } = handover.to;
  const shown = { lead: handover.lead, language };
  const { rejectReasons } = agreement.sla;
  const canReject = mayReject(lead) && Object.keys(rejectReasons).length > 0;
  // Once the lead is accepted, the call is what the rep shall do next; without a number, to say that they reached them.
  const isToCall = pendingClause(lead) === 'contact' && contactLinks(handover.lead, language).callHref !== undefined;
  const title = [leadName(shown), leadRole(handover.lead)].filter((text) => text !== '').join(', ');
  const html = (
    <Layout language={language} title={title} list={list} token={token} isPersonal>
      <main id="main">
        {problem === undefined ? null : (
          // Focused, so that its reader comes from it to the form.
          <section class="problem" role="alert" tabindex={-1} autofocus>
            <p id="problem">{PAGE_TEXTS[language].problems[problem]}</p>
            <a href={`#${canReject ? WHERE[problem] : 'answer'}`}>{PAGE_TEXTS[language].answer.toForm}</a>
          </section>
        )}
        <div class="lead">
          <WhoCard handover={handover} isToCall={isToCall} />
          <AnswerCard lead={lead} language={language} canReject={canReject} isToCall={isToCall} />
          <div class="context">
            <ReasonsCard {...handover} />
            <TimelineCard {...handover} />
            <SendNextCard handover={handover} canMark={lead.stage !== 'assigned'} />
            <DetailsCard {...shown} />
            <OwnersCard {...handover} />
            <WatchCard watching={watching} language={language} />
          </div>
          {canReject ? (
            <RejectCard reasons={rejectReasons} language={language} problem={problem} typed={typed} />
          ) : null}
        </div>
      </main>
      <script dangerouslySetInnerHTML={{ __html: COPY_SCRIPT }} />
    </Layout>
  );
  return { status: problem === undefined ? 200 : STATUS[problem], html };
};
