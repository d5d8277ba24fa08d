import { lazily } from './lazily.ts';
import { isPlaceholder } from './placeholder.ts';
import { ABSENT, andThen, type Reader, read, unreadable } from './reading.ts';
import { TIME_ZONES } from './tables/time-zones.ts';
import { unpack } from './tables/unpack.ts';
import { textOf } from './text.ts';

interface Zone {
  readonly canonical: string;
  /** ISO 3166-1 alpha-2, or `-`. */
  readonly country: string;
}

/** Names in the IANA database by any of their spellings, in lower case. */
const zones = lazily(() => {
  const all = new Map<string, Zone>();
  for (const line of unpack(TIME_ZONES).split('\n')) {
    const [country = '', canonical = '', ...others] = line.split(' ');
    for (const name of [canonical, ...others]) all.set(name.toLowerCase(), { canonical, country });
  }
  return all;
});

const LONGEST = 120;

const zoneOf = (text: string): string | undefined =>
  zones().get(
    text
      .toLowerCase()
      .replace(/\s*\/\s*/g, '/')
      .replace(/ /g, '_'),
  )?.canonical;

/** The country of a zone that was read, as alpha-2; undefined of one that is nobody's, such as UTC. */
export const countryOfZone = (zone: string): string | undefined => {
  const country = zones().get(zone.toLowerCase())?.country;
  return country === undefined || country === '-' ? undefined : country;
};

/** The one zone that a longer text names, as in `(GMT+01:00) Central European Time (Europe/Berlin)`. */
const zoneWithin = (text: string): string | undefined => {
  const found = new Set((text.match(/[A-Za-z_]+(?:\/[A-Za-z_+-]+\d*)+/g) ?? []).map(zoneOf));
  const [only] = found;
  return found.size === 1 ? only : undefined;
};

/** A time zone by its name in the IANA database, the present one. An abbreviation is none: IST is three zones. */
export const readTimeZone: Reader<string> = (value) =>
  andThen(textOf(value), (text) => {
    if (isPlaceholder(text)) return ABSENT;
    const zone = text.length > LONGEST ? undefined : (zoneOf(text) ?? zoneWithin(text));
    return zone === undefined ? unreadable('not a time zone of the IANA database') : read(zone);
  });
