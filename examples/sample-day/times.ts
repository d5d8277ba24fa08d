import { instantOf } from '../../shared/domain/time/zone.ts';
import type { Dice } from '../dice.ts';
import { zoneNamed } from '../zone-named.ts';

const MINUTE = 60_000;

/** Monday, 16 November 2026, as clocks show it everywhere. */
const MONDAY = Date.UTC(2026, 10, 16);
const DAY = 1_440 * MINUTE;

/** The instant of a local time, such as `09:40`, on the Monday, or so many days after it. */
export const localInstant = (timeZone: string, time: string, daysAfter = 0): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return instantOf(zoneNamed(timeZone), MONDAY + daysAfter * DAY + (hours * 60 + minutes) * MINUTE);
};

/** When people fill in forms: mostly at work, some in the evening, one in seven on the morning after. */
export const someTime = (timeZone: string, dice: Dice): number => {
  const morningAfter = dice.chance(0.14);
  const hour = morningAfter
    ? dice.between(7, 10)
    : dice.weighted([
        [3, 7],
        [7, 8],
        [10, 9],
        [12, 10],
        [10, 11],
        [5, 12],
        [7, 13],
        [10, 14],
        [10, 15],
        [8, 16],
        [4, 17],
        [2, 18],
        [1, 20],
      ]);
  const local = MONDAY + (morningAfter ? DAY : 0) + (hour * 60 + dice.between(0, 59)) * MINUTE;
  return instantOf(zoneNamed(timeZone), local + dice.between(0, 59_999));
};
