import { cellText } from '../../domain/measures/tables/cell-text.ts';
import { Chart, Key } from './chart.tsx';
import { forecastBand } from './charts.ts';
import { ColdLeads } from './cold-leads.tsx';
import type { MeasuresView } from './measures-view.ts';

/** What is expected in the next weeks, and who can take it. */
export const AheadSection = ({ view }: { view: MeasuresView }) => {
  const { ahead } = view;
  const { result, capacity } = ahead;
  if (result.kind === 'not-enough-history') {
    return (
      <section aria-labelledby="ahead">
        <h2 id="ahead">Looking ahead</h2>
        <p>
          Not enough history: {result.needs} whole weeks are needed, and there are {result.weeks}.
        </p>
        <ColdLeads view={view} />
      </section>
    );
  }
  const { backtest, method } = result;
  const tight = [...new Set(capacity.map(({ territory }) => territory))].flatMap((territory) => {
    const weeks = capacity.filter((one) => one.territory === territory && one.room !== null && one.room < 0);
    return weeks.length === 0 ? [] : [`${territory}: ${weeks.map(({ week }) => week).join(', ')}`];
  });
  return (
    <section aria-labelledby="ahead">
      <h2 id="ahead">Looking ahead: qualified leads in the next 13 weeks</h2>
      <Chart svg={forecastBand(ahead)} />
      <Key
        entries={[
          { of: 'full', words: 'expected' },
          { of: 'band', words: 'in 80 and 95 of 100 cases' },
          { of: 'promised', words: 'what the teams can take' },
        ]}
      />
      <p>
        Method: {method}. Tried at {backtest.folds} weeks of the past, {cellText('rate', backtest.coverage80)} of what
        came lay in the 80 % interval, {cellText('rate', backtest.coverage95)} in the 95 % one.
      </p>
      {tight.length === 0 ? (
        <p>No team is expected to get more than it can take.</p>
      ) : (
        <div>
          <h3>Weeks that are too many for a team</h3>
          <ul>
            {tight.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </div>
      )}
      <ColdLeads view={view} />
    </section>
  );
};
