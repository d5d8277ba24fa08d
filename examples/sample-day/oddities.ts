import type { Dice } from '../dice.ts';
import type { FeedWriter } from './feed-writer.ts';
import { asksForDemo, evaluates } from './journeys.ts';
import { type createPeople, decider } from './people.ts';
import { placeIn } from './places.ts';
import { actsAtOnce, turnsDown } from './sales.ts';
import { localInstant } from './times.ts';

const MINUTE = 60_000;
const BERLIN = 'Europe/Berlin';
const LONDON = 'Europe/London';

type MakePerson = ReturnType<typeof createPeople>;

/** Hot, but marketing did not ask what was agreed; the form that did comes later, or never. */
const incomplete = (makePerson: MakePerson, dice: Dice, feed: FeedWriter): void => {
  for (const [country, at, completedAfter] of [
    ['DE', '10:25', 35],
    ['GB', '09:50', 80],
    ['US', '11:10', undefined],
  ] as const) {
    const { place, captured } = makePerson(placeIn(country), { employees: 450 });
    const { person, language } = captured;
    const time = localInstant(place.timeZone, at);
    feed.event(time, 'forms', 'LeadCaptured', { person, language, source: 'trade-fair', campaign: 'warehouse-expo' });
    feed.event(time + MINUTE, 'forms', 'LeadActivityRecorded', {
      email: person.email,
      kind: 'demo-requested',
      title: 'Card left at the stand',
    });
    if (completedAfter === undefined) continue;
    const completed = time + completedAfter * MINUTE;
    feed.event(completed, 'forms', 'LeadCaptured', { ...captured, source: 'trade-fair' });
    actsAtOnce({ email: person.email, place, captured }, completed, dice, feed);
  }
};

/** A raised hand is no use where the fit is negative. */
const notForSales = (makePerson: MakePerson, feed: FeedWriter): void => {
  const rival = makePerson(placeIn('GB'), { company: 'Rival', employees: 700, title: 'Product manager' });
  const student = makePerson(placeIn('FR'), {
    company: 'Institut Lamartine',
    employees: 900,
    industry: 'Education',
    title: 'PhD student',
  });
  for (const [{ captured, email }, at] of [
    [rival, '13:05'],
    [student, '16:30'],
  ] as const) {
    const time = localInstant(captured.location.timeZone, at);
    feed.event(time, 'forms', 'LeadCaptured', { ...captured, source: 'website' });
    feed.event(time + MINUTE, 'forms', 'LeadActivityRecorded', { email, kind: 'demo-requested' });
  }
};

/** Turned down in the morning, and back on the day after: the next cycle of the same lead. */
const comesBack = (makePerson: MakePerson, dice: Dice, feed: FeedWriter): void => {
  const person = makePerson(placeIn('BE'), { company: 'Moulin Saint-Josse', employees: 60 });
  const hotAt = asksForDemo(person, localInstant('Europe/Brussels', '11:20'), dice, feed);
  if (hotAt === undefined) return;
  turnsDown('not-a-fit', 'Too small, wants to wait for the new warehouse')(person, hotAt, dice, feed);
  const nextDay = localInstant('Europe/Brussels', '09:35', 1);
  feed.event(nextDay, 'forms', 'LeadActivityRecorded', {
    email: person.email,
    kind: 'demo-requested',
    title: 'Second site signed',
  });
  actsAtOnce(person, nextDay, dice, feed);
};

/** After closing time in Europe, and before Sydney opens: in line for a while. */
const afterHours = (makePerson: MakePerson, dice: Dice, feed: FeedWriter): void => {
  for (const at of ['19:34', '19:41']) {
    const person = makePerson(placeIn('GB'), decider(dice));
    evaluates(person, localInstant(LONDON, at), dice, feed);
    actsAtOnce(person, localInstant(LONDON, '21:03'), dice, feed);
  }
};

/** A form is sent twice, the bus delivers twice, and a request is stuck on its way for three quarters of an hour. */
const repeatedAndLate = (makePerson: MakePerson, dice: Dice, feed: FeedWriter): void => {
  const twice = makePerson(placeIn('DE'), { employees: 220 });
  const at = localInstant(BERLIN, '14:10');
  feed.event(
    at,
    'forms',
    'LeadCaptured',
    { ...twice.captured, source: 'website' },
    { again: { afterMinutes: 2, by: 'producer' } },
  );
  feed.event(
    at + MINUTE,
    'forms',
    'LeadActivityRecorded',
    { email: twice.email, kind: 'demo-requested' },
    { again: { afterMinutes: 5, by: 'bus' } },
  );
  actsAtOnce(twice, at + MINUTE, dice, feed);
  feed.event(
    at + 20 * MINUTE,
    'crm',
    'LeadContacted',
    { email: twice.email, channel: 'call' },
    { again: { afterMinutes: 1, by: 'bus' } },
  );

  const late = makePerson(placeIn('FI'), { employees: 640 });
  const asked = localInstant('Europe/Helsinki', '09:20');
  feed.event(asked, 'forms', 'LeadCaptured', { ...late.captured, source: 'website' });
  feed.event(
    asked + 45 * MINUTE,
    'forms',
    'LeadActivityRecorded',
    { email: late.email, kind: 'call-requested' },
    { occurredAt: asked + MINUTE },
  );
  actsAtOnce(late, asked + 45 * MINUTE, dice, feed);
};

/** What cannot be read of a form is left out and told; the lead is kept. */
export const misread = (feed: FeedWriter): void => {
  const event = {
    id: 'event-misread',
    source: 'forms',
    'detail-type': 'LeadCaptured',
    time: '2026-11-16T09:44:00.000Z',
    detail: {
      data: {
        person: { email: 'walk.in@lagerhaus.example', firstName: 'Toni' },
        company: { name: 'Lagerhaus Nord', employees: 'about 200' },
        location: { country: 'Deutschland' },
        source: 'trade-fair',
      },
    },
  };
  feed.raw(localInstant(BERLIN, '10:44'), JSON.stringify(event));
};

/** What cannot be read at all is refused, and nothing else is the worse for it. */
const malformed = (feed: FeedWriter): void => {
  const at = (time: string): number => localInstant(BERLIN, time);
  feed.raw(
    at('10:02'),
    '{"id":"event-cut","source":"forms","detail-type":"LeadCaptured","time":"2026-11-16T09:02:00.000Z","detail":{"data":{"person":{"email":"cut.off@',
  );
  feed.event(at('11:48'), 'forms', 'LeadCaptured', {
    person: { firstName: 'Nameless' },
    company: { name: 'Anonymous', employees: 'about 200' },
  });
  feed.event(at('15:30'), 'marketing-automation', 'LeadMerged', {
    email: 'merged.lead@example.org',
    into: 'another.lead@example.org',
  });
};

export const addOddities = (makePerson: MakePerson, dice: Dice, feed: FeedWriter): void => {
  incomplete(makePerson, dice, feed);
  notForSales(makePerson, feed);
  comesBack(makePerson, dice, feed);
  afterHours(makePerson, dice, feed);
  repeatedAndLate(makePerson, dice, feed);
  malformed(feed);
};
