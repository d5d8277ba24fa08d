import type { AbsenceProblem } from '../contracts/http/absence-form.ts';
import type { Rep } from '../domain/agreement/agreement.ts';
import type { Handover } from '../domain/alert/text/handover.ts';
import { readerOf } from '../domain/alert/text/handover-of.ts';
import { fullTime } from '../domain/language/full-time.ts';
import { type Absence, absenceAhead } from '../domain/routing/absence.ts';
import type { RepLoad } from '../domain/routing/rep-load.ts';
import type { Instant } from '../domain/time/instant.ts';
import { Layout } from './layout.tsx';
import { LocalTime } from './local-time.tsx';
import type { Page } from './page-response.ts';
import { PAGE_TEXTS } from './texts/page-texts.ts';

interface Read {
  readonly to: Handover['to'];
}

const Time = ({ at, to: { zone, language } }: Read & { at: Instant }) => (
  <b>
    <LocalTime at={at} words={fullTime(at, zone, language)} />
  </b>
);

const Ends = ({ absence, to }: Read & { absence: Absence }) => {
  const texts = PAGE_TEXTS[to.language].absence;
  if (absence.why === 'paused') return <p>{texts.paused}</p>;
  if (absence.to === undefined) return <p>{texts.untilBack}</p>;
  return (
    <p>
      {texts.comeAgain} <Time at={absence.to} to={to} />.
    </p>
  );
};

const NowCard = ({ absence, to, now }: Read & { absence: Absence | undefined; now: Instant }) => {
  const texts = PAGE_TEXTS[to.language].absence;
  const isPlanned = absence !== undefined && absence.from > now;
  return (
    <section class="answer" aria-labelledby="now">
      <h2 id="now">{absence === undefined ? texts.come : isPlanned ? texts.planned : texts.none}</h2>
      {absence === undefined ? <p>{texts.comeInHours}</p> : null}
      {isPlanned ? (
        <p>
          {texts.awayFrom} <Time at={absence.from} to={to} />.
        </p>
      ) : null}
      {absence === undefined ? null : <Ends absence={absence} to={to} />}
      {absence === undefined ? null : (
        <form method="post">
          <button type="submit" name="availability" value="back" class="main">
            {isPlanned ? texts.notAway : texts.back}
          </button>
        </form>
      )}
    </section>
  );
};

const GiveBack = ({ count, to }: Read & { count: number }) =>
  count === 0 ? null : (
    <label class="radio">
      <input type="checkbox" name="giveBack" />
      <span>
        {PAGE_TEXTS[to.language].absence.giveBack(count)}
        <small>{PAGE_TEXTS[to.language].absence.giveBackHint}</small>
      </span>
    </label>
  );

export interface AbsenceView {
  readonly token: string;
  readonly rep: Rep;
  readonly load: RepLoad;
  readonly now: Instant;
  /** Why nothing was changed. */
  readonly problem?: AbsenceProblem | undefined;
}

/** Where a rep says when leads may come to them. It tells of no lead. */
export const absencePage = ({ token, rep, load, now, problem }: AbsenceView): Page => {
  const to = readerOf(rep);
  const texts = PAGE_TEXTS[to.language].absence;
  const waiting = load.unanswered?.length ?? 0;
  const html = (
    <Layout language={to.language} title={texts.title} token={token} at="absence" isPersonal>
      <main id="main">
        <h1>{texts.title}</h1>
        {problem === undefined ? null : (
          <section class="problem" role="alert">
            <p id="problem">{texts.problems[problem]}</p>
          </section>
        )}
        <NowCard absence={absenceAhead(load.absence, now)} to={to} now={now} />
        <section aria-labelledby="today">
          <h2 id="today">{texts.today}</h2>
          <p>{texts.todayHint}</p>
          <form method="post">
            <GiveBack count={waiting} to={to} />
            <button type="submit" name="availability" value="today">
              {texts.today}
            </button>
          </form>
        </section>
        <section aria-labelledby="away">
          <h2 id="away">{texts.away}</h2>
          <p class="soft">{texts.zone(to.zone.name)}</p>
          <form method="post">
            <label>
              <b>{texts.from}</b> <small>{texts.fromHint}</small>
              <input type="datetime-local" name="from" />
            </label>
            <label>
              <b>{texts.to}</b> <small>{texts.toHint}</small>
              <input type="datetime-local" name="to" required />
            </label>
            <GiveBack count={waiting} to={to} />
            <button type="submit" name="availability" value="away">
              {texts.set}
            </button>
          </form>
        </section>
      </main>
    </Layout>
  );
  return { status: problem === undefined ? 200 : 400, html };
};
