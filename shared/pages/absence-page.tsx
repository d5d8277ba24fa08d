import type { AbsenceProblem } from '../contracts/http/absence-form.ts';
import type { Rep } from '../domain/agreement/agreement.ts';
import { fullTime } from '../domain/alert/text/local-time.ts';
import { type Absence, absenceAhead } from '../domain/routing/absence.ts';
import type { RepLoad } from '../domain/routing/rep-load.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { Zone } from '../domain/time/zone.ts';
import { Layout } from './layout.tsx';
import { LocalTime } from './local-time.tsx';
import type { Page } from './page-response.ts';

const PROBLEMS: Readonly<Record<AbsenceProblem, string>> = {
  'unknown-answer': 'Nothing was changed: the form did not arrive whole. Please choose again.',
  'no-end': 'Nothing was changed: please say when leads may come again.',
  over: 'Nothing was changed: the time at which leads come again has passed.',
  'ends-before-it-begins': 'Nothing was changed: leads have to come again after you have gone.',
  'too-long': 'Nothing was changed: that is more than two years ahead. Please look at the year.',
};

const Time = ({ at, zone }: { at: Instant; zone: Zone }) => (
  <b>
    <LocalTime at={at} words={fullTime(at, zone)} />
  </b>
);

const Ends = ({ absence, zone }: { absence: Absence; zone: Zone }) => {
  if (absence.why === 'paused') {
    return <p>Several leads in a row were not answered, so you get none until you answer one or are back.</p>;
  }
  return absence.to === undefined ? (
    <p>You get no leads until you say that you are back.</p>
  ) : (
    <p>
      Leads come again, in your hours of work, from <Time at={absence.to} zone={zone} />.
    </p>
  );
};

const NowCard = ({ absence, zone, now }: { absence: Absence | undefined; zone: Zone; now: Instant }) => {
  const isPlanned = absence !== undefined && absence.from > now;
  return (
    <section class="answer" aria-labelledby="now">
      <h2 id="now">{absence === undefined ? 'Leads come to you' : isPlanned ? 'You will be away' : 'No leads come'}</h2>
      {absence === undefined ? <p>They come in your hours of work.</p> : null}
      {isPlanned ? (
        <p>
          You are away from <Time at={absence.from} zone={zone} />.
        </p>
      ) : null}
      {absence === undefined ? null : <Ends absence={absence} zone={zone} />}
      {absence === undefined ? null : (
        <form method="post">
          <button type="submit" name="availability" value="back" class="main">
            {isPlanned ? 'I will not be away' : 'I am back'}
          </button>
        </form>
      )}
    </section>
  );
};

const GiveBack = ({ count }: { count: number }) =>
  count === 0 ? null : (
    <label class="radio">
      <input type="checkbox" name="giveBack" />
      <span>
        {count === 1
          ? 'Give back the lead that waits for my answer'
          : `Give back the ${count} leads that wait for my answer`}
        <small>At once, to somebody else. Leads that you have accepted stay yours.</small>
      </span>
    </label>
  );

export interface AbsenceView {
  readonly rep: Rep;
  readonly load: RepLoad;
  readonly now: Instant;
  /** Why nothing was changed. */
  readonly problem?: AbsenceProblem | undefined;
}

/** Where a rep says when leads may come to them. It tells of no lead. */
export const absencePage = ({ rep, load, now, problem }: AbsenceView): Page => {
  const { zone } = rep.schedule;
  const waiting = load.unanswered?.length ?? 0;
  const html = (
    <Layout title="When leads come to you" footer="This link is yours alone: please do not pass it on.">
      <main id="main">
        <h1>When leads come to you</h1>
        {problem === undefined ? null : (
          <section class="problem" role="alert">
            <p id="problem">{PROBLEMS[problem]}</p>
          </section>
        )}
        <NowCard absence={absenceAhead(load.absence, now)} zone={zone} now={now} />
        <section aria-labelledby="today">
          <h2 id="today">Pause for today</h2>
          <p>No lead comes until midnight.</p>
          <form method="post">
            <GiveBack count={waiting} />
            <button type="submit" name="availability" value="today">
              Pause for today
            </button>
          </form>
        </section>
        <section aria-labelledby="away">
          <h2 id="away">Be away</h2>
          <p class="soft">Times are those of {zone.name}.</p>
          <form method="post">
            <label>
              <b>From</b> <small>(now, if left empty)</small>
              <input type="datetime-local" name="from" />
            </label>
            <label>
              <b>To</b> <small>(leads come again from then on)</small>
              <input type="datetime-local" name="to" required />
            </label>
            <GiveBack count={waiting} />
            <button type="submit" name="availability" value="away">
              Set
            </button>
          </form>
        </section>
      </main>
    </Layout>
  );
  return { status: problem === undefined ? 200 : 400, html };
};
