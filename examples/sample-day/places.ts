import type { Some } from '../dice.ts';
import { CANADA, ELSEWHERE, US_EAST, US_WEST } from './elsewhere.ts';
import { AUSTRIA, BENELUX, BRITAIN, FRANCE, GERMANY, IRELAND, NORDICS, SWITZERLAND } from './europe.ts';
import type { Place } from './place.ts';

/** A place of each lead, more often where more leads come from. */
export const PLACES: Some<readonly [weight: number, place: Place]> = [
  [48, GERMANY],
  [8, AUSTRIA],
  [8, SWITZERLAND],
  [24, BRITAIN],
  [6, IRELAND],
  [26, FRANCE],
  ...BENELUX.map((place) => [8, place] as const),
  ...NORDICS.map((place) => [4, place] as const),
  [52, US_EAST],
  [40, US_WEST],
  [14, CANADA],
  ...ELSEWHERE.map((place) => [3, place] as const),
];

/** The first place in a country. */
export const placeIn = (country: string): Place => {
  const found = PLACES.find(([, place]) => place.country === country);
  if (found === undefined) throw new Error(`No sample place is in ${country}`);
  return found[1];
};
