import { HOUR_MS } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import type { Cycle } from './cycle.ts';
import { standingOf } from './funnel.ts';
import { type Period, wasIn } from './period.ts';

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
export const missedTheHour = (cycles: readonly Cycle[], period: Period): readonly ListedLead[] =>
  cycles
    .flatMap((cycle) => {
      const { qualified, alertedAt, end } = cycle;
      if (qualified === undefined || !wasIn(period, qualified)) return [];
      const until = alertedAt ?? end?.at ?? period.asOf;
      return until - qualified.at > HOUR_MS ? [listed(cycle, qualified.at, until)] : [];
    })
    .sort((a, b) => b.qualifiedAt - a.qualifiedAt);

/** Leads that are with sales and that nobody has accepted yet, whenever they qualified: the one that waits longest first. */
export const waitingNow = (cycles: readonly Cycle[], { asOf }: Period): readonly ListedLead[] =>
  cycles
    .flatMap((cycle) =>
      cycle.qualified !== undefined && standingOf(cycle) === 'qualified'
        ? [listed(cycle, cycle.qualified.at, asOf)]
        : [],
    )
    .sort((a, b) => a.qualifiedAt - b.qualifiedAt);

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

/** Leads that were won in the period. */
export const wonIn = (cycles: readonly Cycle[], period: Period): readonly WonLead[] =>
  cycles.flatMap(({ leadId, openedAt, won, touchedBy }) =>
    won !== undefined && wasIn(period, won)
      ? [
          {
            leadId,
            wonAt: won.at,
            took: won.at - openedAt,
            revenue: won.revenue,
            currency: won.currency,
            rep: won.rep,
            source: touchedBy.last.source,
          },
        ]
      : [],
  );
