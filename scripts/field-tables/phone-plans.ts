import metadata from 'libphonenumber-js/min/metadata';
import * as z from 'zod';

/** A country's plan is a tuple; what follows its last value that is not 0 may be left off. */
const plan = z.array(z.unknown());
const FORMATS = 4;
const KINDS = 11;

const withoutFormats = (values: readonly unknown[]): readonly unknown[] => {
  const kept = values.map((value, i) => (i === FORMATS || i === KINDS ? 0 : value));
  return kept.slice(0, kept.findLastIndex((value) => value !== 0) + 1);
};

/**
 * The numbering plans of libphonenumber's smallest set, without what formats a number and tells its kind: every
 * number is kept in E.164.
 */
export const phonePlans = (): string => {
  const countries = Object.entries(metadata.countries).map(([code, values]) => [
    code,
    withoutFormats(plan.parse(values)),
  ]);
  return JSON.stringify({ ...metadata, countries: Object.fromEntries(countries) });
};
