import type { Scalar } from '../condition/condition.ts';

export type DecidedBy = 'account' | 'share' | 'overflow' | 'manager';

export type Exclusion =
  | 'past-owner'
  | 'left'
  | 'language'
  | 'away'
  | 'off-hours'
  | 'full'
  | 'full-today'
  | 'never-at-work';

/** Why this rep, with what it was decided on; published in LeadAssigned, printed by `explain`. */
export interface DecisionRecord {
  readonly by: DecidedBy;
  /** The fields that the matching territory looked at. */
  readonly matched: readonly { readonly field: string; readonly value: Scalar }[];
  /** At most `REPS_IN_FULL`, in the order of the team. */
  readonly reps: readonly RepRecord[];
  /** How many more, by exclusion or `eligible`. */
  readonly others: Readonly<Record<string, number>>;
  /** Whose team decided, where it is not the territory's own. */
  readonly team?: string;
  /** When the chosen rep is next at work, where that is not now. */
  readonly startsAt?: string;
  /** Hash of the agreement. */
  readonly agreement: string;
}

export type RepRecord =
  | { readonly rep: string; readonly virtualTime: number }
  | { readonly rep: string; readonly excluded: Exclusion; readonly until?: string };

export const REPS_IN_FULL = 20;
