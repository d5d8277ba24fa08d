import { type Exact, exact, plus, rounded, sumOf, times, ZERO } from '../statistics/exact.ts';
import type { Deal } from './cycle.ts';
import type { ReportTerms } from './terms.ts';

/** What was paid in one currency; null where neither the deal nor the agreement names one. */
export interface Money {
  readonly currency: string | null;
  readonly amount: number;
  readonly deals: number;
}

const nullLast = (a: string | null, b: string | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;

/** By key, null last. */
export const byKey = <T extends { readonly key: string | null }>(rows: readonly T[]): readonly T[] =>
  rows.toSorted((a, b) => nullLast(a.key, b.key));

const currencyOf = ({ currency }: Pick<Deal, 'currency'>, terms: ReportTerms): string | null =>
  currency?.toUpperCase() ?? terms.currency ?? null;

/** By currency; a deal of which no revenue is told is no money. */
export const moneyOf = (deals: readonly Deal[], terms: ReportTerms): readonly Money[] => {
  const sums = new Map<string | null, { sum: Exact; deals: number }>();
  for (const deal of deals) {
    if (deal.revenue === undefined) continue;
    const currency = currencyOf(deal, terms);
    const { sum, deals: count } = sums.get(currency) ?? { sum: ZERO, deals: 0 };
    sums.set(currency, { sum: plus(sum, exact(deal.revenue)), deals: count + 1 });
  }
  return [...sums]
    .map(([currency, { sum, deals: count }]) => ({ currency, amount: rounded(sum, 2), deals: count }))
    .toSorted((a, b) => nullLast(a.currency, b.currency));
};

/** What one of a currency is worth in the base; undefined where nobody has agreed on it. */
const worthOf = (currency: string | null, { currency: base, rates }: ReportTerms): Exact | undefined => {
  if (base === undefined || currency === null) return undefined;
  if (currency === base) return exact(1);
  const rate = rates[currency];
  return rate === undefined ? undefined : exact(rate);
};

const inBase = (amount: number, currency: string | null, terms: ReportTerms): Exact | undefined => {
  const worth = worthOf(currency, terms);
  return worth && times(exact(amount), worth);
};

const sumIfAll = (values: readonly (Exact | undefined)[]): Exact | undefined =>
  values.every((value) => value !== undefined) ? sumOf(values.filter((value) => value !== undefined)) : undefined;

/** All of it in the base; undefined where there is no base, or no rate for some of it. */
export const revenueInBase = (deals: readonly Deal[], terms: ReportTerms): Exact | undefined =>
  terms.currency === undefined
    ? undefined
    : sumIfAll(
        deals.flatMap((deal) =>
          deal.revenue === undefined ? [] : [inBase(deal.revenue, currencyOf(deal, terms), terms)],
        ),
      );

/** A part of the costs, each in the base; where there is no base, as they are. */
export const costInBase = (
  costs: readonly { readonly amount: Exact; readonly currency?: string }[],
  terms: ReportTerms,
): Exact | undefined =>
  sumIfAll(
    costs.map(({ amount, currency }) => {
      if (currency === undefined || currency === terms.currency) return amount;
      const worth = worthOf(currency, terms);
      return worth && times(amount, worth);
    }),
  );
