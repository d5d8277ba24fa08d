import { NOTE_LENGTH } from '../contracts/http/answer-request.ts';
import type { Sla } from '../domain/agreement/agreement.ts';
import type { Handover } from '../domain/alert/text/handover.ts';
import { fullTime } from '../domain/alert/text/local-time.ts';
import { CLAUSE_RULES, pendingClause } from '../domain/lead/clause-rules.ts';
import type { OwnedLead } from '../domain/lead/lead.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { Zone } from '../domain/time/zone.ts';
import { OPTIONAL_CLAUSES, type OwnerClause } from '../domain/vocabulary/clauses.ts';
import { PLAIN_ANSWERS, type PlainAnswer } from '../domain/vocabulary/link-answers.ts';
import { REJECT_WORDS } from '../domain/vocabulary/reject-actions.ts';
import type { OwnedStage } from '../domain/vocabulary/stages.ts';
import { LocalTime } from './local-time.tsx';

const Due = ({ due, zone, now }: { due: NonNullable<Handover['due']>; zone: Zone; now: Instant }) => {
  const late = now > due.at;
  const { by, late: was } = CLAUSE_RULES[due.clause].words.page;
  return (
    <p>
      {late ? was : by}{' '}
      <b>
        <LocalTime at={due.at} words={fullTime(due.at, zone)} />
      </b>
      {late ? '. The lead is still yours.' : '.'}
    </p>
  );
};

/** A button of the page, and when it is offered. */
interface Offer {
  readonly label: string;
  readonly hint?: string;
  /** While one of these clauses is what the owner has to meet. */
  readonly during: readonly OwnerClause[];
  /** The clause that it is the natural answer to. */
  readonly mainOf?: OwnerClause;
}

/** In the order in which they stand on the page. */
const OFFERS: Readonly<Record<PlainAnswer, Offer>> = {
  accept: { label: 'Accept', during: ['accept'], mainOf: 'accept' },
  contacted: {
    label: 'I reached them',
    hint: 'You spoke, or they wrote back.',
    during: ['contact'],
    mainOf: 'contact',
  },
  'no-answer': {
    label: 'Called, no answer',
    hint: 'You tried. We remind you later.',
    during: ['contact'],
  },
  qualified: {
    label: 'Qualified',
    hint: 'A real opportunity: sales goes on with it.',
    during: OPTIONAL_CLAUSES,
    mainOf: 'verdict',
  },
  'not-now': {
    label: 'Not now',
    hint: 'Back to marketing, who keep in touch with them.',
    during: OPTIONAL_CLAUSES,
  },
};

const OfferButton = ({ answer, pending }: { answer: PlainAnswer; pending: OwnerClause | undefined }) => {
  const { label, hint, mainOf } = OFFERS[answer];
  const button = (
    <button
      type="submit"
      name="answer"
      value={answer}
      aria-describedby={hint === undefined ? undefined : `hint-${answer}`}
      class={mainOf === pending ? 'main' : undefined}
    >
      {label}
    </button>
  );
  return hint === undefined ? (
    button
  ) : (
    <div class="choice">
      {button}
      <small id={`hint-${answer}`}>{hint}</small>
    </div>
  );
};

const HEADINGS: Readonly<Record<OwnedStage, string>> = {
  assigned: 'Will you take this lead?',
  accepted: 'This lead is yours',
  contacted: 'You reached them',
};

/** What the rep can do next; rejecting has a card of its own. */
export const AnswerCard = (props: { lead: OwnedLead; handover: Handover; canReject: boolean; now: Instant }) => {
  const { lead, handover, canReject, now } = props;
  const { due, to } = handover;
  const pending = pendingClause(lead);
  return (
    <section class="answer" aria-labelledby="answer">
      <h2 id="answer">{HEADINGS[lead.stage]}</h2>
      {due === undefined ? null : <Due due={due} zone={to.zone} now={now} />}
      <form method="post">
        {PLAIN_ANSWERS.filter((answer) => OFFERS[answer].during.some((clause) => clause === pending)).map((answer) => (
          <OfferButton answer={answer} pending={pending} />
        ))}
      </form>
      {canReject ? (
        <a class="button" href="#reject">
          Reject, with a reason
        </a>
      ) : null}
    </section>
  );
};

/** `not-a-fit` as `Not a fit`. */
const reasonWords = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`;

export const RejectCard = ({ reasons, problem }: { reasons: Sla['rejectReasons']; problem: boolean }) => (
  <section aria-labelledby="reject">
    <h2 id="reject">Reject</h2>
    <form method="post">
      <fieldset aria-describedby={problem ? 'problem' : undefined}>
        <legend>Why is it not for you?</legend>
        {Object.entries(reasons).map(([id, action]) => (
          <label class="radio">
            <input type="radio" name="reason" value={id} required />
            <span>
              {reasonWords(id)} <small>{REJECT_WORDS[action].forRep}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <label>
        <b>Note</b> <small>(optional, for marketing and whoever comes next)</small>
        <textarea name="note" rows={3} maxlength={NOTE_LENGTH} />
      </label>
      <button type="submit" name="answer" value="reject">
        Reject
      </button>
    </form>
  </section>
);
