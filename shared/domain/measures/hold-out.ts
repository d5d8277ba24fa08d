import { differenceOfRates, neededToTell } from '../statistics/difference.ts';
import { rateOf } from '../statistics/exact.ts';
import type { Part } from '../statistics/tail.ts';
import type { Instant } from '../time/instant.ts';
import type { Cycle } from './cycle.ts';
import { contactWithinHour } from './times.ts';

/** How far leads came that were held out from the rules of routing, and the others that qualified meanwhile. */
export interface HoldOutRow {
  readonly what: 'contacted within the hour' | 'accepted' | 'sales-qualified' | 'won';
  readonly heldOut: RatedPart;
  readonly others: RatedPart;
  /** How far the others are above them, and its interval of 95 %; null where there are none of either. */
  readonly worth: { readonly by: number; readonly low: number; readonly high: number } | null;
  /** How many more leads are needed to tell such a difference from chance; 0 if it is told, null if there is none. */
  readonly needed: number | null;
}

interface RatedPart {
  readonly n: number;
  readonly of: number;
  readonly rate: number | null;
}

const rated = ({ part, of }: Part): RatedPart => ({ n: part, of, rate: rateOf(part, of) });

const partOf = (cycles: readonly Cycle[], is: (cycle: Cycle) => boolean): Part => ({
  part: cycles.filter(is).length,
  of: cycles.length,
});

/** To four decimals, as rates are. */
const short = (rate: number): number => Math.round(rate * 10_000) / 10_000;

const rowOf = (what: HoldOutRow['what'], heldOut: Part, others: Part): HoldOutRow => {
  const difference = differenceOfRates(others, heldOut);
  return {
    what,
    heldOut: rated(heldOut),
    others: rated(others),
    worth: difference && { by: short(difference.by), low: short(difference.low), high: short(difference.high) },
    needed: neededToTell(others, heldOut),
  };
};

/** Of cycles that qualified: what routing is worth. Empty where no lead was held out when any of them did. */
export const holdOutRows = (qualified: readonly Cycle[], asOf: Instant): readonly HoldOutRow[] => {
  const heldOut = qualified.filter((cycle) => cycle.qualified?.heldOut === true);
  const others = qualified.filter((cycle) => cycle.qualified?.heldOut === false);
  if (heldOut.length + others.length === 0) return [];
  const inTime = (cycles: readonly Cycle[]): Part => {
    const { n, of } = contactWithinHour(cycles, asOf);
    return { part: n, of };
  };
  const row = (what: HoldOutRow['what'], is: (cycle: Cycle) => boolean): HoldOutRow =>
    rowOf(what, partOf(heldOut, is), partOf(others, is));
  return [
    rowOf('contacted within the hour', inTime(heldOut), inTime(others)),
    row('accepted', ({ accepted }) => accepted !== undefined),
    row('sales-qualified', ({ salesQualified }) => salesQualified !== undefined),
    row('won', ({ won }) => won !== undefined),
  ];
};
