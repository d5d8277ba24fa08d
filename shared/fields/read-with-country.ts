import type { Fields, Scalar } from '../domain/condition/condition.ts';
import { contextOf, LEAD_READERS } from './lead-readers.ts';

/** Where what somebody wrote for a place is kept, where it cannot be read. */
export const UNREAD = { 'location.country': 'fields.country', 'location.region': 'fields.region' } as const;

export const isKeptUnread = (path: string): path is keyof typeof UNREAD => Object.hasOwn(UNREAD, path);

/** What can only be read with a country, and where it stands as it was written. */
const BY_COUNTRY = [
  { path: 'person.phone', written: 'person.phone' },
  { path: 'location.postalCode', written: 'location.postalCode' },
  { path: 'location.region', written: UNREAD['location.region'] },
] as const;

/** Fields of a lead with the stamp of each: of the event that said it. */
interface Stamped {
  readonly fields: Fields;
  readonly stamps: Readonly<Record<string, string>>;
}

type Again = readonly { readonly path: string; readonly written: string; readonly value: Scalar }[];

const readAgain = (fields: Fields, country: string): Again =>
  BY_COUNTRY.flatMap(({ path, written }) => {
    const text = fields[written];
    // A region that could be read has said its country by itself.
    if (text === undefined || (written !== path && fields[path] !== undefined)) return [];
    const reading = LEAD_READERS[path](text, contextOf(country));
    return 'value' in reading && reading.value !== fields[path] ? [{ path, written, value: reading.value }] : [];
  });

export const countryOf = ({ 'location.country': country }: Fields): string | undefined =>
  typeof country === 'string' ? country : undefined;

/** What fields without a country say, where it is known from elsewhere. */
export const readWithCountry = (fields: Fields, country: string | undefined): Fields => {
  if (country === undefined || countryOf(fields) !== undefined) return fields;
  const again = readAgain(fields, country);
  return again.length === 0
    ? fields
    : { ...fields, ...Object.fromEntries(again.map(({ path, value }) => [path, value])) };
};

/** The same of what is kept: only what reads otherwise now, as if the event that said it had said it so. */
export const toldWithCountry = (kept: Stamped, country: string | undefined): Stamped | undefined => {
  if (country === undefined || countryOf(kept.fields) !== undefined) return undefined;
  const again = readAgain(kept.fields, country);
  if (again.length === 0) return undefined;
  return {
    fields: Object.fromEntries(again.map(({ path, value }) => [path, value])),
    stamps: Object.fromEntries(again.map(({ path, written }) => [path, kept.stamps[written] ?? ''])),
  };
};
