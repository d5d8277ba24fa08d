import { writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { createDice } from './dice.ts';
import { createFeedWriter } from './sample-day/feed-writer.ts';
import * as journeys from './sample-day/journeys.ts';
import { addOddities, misread } from './sample-day/oddities.ts';
import { createPeople, decider, onlooker } from './sample-day/people.ts';
import { PLACES } from './sample-day/places.ts';
import * as sales from './sample-day/sales.ts';
import { playScenes } from './sample-day/scenes.ts';
import { localInstant, someTime } from './sample-day/times.ts';

const SEED = 20261116;
const LEADS = 270;
const ATTENDEES = 22;

const SALES = [
  [88, sales.actsAtOnce],
  [6, sales.actsWhenReminded],
  [3, sales.turnsDown('not-a-fit')],
  [3, sales.passesOn('wrong-territory')],
] as const;

/** The sample day, line by line: always the same. */
export const makeSampleDay = (): readonly string[] => {
  const dice = createDice(SEED);
  const feed = createFeedWriter();
  const makePerson = createPeople(dice);
  playScenes(makePerson, dice, feed);
  addOddities(makePerson, dice, feed);
  for (let nth = 0; nth < LEADS; nth += 1) {
    const place = dice.weighted(PLACES);
    const journey = dice.weighted([
      [42, journeys.signsUp],
      [31, journeys.reads],
      [10, journeys.evaluates],
      [13, journeys.asksForDemo],
      [4, journeys.asksForCall],
    ]);
    const quiet = journey === journeys.signsUp || journey === journeys.reads;
    const person = makePerson(place, quiet ? onlooker(dice) : journey === journeys.evaluates ? decider(dice) : {});
    const hotAt = journey(person, someTime(place.timeZone, dice), dice, feed);
    if (hotAt === undefined) continue;
    dice.weighted(SALES)(person, hotAt, dice, feed);
  }
  // The webinar's platform hands over everybody who was there, in one minute.
  const ended = localInstant('Europe/London', '16:05');
  for (let nth = 0; nth < ATTENDEES; nth += 1) {
    const ready = dice.chance(0.3);
    const person = makePerson(dice.weighted(PLACES), ready ? decider(dice) : onlooker(dice));
    const hotAt = journeys.attendsWebinar(person, ended + nth * 1_500, dice, feed);
    if (ready && hotAt !== undefined) dice.weighted(SALES)(person, hotAt, dice, feed);
  }
  misread(feed);
  return feed.lines();
};

if (argv[1] === fileURLToPath(import.meta.url)) {
  const file = fileURLToPath(new URL('sample-day.ndjson', import.meta.url));
  writeFileSync(file, `${makeSampleDay().join('\n')}\n`);
}
