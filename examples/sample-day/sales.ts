import type { Dice } from '../dice.ts';
import type { FeedWriter } from './feed-writer.ts';
import type { Person } from './people.ts';

/*
 * What sales does about a hot lead, as the CRM reports it. Whose lead it is the CRM need not say: an answer
 * without a rep is the current owner's.
 */
export type Sales = (person: Person, hotAt: number, dice: Dice, feed: FeedWriter) => void;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export const accept = ({ email }: Person, at: number, feed: FeedWriter): void =>
  feed.event(at, 'crm', 'RepAnswered', { email, answer: 'accept' });

export const reject = ({ email }: Person, at: number, reason: string, feed: FeedWriter, note?: string): void =>
  feed.event(at, 'crm', 'RepAnswered', { email, answer: 'reject', reason, ...(note === undefined ? {} : { note }) });

export const contact = ({ email }: Person, at: number, dice: Dice, feed: FeedWriter): void =>
  feed.event(at, 'crm', 'LeadContacted', {
    email,
    channel: dice.weighted([
      [6, 'call'],
      [3, 'e-mail'],
      [1, 'video'],
    ]),
  });

/** Within the week: most on the day after. */
export const close = ({ email }: Person, contactedAt: number, dice: Dice, feed: FeedWriter): void => {
  const after =
    dice.weighted([
      [3, dice.between(2, 5)],
      [6, dice.between(19, 27)],
      [2, dice.between(44, 76)],
    ]) * HOUR;
  const outcome = dice.weighted([
    [9, 'sales-qualified'],
    [4, 'lost'],
    [1, 'won'],
  ]);
  const how = {
    'sales-qualified': {},
    lost: { reason: dice.pick(['no budget', 'chose another vendor', 'no answer']) },
    won: { revenue: dice.between(4, 60) * 1_000, currency: 'EUR' },
  }[outcome];
  feed.event(contactedAt + after + dice.between(0, 59) * MINUTE, 'crm', 'LeadClosed', { email, outcome, ...how });
};

/** Nobody takes the call. */
export const tryToContact = ({ email }: Person, at: number, feed: FeedWriter): void =>
  feed.event(at, 'crm', 'ContactAttempted', { email, channel: 'call', note: 'voice mail' });

const workOn = (person: Person, acceptedAt: number, dice: Dice, feed: FeedWriter): void => {
  accept(person, acceptedAt, feed);
  const contactedAt = acceptedAt + (dice.chance(0.9) ? dice.between(6, 48) : dice.between(66, 110)) * MINUTE;
  if (contactedAt > acceptedAt + HOUR) tryToContact(person, acceptedAt + 20 * MINUTE, feed);
  contact(person, contactedAt, dice, feed);
  close(person, contactedAt, dice, feed);
};

/** As agreed: within a quarter of an hour. */
export const actsAtOnce: Sales = (person, hotAt, dice, feed) =>
  workOn(person, hotAt + dice.between(1, 13) * MINUTE, dice, feed);

/** In time, but only after the reminder. */
export const actsWhenReminded: Sales = (person, hotAt, dice, feed) =>
  workOn(person, hotAt + dice.between(17, 27) * MINUTE, dice, feed);

/** The first owner lets it lie; the second acts. */
export const secondOwnerActs: Sales = (person, hotAt, dice, feed) =>
  workOn(person, hotAt + dice.between(34, 42) * MINUTE, dice, feed);

/** The reason sends it to somebody else, who acts. */
export const passesOn =
  (reason: string): Sales =>
  (person, hotAt, dice, feed) => {
    reject(person, hotAt + 4 * MINUTE, reason, feed);
    workOn(person, hotAt + dice.between(8, 15) * MINUTE, dice, feed);
  };

export const turnsDown =
  (reason: string, note?: string): Sales =>
  (person, hotAt, _dice, feed) =>
    reject(person, hotAt + 6 * MINUTE, reason, feed, note);

/** A promise made and not kept: the owner accepts, and that is all. The next one calls. */
export const acceptsAndForgets: Sales = (person, hotAt, dice, feed) => {
  accept(person, hotAt + 3 * MINUTE, feed);
  workOn(person, hotAt + 4 * HOUR + 12 * MINUTE, dice, feed);
};

export const neverDecides: Sales = (person, hotAt, dice, feed) => {
  accept(person, hotAt + 5 * MINUTE, feed);
  contact(person, hotAt + 25 * MINUTE, dice, feed);
};

/** Who calls at once has accepted by that. */
export const callsAtOnce: Sales = (person, hotAt, dice, feed) => {
  contact(person, hotAt + 3 * MINUTE, dice, feed);
  close(person, hotAt + 3 * MINUTE, dice, feed);
};

/** Three owners are silent; at last their manager calls. */
export const managerActs: Sales = (person, hotAt, dice, feed) => {
  contact(person, hotAt + 2 * HOUR, dice, feed);
  close(person, hotAt + 2 * HOUR, dice, feed);
};

export const nobodyActs: Sales = () => {};
