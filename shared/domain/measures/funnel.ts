import { rateOf } from '../statistics/exact.ts';
import type { Instant } from '../time/instant.ts';
import { MOST_WEEKS } from '../time/iso-week.ts';
import { CYCLE_ENDS, type Cycle, type CycleEnd } from './cycle.ts';
import { countByWeek, isIn, type Period, type Week, wasIn, weeksOf } from './period.ts';

const count = (cycles: readonly Cycle[], of: (cycle: Cycle) => unknown): number =>
  cycles.filter((one) => of(one)).length;

/** Where a cycle stands, as the last that happened to it says. */
export const standingOf = (
  cycle: Cycle,
): 'nurture' | 'qualified' | 'accepted' | 'contacted' | 'salesQualified' | CycleEnd => {
  if (cycle.end !== undefined) return cycle.end.how;
  if (cycle.salesQualified !== undefined) return 'salesQualified';
  if (cycle.contacted !== undefined) return 'contacted';
  if (cycle.accepted !== undefined) return 'accepted';
  return cycle.qualified === undefined ? 'nurture' : 'qualified';
};

type AtOf = (cycle: Cycle) => Instant | undefined;

/** The stages that a cycle comes to after its opening, and when. */
const STAGES = {
  qualified: ({ qualified }) => qualified?.at,
  accepted: ({ accepted }) => accepted?.at,
  salesQualified: ({ salesQualified }) => salesQualified?.at,
  won: ({ won }) => won?.at,
  lost: ({ lost }) => lost?.at,
} as const satisfies Readonly<Record<string, AtOf>>;

/** A loop, since it runs over all cycles for each stage. */
const instantsOf = (cycles: readonly Cycle[], of: AtOf): readonly Instant[] => {
  const instants: Instant[] = [];
  for (const cycle of cycles) {
    const at = of(cycle);
    if (at !== undefined) instants.push(at);
  }
  return instants;
};

/** What is told of. The cohort are the cycles that opened in the period, whenever the rest happened. */
export interface Part {
  readonly period: Period;
  /** Whatever happened, and when, to those to which more happened than that they were scored. */
  readonly worked: readonly Cycle[];
  readonly opened: readonly Cycle[];
  readonly openedAndWorked: readonly Cycle[];
}

/** How many came to each stage, by the day on which they did. */
const flowOf = ({ worked, opened, period }: Part) => {
  const during = (of: AtOf): number => instantsOf(worked, of).filter((at) => isIn(period, at)).length;
  return {
    captured: opened.length,
    qualified: during(STAGES.qualified),
    accepted: during(STAGES.accepted),
    salesQualified: during(STAGES.salesQualified),
    won: during(STAGES.won),
    lost: during(STAGES.lost),
    recycled: during(({ recycled }) => recycled?.at),
    returned: during(({ returned }) => returned?.at),
    closed: during(({ closed }) => closed?.at),
  };
};

/** From the capture to the sale. */
export const funnelOf = (part: Part) => {
  const { opened, openedAndWorked } = part;
  const qualified = openedAndWorked.filter((cycle) => cycle.qualified !== undefined);
  const never = openedAndWorked.filter((cycle) => cycle.qualified === undefined);
  const cohort = {
    captured: opened.length,
    qualified: qualified.length,
    accepted: count(qualified, ({ accepted }) => accepted),
    salesQualified: count(qualified, ({ salesQualified }) => salesQualified),
    won: count(qualified, ({ won }) => won),
  };
  const places = openedAndWorked.map(standingOf);
  const standing = (where: ReturnType<typeof standingOf>): number => places.filter((place) => place === where).length;
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
      nurture: standing('nurture') + opened.length - openedAndWorked.length,
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
    flow: flowOf(part),
  };
};

/** Whether marketing's promise of a week is kept: null of a week that is not whole, or where nothing is promised. */
const isKept = ({ isWhole }: Week, qualified: number, promised: number | null): boolean | null =>
  isWhole && promised !== null ? qualified >= promised : null;

/** How many qualified in each of the weeks, and whether marketing's promise of it is kept. */
export const weeksKept = (cycles: readonly Cycle[], period: Period, promised: number | null) => {
  const weeks = weeksOf(period);
  const qualified = countByWeek(weeks, period, instantsOf(cycles, STAGES.qualified));
  return weeks.map((week, index) => isKept(week, qualified[index] ?? 0, promised));
};

export const weekRows = ({ worked, opened, period }: Part, promised: number | null) => {
  const weeks = weeksOf(period);
  const counts = (of: AtOf): readonly number[] => countByWeek(weeks, period, instantsOf(worked, of));
  const captured = countByWeek(
    weeks,
    period,
    instantsOf(opened, ({ openedAt }) => openedAt),
  );
  const qualified = counts(STAGES.qualified);
  const accepted = counts(STAGES.accepted);
  const salesQualified = counts(STAGES.salesQualified);
  const won = counts(STAGES.won);
  const lost = counts(STAGES.lost);
  const rows = weeks.map((week, index) => ({
    week: week.name,
    from: week.from,
    whole: week.isWhole,
    captured: captured[index] ?? 0,
    qualified: qualified[index] ?? 0,
    accepted: accepted[index] ?? 0,
    salesQualified: salesQualified[index] ?? 0,
    won: won[index] ?? 0,
    lost: lost[index] ?? 0,
    promised,
    kept: isKept(week, qualified[index] ?? 0, promised),
  }));
  // Of more than ten years only the weeks in which something was done.
  return rows.length <= MOST_WEEKS
    ? rows
    : rows.filter((row) =>
        [row.captured, row.qualified, row.accepted, row.salesQualified, row.won, row.lost].some((n) => n > 0),
      );
};

export const qualifiedIn = (cycles: readonly Cycle[], period: Period): readonly Cycle[] =>
  cycles.filter(({ qualified }) => wasIn(period, qualified));
