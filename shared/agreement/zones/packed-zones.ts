import data from 'moment-timezone/data/packed/latest.json' with { type: 'json' };
import type { Zone } from '../../domain/time/zone.ts';

// A letter is a digit of base 60, as in the format that momentjs.com/timezone/docs/#/data-formats/packed-format says.
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX';

const readDigits = (text: string): number => [...text].reduce((sum, digit) => sum * 60 + DIGITS.indexOf(digit), 0);

/** Milliseconds of a number of minutes in base 60, such as `-R.s`. */
const readMinutes = (text: string): number => {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const minutes = readDigits(whole) + readDigits(fraction) / 60 ** fraction.length;
  return Math.round(minutes * 60_000) * (text.startsWith('-') ? -1 : 1);
};

const words = (text: string): readonly string[] => (text === '' ? [] : text.split(' '));

/** All that a zone has been since its first local time, up to the year 2499. */
const unpack = (packed: string, name: string): Zone => {
  const [, , behind = '', indices = '', since = ''] = packed.split('|');
  // Packed as minutes behind UTC.
  const behindMs = words(behind).map(readMinutes);
  const places = [...indices].map(readDigits);
  let at = 0;
  const changes = words(since)
    .slice(0, places.length - 1)
    .map((minutes) => {
      at += readMinutes(minutes);
      return at;
    });
  return { name, changes, offsets: places.map((place) => 0 - (behindMs[place] ?? 0)) };
};

const nameOf = (packed: string): string => packed.slice(0, packed.indexOf('|'));

/** By the name in small letters: how it is spelt, and the zone's data. */
const index = (): ReadonlyMap<string, { readonly name: string; readonly packed: string }> => {
  const byName = new Map(data.zones.map((packed) => [nameOf(packed), packed]));
  const links = data.links.map((link): readonly [string, string] => {
    const [target = '', name = ''] = link.split('|');
    return [name, byName.get(target) ?? ''];
  });
  return new Map([...byName, ...links].map(([name, packed]) => [name.toLowerCase(), { name, packed }]));
};

let known: ReturnType<typeof index> | undefined;
const unpacked = new Map<string, Zone>();

/** In any case of letters, by its name or by an older one. */
export const findZone = (text: string): Zone | undefined => {
  known ??= index();
  const found = known.get(text.toLowerCase());
  if (found === undefined) return undefined;
  const before = unpacked.get(found.name);
  if (before !== undefined) return before;
  const zone = unpack(found.packed, found.name);
  unpacked.set(found.name, zone);
  return zone;
};

/** Each zone once, without its older names. */
export const zoneNames: readonly string[] = data.zones.map(nameOf);

/** The release of the IANA time zone database, such as `2026f`. */
export const packedVersion: string = data.version;
