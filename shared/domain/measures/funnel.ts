import { rateOf } from '../statistics/exact.ts';
import { CYCLE_ENDS, type Cycle, type CycleEnd } from './cycle.ts';
import { isIn, type Period, type Week, wasIn, weeksOf } from './period.ts';

const count = (cycles: readonly Cycle[], of: (cycle: Cycle) => unknown): number =>
  cycles.filter((one) => of(one)).length;

/** Where a cycle stands, as the last that happened to it says. */
const standingOf = (cycle: Cycle): 'nurture' | 'qualified' | 'accepted' | 'contacted' | 'salesQualified' | CycleEnd => {
  if (cycle.end !== undefined) return cycle.end.how;
  if (cycle.salesQualified !== undefined) return 'salesQualified';
  if (cycle.contacted !== undefined) return 'contacted';
  if (cycle.accepted !== undefined) return 'accepted';
  return cycle.qualified === undefined ? 'nurture' : 'qualified';
};

/** How many came to each stage, by the day on which they did. */
const flowOf = (cycles: readonly Cycle[], has: (at: number) => boolean) => {
  const during = (of: (cycle: Cycle) => { readonly at: number } | undefined): number =>
    count(cycles, (cycle) => {
      const deed = of(cycle);
      return deed !== undefined && has(deed.at);
    });
  const of = (end: CycleEnd): number => during((cycle) => cycle[end]);
  return {
    captured: during(({ openedAt }) => ({ at: openedAt })),
    qualified: during(({ qualified }) => qualified),
    accepted: during(({ accepted }) => accepted),
    salesQualified: during(({ salesQualified }) => salesQualified),
    won: of('won'),
    lost: of('lost'),
    recycled: of('recycled'),
    returned: of('returned'),
    closed: of('closed'),
  };
};

/** From the capture to the sale. The cohort are the cycles that opened in the period, whenever the rest happened. */
export const funnelOf = (cycles: readonly Cycle[], period: Period) => {
  const opened = cycles.filter(({ openedAt }) => isIn(period, openedAt));
  const qualified = opened.filter((cycle) => cycle.qualified !== undefined);
  const never = opened.filter((cycle) => cycle.qualified === undefined);
  const cohort = {
    captured: opened.length,
    qualified: qualified.length,
    accepted: count(qualified, ({ accepted }) => accepted),
    salesQualified: count(qualified, ({ salesQualified }) => salesQualified),
    won: count(qualified, ({ won }) => won),
  };
  const standing = (where: ReturnType<typeof standingOf>): number =>
    count(opened, (cycle) => standingOf(cycle) === where);
  return {
    cohort,
    conversion: {
      qualified: rateOf(cohort.qualified, cohort.captured),
      accepted: rateOf(cohort.accepted, cohort.qualified),
      salesQualified: rateOf(cohort.salesQualified, cohort.accepted),
      won: rateOf(cohort.won, cohort.salesQualified),
      capturedToWon: rateOf(cohort.won, cohort.captured),
    },
    standing: {
      nurture: standing('nurture'),
      qualified: standing('qualified'),
      accepted: standing('accepted'),
      contacted: standing('contacted'),
      salesQualified: standing('salesQualified'),
      ...Object.fromEntries(CYCLE_ENDS.map((end) => [end, standing(end)])),
    },
    outside: {
      salesQualified: count(never, ({ salesQualified }) => salesQualified),
      won: count(never, ({ won }) => won),
      lost: count(never, ({ lost }) => lost),
    },
    flow: flowOf(cycles, (at) => isIn(period, at)),
  };
};

/** Whether marketing's promise of a week is kept: null of a week that is not whole, or where nothing is promised. */
export const isKept = ({ isWhole }: Week, qualified: number, promised: number | null): boolean | null =>
  isWhole && promised !== null ? qualified >= promised : null;

export const weekRows = (cycles: readonly Cycle[], period: Period, promised: number | null) =>
  weeksOf(period).map((week) => {
    const { captured, qualified, accepted, salesQualified, won, lost } = flowOf(cycles, week.has);
    return {
      week: week.name,
      from: week.from,
      whole: week.isWhole,
      ...{ captured, qualified, accepted, salesQualified, won, lost },
      promised,
      kept: isKept(week, qualified, promised),
    };
  });

export const qualifiedIn = (cycles: readonly Cycle[], period: Period): readonly Cycle[] =>
  cycles.filter(({ qualified }) => wasIn(period, qualified));
