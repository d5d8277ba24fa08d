import type { Scalar } from '../condition/condition.ts';
import type { IsoInstant } from '../time/instant.ts';
import type { DecidedBy } from '../vocabulary/decided-by.ts';
import type { Exclusion } from '../vocabulary/exclusions.ts';

/** Why this rep, with what it was decided on; published in LeadAssigned, printed by `explain`. */
export interface DecisionRecord {
  readonly by: DecidedBy;
  /** Who changed the owner, where a person did and that is told. */
  readonly changedBy?: string;
  /** The fields by which the territory matched. */
  readonly matched: readonly { readonly field: string; readonly value: Scalar }[];
  /** At most `REPS_IN_FULL`: whoever was chosen, the others who could take it, those of the teams before this one who could not. */
  readonly reps: readonly RepRecord[];
  /** How many more, by exclusion or `eligible`. */
  readonly others: Readonly<Record<string, number>>;
  /** The account's owner, if that is somebody who could not take it. */
  readonly account?: ExcludedRep;
  /** The lead's language, where the territory wanted a rep who speaks it and nobody does: anybody may take the lead. */
  readonly unspokenLanguage?: string;
  /** Whose team decided, where it is not the territory's own. */
  readonly team?: string;
  /** When the chosen rep is next at work, where that is not now. */
  readonly startsAt?: IsoInstant;
  /** Hash of the agreement. */
  readonly agreement: string;
}

/** What was known when nobody could take the lead. */
export type UndecidedRecord = Omit<DecisionRecord, 'by' | 'changedBy' | 'team' | 'startsAt'>;

export interface ExcludedRep {
  readonly rep: string;
  readonly excluded: Exclusion;
  /** When it is worth asking again, ISO 8601; absent where only an event can tell. */
  readonly until?: IsoInstant;
}

export type RepRecord = { readonly rep: string; readonly virtualTime: number } | ExcludedRep;

export const REPS_IN_FULL = 20;
