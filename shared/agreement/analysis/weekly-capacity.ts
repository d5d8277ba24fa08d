import type { Rep, Sla } from '../../domain/agreement/agreement.ts';
import { HOUR_MS } from '../../domain/time/durations.ts';
import { DAY_MINUTES, type Opening } from '../../domain/time/schedule.ts';
import { OWNER_CLAUSES } from '../../domain/vocabulary/clauses.ts';
import { hoursIn } from './week-gaps.ts';

const WEEK = 7 * 24 * HOUR_MS;

/** Leads a week; undefined where nothing limits them. */
export interface WeeklyCapacity {
  /** By the daily limits of an ordinary week. */
  readonly atMost?: number;
  /** No more than these when every lead stays open for as long as its clauses allow. */
  readonly atFullClauses?: number;
}

/** How many weeks a lead is open when each clause is used up; undefined without a verdict, which ends it. */
const weeksOpen = ({ schedule }: Rep, sla: Sla): number | undefined => {
  if (sla.verdict === undefined) return undefined;
  const working = hoursIn(schedule.week) * HOUR_MS;
  return OWNER_CLAUSES.map((name) => sla[name]).reduce(
    (weeks, clause) => weeks + (clause?.withinMs ?? 0) / (clause?.clock === 'wall' ? WEEK : working),
    0,
  );
};

/** A limit of the day begins anew at midnight, within a shift too. */
const reachesNextDay = (day: readonly Opening[] = []): boolean => day.some(({ to }) => to > DAY_MINUTES);

const ofRep = (rep: Rep, sla: Sla): { readonly byDay: number; readonly byOpen: number } => {
  const { open = Number.POSITIVE_INFINITY, perDay = Number.POSITIVE_INFINITY } = rep.capacity;
  const { week } = rep.schedule;
  const days = week.filter((day, i) => day.length > 0 || reachesNextDay(week.at(i - 1))).length;
  const byDay = days === 0 ? 0 : perDay * days;
  if (byDay === 0 || open === 0) return { byDay: 0, byOpen: 0 };
  return { byDay, byOpen: open / (weeksOpen(rep, sla) ?? 0) };
};

/** What these reps can take in an ordinary week, each counted once. */
export const weeklyCapacity = (reps: readonly Rep[], sla: Sla): WeeklyCapacity => {
  const each = [...new Set(reps)].map((rep) => ofRep(rep, sla));
  const atMost = each.reduce((sum, { byDay }) => sum + byDay, 0);
  const atFullClauses = each.reduce((sum, { byDay, byOpen }) => sum + Math.min(byDay, byOpen), 0);
  return {
    ...(Number.isFinite(atMost) ? { atMost } : {}),
    ...(Number.isFinite(atFullClauses) ? { atFullClauses: Math.floor(atFullClauses) } : {}),
  };
};
