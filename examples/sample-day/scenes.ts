import type { Dice } from '../dice.ts';
import type { FeedWriter } from './feed-writer.ts';
import { asksForCall, asksForDemo, evaluates, type Journey } from './journeys.ts';
import type { createPeople, Wanted } from './people.ts';
import { placeIn } from './places.ts';
import * as sales from './sales.ts';
import { localInstant } from './times.ts';

/*
 * What a day should show, whatever chance brings: each scene is one lead, at a time of its own place.
 */
interface Scene {
  readonly country: string;
  /** Local time on the Monday. */
  readonly at: string;
  readonly journey: Journey;
  readonly sales: sales.Sales;
  readonly wanted?: Wanted;
}

const SCENES: readonly Scene[] = [
  // Unanswered: reminded, given to the next, and at last to the manager.
  {
    country: 'DE',
    at: '09:40',
    journey: asksForDemo,
    sales: sales.managerActs,
    wanted: { company: 'Wesermühle', employees: 340 },
  },
  {
    country: 'US',
    at: '10:05',
    journey: asksForDemo,
    sales: sales.nobodyActs,
    wanted: { company: 'Hudson Lantern', employees: 80 },
  },
  { country: 'FR', at: '10:10', journey: asksForDemo, sales: sales.secondOwnerActs },
  { country: 'GB', at: '14:20', journey: asksForCall, sales: sales.secondOwnerActs },
  { country: 'CA', at: '13:15', journey: asksForDemo, sales: sales.secondOwnerActs },
  { country: 'IE', at: '11:30', journey: asksForDemo, sales: sales.actsWhenReminded },
  // Accepted, and then nothing.
  { country: 'SE', at: '09:05', journey: asksForDemo, sales: sales.acceptsAndForgets },
  {
    country: 'DE',
    at: '10:15',
    journey: evaluates,
    sales: sales.neverDecides,
    wanted: { employees: 4_200, industry: 'Manufacturing', title: 'Chief operating officer' },
  },
  {
    country: 'GB',
    at: '10:40',
    journey: evaluates,
    sales: sales.neverDecides,
    wanted: { employees: 1_900, industry: 'Retail', title: 'Head of supply chain' },
  },
  // Every reason to say no, and one that nobody agreed on.
  {
    country: 'NL',
    at: '09:50',
    journey: asksForDemo,
    sales: sales.turnsDown('not-a-fit', 'Three people and a bicycle'),
    wanted: { company: 'Fietskoerier Oost', employees: 3 },
  },
  { country: 'US', at: '09:15', journey: asksForDemo, sales: sales.passesOn('wrong-territory') },
  { country: 'AT', at: '11:05', journey: asksForDemo, sales: sales.passesOn('no-time') },
  {
    country: 'GB',
    at: '11:45',
    journey: asksForCall,
    sales: sales.turnsDown('duplicate', 'Same person as last week, by another address'),
  },
  { country: 'FR', at: '15:00', journey: asksForCall, sales: sales.turnsDown('bad-contact') },
  { country: 'DK', at: '10:20', journey: asksForDemo, sales: sales.passesOn('too-busy') },
  // Colleagues: the second goes to whoever has the first.
  {
    country: 'CH',
    at: '09:30',
    journey: evaluates,
    sales: sales.actsAtOnce,
    wanted: { company: 'Aare Turbinen', employees: 2_600, industry: 'Manufacturing', title: 'Head of purchasing' },
  },
  {
    country: 'CH',
    at: '10:50',
    journey: asksForDemo,
    sales: sales.actsAtOnce,
    wanted: { company: 'Aare Turbinen', employees: 2_600, industry: 'Manufacturing', title: 'IT director' },
  },
  { country: 'NO', at: '13:10', journey: asksForCall, sales: sales.callsAtOnce },
];

type MakePerson = ReturnType<typeof createPeople>;

export const playScenes = (makePerson: MakePerson, dice: Dice, feed: FeedWriter): void => {
  for (const { country, at, journey, sales: act, wanted } of SCENES) {
    const place = placeIn(country);
    const person = makePerson(place, wanted);
    const hotAt = journey(person, localInstant(place.timeZone, at), dice, feed);
    if (hotAt !== undefined) act(person, hotAt, dice, feed);
  }
};
