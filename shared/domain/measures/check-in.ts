import type { Agreement } from '../agreement/agreement.ts';
import { chanceOfCounts, chanceOfRates, type Part } from '../statistics/tail.ts';
import { DAY_MS, MINUTE_MS } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import { mondayOf, WEEK_DAYS, weekNamed } from '../time/iso-week.ts';
import { instantOf, localDay } from '../time/zone.ts';
import { CLAUSES, type ClauseName } from '../vocabulary/clauses.ts';
import { waitingNow } from './lead-lists.ts';
import { type Measured, partAsked, type Report, reportOf } from './report.ts';
import type { ReportScope, ReportTerms, Weekly } from './terms.ts';

/** The week is compared with so many before it, as far as there are. */
const WEEKS_BEFORE = 4;

/** More changes than these nobody remembers. */
const MOST_CHANGES = 3;

/** How surely a change is more than chance. */
export type Sureness = 'surely' | 'probably' | 'maybe';

export const surenessOf = (chance: number): Sureness =>
  chance < 0.01 ? 'surely' : chance < 0.1 ? 'probably' : 'maybe';

/** A figure of the week, beside that of the weeks before. */
export interface Change {
  readonly name: string;
  /** Rates are parts of 1, counts are those of a week. */
  readonly kind: 'count' | 'rate';
  readonly now: number;
  readonly before: number;
  readonly sureness: Sureness;
  /** That chance alone brings as much. */
  readonly chance: number;
}

/** How the promises of a clause were kept in the week. */
export interface KeptClause extends Part {
  readonly clause: ClauseName;
  /** What is agreed, from 0 to 1. */
  readonly keep?: number;
  /** Whether fewer were kept than agreed. */
  readonly isBelow: boolean;
}

/** What both teams are told once a week. */
export interface CheckIn {
  /** Such as `2026-W47`. */
  readonly week: string;
  /** Leads that marketing passed on, and what it had promised. */
  readonly delivered: number;
  readonly promised: number | null;
  /** Of those that became hot, which were complete at once. */
  readonly complete: Part;
  readonly clauses: readonly KeptClause[];
  /** How many weeks the changes are against; 0 where there is nothing to compare with. */
  readonly weeksBefore: number;
  readonly changes: readonly Change[];
  /** Leads that nobody has accepted yet. */
  readonly waiting: number;
}

const DEFAULT_WEEKLY: Weekly = { day: 0, minute: 8 * 60 };

/** Whether a check-in is agreed at all: an hour for it, or a part of a clause that is to be kept. */
export const hasCheckIn = ({ sla }: Pick<Agreement, 'sla'>, { digest }: ReportTerms): boolean =>
  digest !== undefined || CLAUSES.some((clause) => sla[clause]?.keep !== undefined);

/** The latest hour of a check-in that has come, and the week that it tells of. */
export const lastCheckIn = ({ digest = DEFAULT_WEEKLY, zone }: ReportTerms, now: Instant) => {
  const thisMonday = mondayOf(localDay(zone, now));
  const hourIn = (monday: number): Instant =>
    instantOf(zone, (monday + digest.day) * DAY_MS + digest.minute * MINUTE_MS);
  const monday = hourIn(thisMonday) <= now ? thisMonday : thisMonday - WEEK_DAYS;
  return { at: hourIn(monday), monday: monday - WEEK_DAYS };
};

interface Measure {
  readonly name: string;
  readonly of: (report: Report) => number | Part;
}

const countOf = (name: string, of: (report: Report) => number): Measure => ({ name, of });

const MEASURES: readonly Measure[] = [
  countOf('leads captured', ({ funnel }) => funnel.flow.captured),
  countOf('leads qualified', ({ funnel }) => funnel.flow.qualified),
  countOf('leads won', ({ funnel }) => funnel.flow.won),
  {
    name: 'complete when they became hot',
    of: ({ sla: { marketing } }) => ({ part: marketing.completeAtOnce, of: marketing.hot }),
  },
  { name: 'contacted within the hour', of: ({ contactWithinHour: { n, of } }) => ({ part: n, of }) },
  {
    name: 'rejected by their reps',
    of: ({ reps }) => ({
      part: reps.reduce((sum, { rejected }) => sum + rejected, 0),
      of: reps.reduce((sum, { assigned }) => sum + assigned, 0),
    }),
  },
];

const clauseMeasure = (clause: ClauseName): Measure => ({
  name: `${clause} in time`,
  of: ({ sla }) => {
    const { kept = 0, broken = 0 } = sla.clauses.find((one) => one.clause === clause) ?? {};
    return { part: kept, of: kept + broken };
  },
});

const changeOf = ({ name, of }: Measure, now: Report, before: Report, weeks: number): Change | undefined => {
  const [one, other] = [of(now), of(before)];
  if (typeof one === 'number' && typeof other === 'number') {
    const chance = chanceOfCounts(one, other, weeks);
    return { name, kind: 'count', now: one, before: other / weeks, chance, sureness: surenessOf(chance) };
  }
  if (typeof one === 'number' || typeof other === 'number' || one.of === 0 || other.of === 0) return undefined;
  const chance = chanceOfRates(one, other);
  return {
    ...{ name, kind: 'rate', now: one.part / one.of, before: other.part / other.of },
    ...{ chance, sureness: surenessOf(chance) },
  };
};

/** What is told of the ISO week that begins on a Monday, of all leads or of a rep's. */
export const checkInOf = (
  measured: Measured,
  agreement: Agreement,
  terms: ReportTerms,
  { monday, ...scope }: Pick<ReportScope, 'rep'> & { readonly monday: number },
): CheckIn => {
  const told = (from: number, to: number): Report => reportOf(measured, agreement, terms, { ...scope, from, to });
  const now = told(monday, monday + WEEK_DAYS - 1);
  // Weeks before the first that was whole were no weeks like this one.
  const firstMonday = mondayOf(localDay(terms.zone, measured.first) + WEEK_DAYS - 1);
  const weeksBefore = Math.max(0, Math.min(WEEKS_BEFORE, (monday - firstMonday) / WEEK_DAYS));
  const { clauses, marketing } = now.sla;
  const changes = (before: Report): readonly Change[] =>
    [...MEASURES, ...clauses.map(({ clause }) => clauseMeasure(clause))]
      .flatMap((measure) => changeOf(measure, now, before, weeksBefore) ?? [])
      .filter((change) => change.now !== change.before)
      .sort((a, b) => a.chance - b.chance)
      .slice(0, MOST_CHANGES);
  const { worked, period } = partAsked(measured, terms, scope);
  return {
    week: weekNamed(monday),
    delivered: marketing.delivered,
    promised: marketing.promisedPerWeek,
    complete: { part: marketing.completeAtOnce, of: marketing.hot },
    clauses: clauses.map(({ clause, kept, broken, rate }) => {
      const { keep } = agreement.sla[clause] ?? {};
      const isBelow = keep !== undefined && rate !== null && rate < keep;
      return { clause, part: kept, of: kept + broken, ...(keep === undefined ? {} : { keep }), isBelow };
    }),
    weeksBefore,
    changes: weeksBefore === 0 ? [] : changes(told(monday - weeksBefore * WEEK_DAYS, monday - 1)),
    waiting: waitingNow(worked, period).length,
  };
};
