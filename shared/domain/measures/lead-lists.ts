import { DAY_MS, HOUR_MS } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import type { Cycle, Suggestion } from './cycle.ts';
import { standingOf } from './funnel.ts';
import { type Period, wasIn } from './period.ts';

/** More of a list than these are only counted. */
export const MOST_LISTED = 12;

/** A lead in a list of the page. */
export interface ListedLead {
  readonly leadId: string;
  readonly qualifiedAt: Instant;
  /** How long it waited for its alert, or waits for its acceptance, in milliseconds. */
  readonly waited: number;
  readonly territory: string | undefined;
  readonly owner: string | undefined;
}

const listed = (cycle: Cycle, qualifiedAt: Instant, until: Instant): ListedLead => ({
  leadId: cycle.leadId,
  qualifiedAt,
  waited: until - qualifiedAt,
  territory: cycle.territory,
  owner: cycle.lastOwner,
});

/** Leads that qualified in the period whose rep was not alerted within the hour, the latest first. */
export const missedTheHour = (cycles: readonly Cycle[], period: Period): readonly ListedLead[] => {
  const missed: ListedLead[] = [];
  for (const cycle of cycles) {
    const { qualified, alertedAt, end } = cycle;
    if (qualified === undefined || !wasIn(period, qualified)) continue;
    const until = alertedAt ?? end?.at ?? period.asOf;
    if (until - qualified.at > HOUR_MS) missed.push(listed(cycle, qualified.at, until));
  }
  return missed.sort((a, b) => b.qualifiedAt - a.qualifiedAt);
};

/** Leads that are with sales and that nobody has accepted yet, whenever they qualified: the one that waits longest first. */
export const waitingNow = (cycles: readonly Cycle[], { asOf }: Period): readonly ListedLead[] => {
  const waiting: ListedLead[] = [];
  for (const cycle of cycles) {
    const { qualified } = cycle;
    if (qualified !== undefined && standingOf(cycle) === 'qualified') waiting.push(listed(cycle, qualified.at, asOf));
  }
  return waiting.sort((a, b) => a.qualifiedAt - b.qualifiedAt);
};

/** A lead that was won. */
export interface WonLead {
  readonly leadId: string;
  readonly wonAt: Instant;
  /** From the opening of its cycle, in milliseconds. */
  readonly took: number;
  readonly revenue: number | undefined;
  readonly currency: string | undefined;
  readonly rep: string | undefined;
  readonly source: string | null;
}

/** Leads that were won in the period, for most revenue first. */
export const wonIn = (cycles: readonly Cycle[], period: Period): readonly WonLead[] => {
  const found: WonLead[] = [];
  for (const { leadId, openedAt, won, touchedBy } of cycles) {
    if (won === undefined || !wasIn(period, won)) continue;
    const { at, revenue, currency, rep } = won;
    found.push({ leadId, wonAt: at, took: at - openedAt, revenue, currency, rep, source: touchedBy.last.source });
  }
  return found.sort((a, b) => (b.revenue ?? 0) - (a.revenue ?? 0));
};

/** Suggested within a month, and not passed on since: the lead, and who was asked to call it. */
export interface SuggestedLead extends Suggestion {
  readonly leadId: string;
}

const SUGGESTED_MS = 30 * DAY_MS;

/** The best score first. */
export const suggestedNow = (cycles: readonly Cycle[], { asOf }: Pick<Period, 'asOf'>): readonly SuggestedLead[] => {
  const last = new Map(cycles.map((cycle) => [cycle.leadId, cycle]));
  return [...last.values()]
    .flatMap(({ leadId, suggested, qualified, end }) => {
      const isWithSales = qualified !== undefined && end === undefined;
      const isDue = suggested !== undefined && suggested.at > asOf - SUGGESTED_MS && suggested.at <= asOf;
      return !isDue || isWithSales ? [] : [{ leadId, ...suggested }];
    })
    .sort((a, b) => b.score - a.score || (a.leadId < b.leadId ? -1 : 1));
};
