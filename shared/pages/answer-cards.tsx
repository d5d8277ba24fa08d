import { NOTE_LENGTH, type TypedRejection } from '../contracts/http/answer-request.ts';
import type { Sla } from '../domain/agreement/agreement.ts';
import type { MessageLanguage } from '../domain/language/message-language.ts';
import { pendingClause } from '../domain/lead/clause-rules.ts';
import type { OwnedLead } from '../domain/lead/lead.ts';
import { OPTIONAL_CLAUSES, type OwnerClause } from '../domain/vocabulary/clauses.ts';
import { PLAIN_ANSWERS, type PlainAnswer } from '../domain/vocabulary/link-answers.ts';
import type { AnswerProblem } from './texts/en.ts';
import { PAGE_TEXTS } from './texts/page-texts.ts';

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

type OfferProps = { answer: PlainAnswer; isMain: boolean; language: MessageLanguage };

const OfferButton = ({ answer, isMain, language }: OfferProps) => {
  const { label, hint } = PAGE_TEXTS[language].answers[answer];
  const button = (
    <button
      type="submit"
      name="answer"
      value={answer}
      aria-describedby={hint === undefined ? undefined : `hint-${answer}`}
      class={isMain ? 'main' : undefined}
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
export const AnswerCard = (props: {
  lead: OwnedLead;
  language: MessageLanguage;
  canReject: boolean;
  /** Whether the call, above, is the main thing to do. */
  isToCall: boolean;
}) => {
  const { lead, language, canReject, isToCall } = props;
  const pending = pendingClause(lead);
  return (
    <section class="answer" aria-labelledby="answer">
      <h2 id="answer">{PAGE_TEXTS[language].headings[lead.stage]}</h2>
      <form method="post">
        {PLAIN_ANSWERS.filter((answer) => OFFERS[answer].during.some((clause) => clause === pending)).map((answer) => (
          <OfferButton answer={answer} isMain={OFFERS[answer].mainOf === pending && !isToCall} language={language} />
        ))}
      </form>
      {canReject ? (
        <a class="button" href="#reject">
          {PAGE_TEXTS[language].answer.toReject}
        </a>
      ) : null}
    </section>
  );
};

/** `not-a-fit` as `Not a fit`. */
const reasonWords = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`;

type RejectProps = {
  reasons: Sla['rejectReasons'];
  language: MessageLanguage;
  problem: AnswerProblem | undefined;
  typed: TypedRejection | undefined;
};

export const RejectCard = ({ reasons, language, problem, typed }: RejectProps) => {
  const { answer: words, follows } = PAGE_TEXTS[language];
  return (
    <section aria-labelledby="reject">
      <h2 id="reject">{words.reject}</h2>
      <form method="post">
        <fieldset aria-describedby={problem === 'unknown-reason' ? 'problem' : undefined}>
          <legend>{words.why}</legend>
          {Object.entries(reasons).map(([id, action]) => (
            <label class="radio">
              <input type="radio" name="reason" value={id} checked={typed?.reason === id} required />
              <span>
                {reasonWords(id)} <small>{follows[action]}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <label>
          <b>{words.note}</b> <small>{words.noteHint}</small>
          <textarea
            id="note"
            name="note"
            rows={3}
            maxlength={NOTE_LENGTH}
            aria-invalid={problem === 'long-note' ? 'true' : undefined}
            aria-describedby={problem === 'long-note' ? 'problem' : undefined}
          >
            {typed?.note}
          </textarea>
        </label>
        <button type="submit" name="answer" value="reject">
          {words.reject}
        </button>
      </form>
    </section>
  );
};
