import type { Dice } from '../dice.ts';
import type { FeedWriter } from './feed-writer.ts';
import type { Person } from './people.ts';

/*
 * What people do before anybody at sales hears of them. Each journey writes its events from `at` on and
 * answers when the lead should be hot, if it should.
 */
export type Journey = (person: Person, at: number, dice: Dice, feed: FeedWriter) => number | undefined;

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const SITE = 'https://example.com';

const BLOG = ['/blog/counting-stock', '/blog/cold-chain', '/blog/safety-stock', '/blog/returns'] as const;
const CASES = ['/customers/manufacturing', '/customers/retail', '/customers/wholesale'] as const;
const CAMPAIGNS = ['autumn-stocktake', 'cold-chain-2026', 'brand-search'] as const;

type Who = { readonly email: string } | { readonly visitorId: string };

const view = (feed: FeedWriter, at: number, who: Who, path: string, title: string): void =>
  feed.event(at, 'website', 'LeadActivityRecorded', { ...who, kind: 'page-viewed', url: `${SITE}${path}`, title });

const download = (feed: FeedWriter, at: number, who: Who, contentId: string, title: string): void =>
  feed.event(at, 'website', 'LeadActivityRecorded', { ...who, kind: 'content-downloaded', contentId, title });

/** Once they have filled it in, they are known. */
const knownAs = ({ email }: Person): Who => ({ email });

/** What led here is told by the visitor's cookie or not at all: people are anonymous until they fill in a form. */
const visitorOf = (person: Person): { readonly visitorId: string } => ({
  visitorId: `v-${person.email.split('@')[0]}`,
});

export const signsUp: Journey = (person, at, dice, feed) => {
  feed.event(at, 'forms', 'LeadCaptured', { ...person.captured, source: 'newsletter', campaign: dice.pick(CAMPAIGNS) });
  for (let nth = dice.between(0, 2); nth > 0; nth -= 1)
    view(feed, at + nth * dice.between(2, 9) * MINUTE, knownAs(person), dice.pick(BLOG), 'Blog');
  return undefined;
};

export const reads: Journey = (person, at, dice, feed) => {
  const visitor = visitorOf(person);
  for (let nth = dice.between(1, 3); nth > 0; nth -= 1)
    view(feed, at - nth * 4 * MINUTE, visitor, dice.pick(BLOG), 'Blog');
  feed.event(at, 'forms', 'LeadCaptured', {
    ...person.captured,
    ...visitor,
    source: 'website',
    campaign: dice.pick(CAMPAIGNS),
  });
  download(feed, at + MINUTE, knownAs(person), 'product-tour', 'Product tour in five minutes');
  if (dice.chance(0.4)) {
    feed.event(at + dice.between(60, 300) * MINUTE, 'marketing-automation', 'LeadActivityRecorded', {
      email: person.email,
      kind: 'email-clicked',
      title: 'Five ways to count less',
    });
  }
  return undefined;
};

/** Nobody asks for anything, but everything points to a decision. */
export const evaluates: Journey = (person, at, dice, feed) => {
  const visitor = visitorOf(person);
  // A fortnight ago: worth half by now.
  download(feed, at - dice.between(2, 14) * DAY, visitor, 'product-tour', 'Product tour in five minutes');
  view(feed, at - 9 * MINUTE, visitor, dice.pick(CASES), 'Customers');
  view(feed, at - 6 * MINUTE, visitor, '/pricing', 'Pricing');
  feed.event(at, 'forms', 'LeadCaptured', {
    ...person.captured,
    ...visitor,
    source: dice.pick(['website', 'partner']),
    interest: 'stock control',
  });
  download(feed, at + MINUTE, knownAs(person), 'buyers-guide', "Buyer's guide, nine questions to ask any vendor");
  view(feed, at + 4 * MINUTE, knownAs(person), '/pricing/enterprise', 'Pricing for enterprises');
  return at + 4 * MINUTE;
};

export const asksForDemo: Journey = (person, at, dice, feed) => {
  const visitor = visitorOf(person);
  view(feed, at - 7 * MINUTE, visitor, '/', 'Home');
  if (dice.chance(0.6)) view(feed, at - 4 * MINUTE, visitor, dice.pick(CASES), 'Customers');
  if (dice.chance(0.5)) view(feed, at - 2 * MINUTE, visitor, '/pricing', 'Pricing');
  feed.event(at, 'forms', 'LeadCaptured', {
    ...person.captured,
    ...visitor,
    source: 'website',
    campaign: dice.pick(CAMPAIGNS),
    interest: 'demo',
  });
  feed.event(at + 30_000, 'forms', 'LeadActivityRecorded', {
    email: person.email,
    kind: 'demo-requested',
    url: `${SITE}/demo`,
    title: 'Demo',
  });
  return at + MINUTE;
};

export const asksForCall: Journey = (person, at, _dice, feed) => {
  view(feed, at - 3 * MINUTE, visitorOf(person), '/contact', 'Contact');
  feed.event(at, 'forms', 'LeadCaptured', { ...person.captured, ...visitorOf(person), source: 'website' });
  feed.event(at + 30_000, 'forms', 'LeadActivityRecorded', {
    email: person.email,
    kind: 'call-requested',
    url: `${SITE}/contact`,
  });
  return at + MINUTE;
};

/** The platform says who attended, minutes after the end; that event is late, and tells when it was. */
export const attendsWebinar: Journey = (person, at, dice, feed) => {
  const began = at - dice.between(50, 70) * MINUTE;
  feed.event(at, 'webinars', 'LeadCaptured', { ...person.captured, source: 'webinar', campaign: 'webinar-november' });
  feed.event(
    at + 30_000,
    'webinars',
    'LeadActivityRecorded',
    { email: person.email, kind: 'webinar-attended', title: 'Counting stock without counting' },
    { occurredAt: began },
  );
  return at + MINUTE;
};
