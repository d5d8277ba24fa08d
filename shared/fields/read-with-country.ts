import type { Fields, Scalar } from '../domain/condition/condition.ts';
import { contextOf, LEAD_READERS } from './lead-readers.ts';

/**
 * Where what somebody wrote for a place is kept, where it cannot be read, or not well before the country is known. Names
 * that no producer gives to something else, but for that of the country, which is not read again.
 */
export const UNREAD = {
  'location.country': 'fields.country',
  'location.region': 'fields.location.region',
  'location.postalCode': 'fields.location.postalCode',
} as const;

export const isKeptUnread = (path: string): path is keyof typeof UNREAD => Object.hasOwn(UNREAD, path);

/** What can only be read with a country. */
const BY_COUNTRY = ['person.phone', 'location.postalCode', 'location.region'] as const;

/** Fields of a lead with the stamp of each: of the event that said it. */
interface Stamped {
  readonly fields: Fields;
  readonly stamps: Readonly<Record<string, string>>;
}

/** Where a field stands as it was written; what was said later and needed no keeping stands for itself. */
const writtenAt = ({ fields, stamps }: Stamped, path: (typeof BY_COUNTRY)[number]): string => {
  const kept = isKeptUnread(path) ? UNREAD[path] : path;
  return fields[kept] === undefined || (stamps[kept] ?? '') < (stamps[path] ?? '') ? path : kept;
};

type Again = readonly { readonly path: string; readonly written: string; readonly value: Scalar }[];

const readAgain = (told: Stamped, country: string): Again =>
  BY_COUNTRY.flatMap((path) => {
    const { fields } = told;
    const written = writtenAt(told, path);
    const text = fields[written];
    // A region that could be read has said its country by itself.
    if (text === undefined || (path === 'location.region' && fields[path] !== undefined)) return [];
    const reading = LEAD_READERS[path](text, contextOf(country));
    return 'value' in reading && reading.value !== fields[path] ? [{ path, written, value: reading.value }] : [];
  });

const onlyPaths = (again: Again): Fields => Object.fromEntries(again.map(({ path, value }) => [path, value]));

export const countryOf = ({ 'location.country': country }: Fields): string | undefined =>
  typeof country === 'string' ? country : undefined;

/** What fields of one event without a country say, where it is known from elsewhere. */
export const readWithCountry = (fields: Fields, country: string | undefined): Fields => {
  if (country === undefined || countryOf(fields) !== undefined) return fields;
  const again = readAgain({ fields, stamps: {} }, country);
  return again.length === 0 ? fields : { ...fields, ...onlyPaths(again) };
};

/** The same of what is kept: only what reads otherwise now, as if the event that said it had said it so. */
export const toldWithCountry = (kept: Stamped, country: string | undefined): Stamped | undefined => {
  if (country === undefined || countryOf(kept.fields) !== undefined) return undefined;
  const again = readAgain(kept, country);
  if (again.length === 0) return undefined;
  const stamps = Object.fromEntries(again.map(({ path, written }) => [path, kept.stamps[written] ?? '']));
  return { fields: onlyPaths(again), stamps };
};
