import { NOTE_LENGTH } from '../contracts/http/answer-request.ts';
import type { Sla } from '../domain/agreement/agreement.ts';
import type { Handover } from '../domain/alert/text/handover.ts';
import { fullTime } from '../domain/alert/text/local-time.ts';
import { CLAUSE_RULES } from '../domain/lead/clause-rules.ts';
import type { Owned } from '../domain/lead/lead.ts';
import type { Instant } from '../domain/time/instant.ts';
import { REJECT_WORDS } from '../domain/vocabulary/reject-actions.ts';
import { LocalTime } from './local-time.tsx';

const Due = ({ due, timeZone, now }: { due: NonNullable<Handover['due']>; timeZone: string; now: Instant }) => {
  const late = now > due.at;
  const { by, late: was } = CLAUSE_RULES[due.clause].words.page;
  return (
    <p>
      {late ? was : by}{' '}
      <b>
        <LocalTime at={due.at} words={fullTime(due.at, timeZone)} />
      </b>
      {late ? '. The lead is still yours.' : '.'}
    </p>
  );
};

const Choice = ({ answer, label, hint, main }: { answer: string; label: string; hint: string; main?: boolean }) => (
  <div class="choice">
    <button
      type="submit"
      name="answer"
      value={answer}
      aria-describedby={`hint-${answer}`}
      class={main === true ? 'main' : undefined}
    >
      {label}
    </button>
    <small id={`hint-${answer}`}>{hint}</small>
  </div>
);

const HEADINGS = {
  assigned: 'Will you take this lead?',
  accepted: 'This lead is yours',
  contacted: 'You reached them',
} as const;

/** What the rep can do next, in the lead's stage; rejecting has a card of its own. */
export const AnswerCard = (props: { stage: Owned['stage']; handover: Handover; canReject: boolean; now: Instant }) => {
  const { stage, handover, canReject, now } = props;
  const { due, to } = handover;
  return (
    <section class="answer" aria-labelledby="answer">
      <h2 id="answer">{HEADINGS[stage]}</h2>
      {due === undefined ? null : <Due due={due} timeZone={to.timeZone} now={now} />}
      <form method="post">
        {stage === 'assigned' ? (
          <button type="submit" name="answer" value="accept" class="main">
            Accept
          </button>
        ) : (
          <>
            {stage === 'accepted' ? (
              <Choice answer="contacted" label="I reached them" hint="You spoke, or they wrote back." main />
            ) : null}
            <Choice
              answer="qualified"
              label="Qualified"
              hint="A real opportunity: sales goes on with it."
              main={stage === 'contacted'}
            />
            <Choice answer="not-now" label="Not now" hint="Back to marketing, who keep in touch with them." />
          </>
        )}
      </form>
      {stage === 'assigned' && canReject ? (
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
