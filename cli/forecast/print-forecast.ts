import type { TerritoryWeek } from '../../shared/domain/forecast/capacity.ts';
import type { Forecast, NotEnoughHistory } from '../../shared/domain/forecast/forecast.ts';

type Print = (line: string) => void;

const COLUMN = 12;

const row = (...values: readonly (string | number)[]): string =>
  `  ${values.map((value) => String(value).padEnd(COLUMN)).join('')}`.trimEnd();

const round = (value: number): string => (Math.round(value * 10) / 10).toFixed(1);
const percent = (share: number): string => `${Math.round(share * 100)} %`;

const printTeams = (capacity: readonly TerritoryWeek[], print: Print): void => {
  print('');
  print('Teams, leads a week: what they take, what is expected, and the weeks that are too many for them');
  for (const territory of new Set(capacity.map((one) => one.territory))) {
    const weeks = capacity.filter((one) => one.territory === territory);
    const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / weeks.length;
    const expected = round(meanOf(weeks.map((one) => one.expected)));
    const over = weeks.filter(({ room }) => room !== null && room < 0).map(({ week }) => week);
    const takes = weeks.some((one) => one.takes === null)
      ? 'no limit'
      : round(meanOf(weeks.map((one) => one.takes ?? 0)));
    print(`  ${territory}: ${takes}, ${expected}, ${over.length === 0 ? 'none' : over.join(' ')}`);
  }
};

/** What to expect, for a person to read. */
export const printForecast = (
  result: Forecast | NotEnoughHistory,
  capacity: readonly TerritoryWeek[],
  print: Print,
): void => {
  if (result.kind === 'not-enough-history') {
    print(`Not enough history: ${result.needs} whole weeks are needed, and there are ${result.weeks}.`);
    return;
  }
  const { backtest, method, weeks } = result;
  print('Qualified leads to expect');
  print(row('week', 'mean', '80 %', '', '95 %'));
  for (const { week, mean, lo80, hi80, lo95, hi95 } of weeks)
    print(row(week, round(mean), `${round(lo80)} to`, round(hi80), `${round(lo95)} to`, round(hi95)));
  print('');
  print(`Method: ${method}, tried at ${backtest.folds} weeks of the past.`);
  if (backtest.mase !== null)
    print(`It missed ${round(backtest.mase * 100)} % of what the value of a season ago misses from week to week.`);
  print(
    `Of what came, ${percent(backtest.coverage80)} lay in the 80 % interval, ${percent(backtest.coverage95)} in the other.`,
  );
  printTeams(capacity, print);
};
