import { NOTE_LENGTH } from '../contracts/http/answer-request.ts';
import type { Sla } from '../domain/agreement/agreement.ts';
import type { Handover } from '../domain/alert/text/handover.ts';
import { fullTime } from '../domain/language/full-time.ts';
import type { MessageLanguage } from '../domain/language/message-language.ts';
import { pendingClause } from '../domain/lead/clause-rules.ts';
import type { OwnedLead } from '../domain/lead/lead.ts';
import type { Instant } from '../domain/time/instant.ts';
import { OPTIONAL_CLAUSES, type OwnerClause } from '../domain/vocabulary/clauses.ts';
import { PLAIN_ANSWERS, type PlainAnswer } from '../domain/vocabulary/link-answers.ts';
import { LocalTime } from './local-time.tsx';
import { PAGE_TEXTS } from './texts/page-texts.ts';

const Due = ({ due, to, now }: { due: NonNullable<Handover['due']>; to: Handover['to']; now: Instant }) => {
  const late = now > due.at;
  const texts = PAGE_TEXTS[to.language];
  const { by, late: was } = texts.due[due.clause];
  return (
    <p>
      {late ? was : by}{' '}
      <b>
        <LocalTime at={due.at} words={fullTime(due.at, to.zone, to.language)} />
      </b>
      {late ? `. ${texts.answer.stillYours}` : '.'}
    </p>
  );
};

/** When a button of the page is offered. */
interface Offer {
  /** While one of these clauses is what the owner has to meet. */
  readonly during: readonly OwnerClause[];
  /** The clause that it is the natural answer to. */
  readonly mainOf?: OwnerClause;
}

/** In the order in which they stand on the page. */
const OFFERS: Readonly<Record<PlainAnswer, Offer>> = {
  accept: { during: ['accept'], mainOf: 'accept' },
  contacted: { during: ['contact'], mainOf: 'contact' },
  'no-answer': { during: ['contact'] },
  qualified: { during: OPTIONAL_CLAUSES, mainOf: 'verdict' },
  'not-now': { during: OPTIONAL_CLAUSES },
};

type OfferProps = { answer: PlainAnswer; pending: OwnerClause | undefined; language: MessageLanguage };

const OfferButton = ({ answer, pending, language }: OfferProps) => {
  const { mainOf } = OFFERS[answer];
  const { label, hint } = PAGE_TEXTS[language].answers[answer];
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

/** What the rep can do next; rejecting has a card of its own. */
export const AnswerCard = (props: { lead: OwnedLead; handover: Handover; canReject: boolean; now: Instant }) => {
  const { lead, handover, canReject, now } = props;
  const { due, to } = handover;
  const pending = pendingClause(lead);
  return (
    <section class="answer" aria-labelledby="answer">
      <h2 id="answer">{PAGE_TEXTS[to.language].headings[lead.stage]}</h2>
      {due === undefined ? null : <Due due={due} to={to} now={now} />}
      <form method="post">
        {PLAIN_ANSWERS.filter((answer) => OFFERS[answer].during.some((clause) => clause === pending)).map((answer) => (
          <OfferButton answer={answer} pending={pending} language={to.language} />
        ))}
      </form>
      {canReject ? (
        <a class="button" href="#reject">
          {PAGE_TEXTS[to.language].answer.toReject}
        </a>
      ) : null}
    </section>
  );
};

/** `not-a-fit` as `Not a fit`. */
const reasonWords = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`;

type RejectProps = { reasons: Sla['rejectReasons']; language: MessageLanguage; problem: boolean };

export const RejectCard = ({ reasons, language, problem }: RejectProps) => {
  const { answer: words, follows } = PAGE_TEXTS[language];
  return (
    <section aria-labelledby="reject">
      <h2 id="reject">{words.reject}</h2>
      <form method="post">
        <fieldset aria-describedby={problem ? 'problem' : undefined}>
          <legend>{words.why}</legend>
          {Object.entries(reasons).map(([id, action]) => (
            <label class="radio">
              <input type="radio" name="reason" value={id} required />
              <span>
                {reasonWords(id)} <small>{follows[action]}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <label>
          <b>{words.note}</b> <small>{words.noteHint}</small>
          <textarea name="note" rows={3} maxlength={NOTE_LENGTH} />
        </label>
        <button type="submit" name="answer" value="reject">
          {words.reject}
        </button>
      </form>
    </section>
  );
};
