import type { RepFact } from '../lead/rep-facts.ts';
import { type Instant, toIso } from '../time/instant.ts';

/** Why a rep takes no leads though at work by the agreement: said by the rep, or paused for leads that lapsed. */
export type Absence = Away | Paused;

export interface Away {
  readonly why: 'away';
  readonly from: Instant;
  /** From then on leads come again; absent where only the rep's return ends it. */
  readonly to?: Instant;
  /** Unanswered leads that the rep gave back with it. */
  readonly returned: readonly string[];
}

/** Until the rep answers a lead or says that they are back. */
export interface Paused {
  readonly why: 'paused';
  readonly from: Instant;
  readonly lapses: number;
}

const endOf = (absence: Absence): Instant =>
  'to' in absence && absence.to !== undefined ? absence.to : Number.POSITIVE_INFINITY;

/** The absence as long as it is not over; one that is yet to begin counts. */
export const absenceAhead = (absence: Absence | undefined, now: Instant): Absence | undefined =>
  absence !== undefined && now < endOf(absence) ? absence : undefined;

/** The absence that lasts at this instant, if one does. */
export const absenceAt = (absence: Absence | undefined, at: Instant): Absence | undefined =>
  absence !== undefined && absence.from <= at ? absenceAhead(absence, at) : undefined;

/** What is to be told when an absence has taken the place of another, or of none. */
export const absenceFacts = (
  rep: string,
  before: Absence | undefined,
  after: Absence | undefined,
): readonly RepFact[] => {
  if (after === before) return [];
  if (after === undefined) return [{ type: 'RepCameBack', data: { rep } }];
  if (after.why === 'paused') return [{ type: 'RepPaused', data: { rep, lapses: after.lapses } }];
  const { from, to, returned } = after;
  const until = to === undefined ? {} : { to: toIso(to) };
  return [{ type: 'RepWentAway', data: { rep, from: toIso(from), ...until, leadsReturned: returned } }];
};
