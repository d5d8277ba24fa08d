import { UTC, type Zone } from '../time/zone.ts';
import type { TouchKind } from '../vocabulary/touch-kinds.ts';

/** What marketing paid for a source, a campaign or a content piece, over some days. */
export interface Cost {
  readonly of: TouchKind;
  readonly key: string;
  /** Local days from 1970-01-01, both included. */
  readonly from: number;
  readonly to: number;
  readonly amount: number;
  /** Absent: the base. */
  readonly currency?: string;
}

/** report.yaml: what figures are told by. */
export interface ReportTerms {
  /** Where days and weeks begin. */
  readonly zone: Zone;
  /** The base: what money without a currency is in, and what all is turned into. */
  readonly currency?: string;
  /** By currency: what one of it is worth in the base. */
  readonly rates: Readonly<Record<string, number>>;
  readonly costs: readonly Cost[];
  /** When the check-in is mailed; absent: on Mondays at eight, if a clause says which part of it is to be kept. */
  readonly digest?: Weekly;
}

/** An hour of each week, by the zone of the terms. */
export interface Weekly {
  /** From 0, Monday. */
  readonly day: number;
  /** Of the day. */
  readonly minute: number;
}

/** Without report.yaml: days of UTC, and no money in a base. */
export const DEFAULT_TERMS: ReportTerms = { zone: UTC, rates: {}, costs: [] };

/** Which days are told, and of which leads. */
export interface ReportScope {
  /** Local days from 1970-01-01, both included; absent: the first and the last day with a fact. */
  readonly from?: number;
  readonly to?: number;
  readonly territory?: string;
  readonly rep?: string;
  readonly source?: string;
  readonly campaign?: string;
}
