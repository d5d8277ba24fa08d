import { createDice, type Dice } from '../examples/dice.ts';
import { zoneNamed } from '../examples/zone-named.ts';
import { instantOf } from '../shared/domain/time/zone.ts';
import { INDUSTRIES, MARKETS } from './agreement.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const FIRST_DAY = Date.UTC(2026, 10, 2);
const DAYS = 30;

/** How many lines of each kind a feed has had so far. */
export interface FeedCount {
  leads: number;
  activities: number;
  answers: number;
}

export interface FeedOptions {
  readonly leads: number;
  readonly seed?: number;
  /** How many of the hot leads are answered by a rep. */
  readonly answered?: number;
  readonly count?: FeedCount;
}

interface Line {
  readonly at: number;
  readonly text: string;
}

type Emit = (at: number, detailType: string, data: object) => void;

const PAGES = ['/', '/product', '/customers/manufacturing', '/blog/stock', '/pricing', '/docs'] as const;
const COMPANIES = ['Alder', 'Birch', 'Cedar', 'Drift', 'Elm', 'Fjord', 'Grove', 'Heath'] as const;
const FIRST_NAMES = [
  'Anna',
  'Bjørn',
  'Chloé',
  'Dmytro',
  'Elif',
  'Fatima',
  'Giulia',
  'Hiroshi',
  'Inês',
  'Jürgen',
] as const;
const LAST_NAMES = [
  'Müller',
  'Smith',
  'García',
  'Nowak',
  'Tanaka',
  'Öztürk',
  'Rossi',
  'Okafor',
  'Haddad',
  'Silva',
] as const;
const TITLES = [
  'Head of operations',
  'Chief financial officer',
  'Buyer',
  'IT director',
  'Analyst',
  'Warehouse manager',
] as const;

const activityData = (dice: Dice) =>
  dice.weighted([
    [60, () => ({ kind: 'page-viewed', url: `https://example.com${dice.pick(PAGES)}` })],
    [20, () => ({ kind: 'email-clicked', title: 'Newsletter' })],
    [12, () => ({ kind: 'content-downloaded', contentId: dice.pick(['product-tour', 'buyers-guide']) })],
    [8, () => ({ kind: 'webinar-attended', title: 'Stock levels in real time' })],
  ])();

/** What becomes of a hot lead: accepted within minutes, contacted within the hour or so, closed within days. */
const handover = (dice: Dice, email: string, hotAt: number, emit: Emit): void => {
  const acceptedAt = hotAt + dice.between(1, 14) * MINUTE;
  emit(acceptedAt, 'RepAnswered', { email, answer: 'accept' });
  if (!dice.chance(0.9)) return;
  const contactedAt = acceptedAt + dice.between(5, 70) * MINUTE;
  emit(contactedAt, 'LeadContacted', { email, channel: 'call' });
  if (!dice.chance(0.9)) return;
  emit(contactedAt + dice.between(1, 4 * 24) * HOUR, 'LeadClosed', {
    email,
    outcome: dice.weighted([
      [5, 'sales-qualified'],
      [4, 'lost'],
      [1, 'won'],
    ]),
  });
};

interface FeedLead {
  readonly index: number;
  readonly firstSeen: number;
  /** How likely the rep is to answer. */
  readonly answered: number;
}

const oneLead = ({ index, firstSeen, answered }: FeedLead, dice: Dice, emit: Emit): void => {
  const market = dice.pick(MARKETS);
  const domain = `${dice.pick(COMPANIES).toLowerCase()}${index % 40_000}.example`;
  const email = `lead${index}@${domain}`;
  // People act while they work, by their own clock, and seldom at a weekend.
  const act = (from: number): number => {
    const day = Math.floor(from / DAY) * DAY;
    const weekend = [0, 6].includes(new Date(day).getUTCDay()) && dice.chance(0.9);
    return instantOf(
      zoneNamed(market.timeZone),
      day + (weekend ? 2 * DAY : 0) + dice.between(9 * 60, 17 * 60) * MINUTE + dice.between(0, 59_999),
    );
  };
  const anonymous = dice.chance(0.3) ? `visitor-${index}` : undefined;
  const activities = dice.between(2, 8);
  const before = dice.between(0, 2);
  const start = act(firstSeen);
  for (let i = 0; i < before; i += 1) {
    emit(start - dice.between(1, 40) * MINUTE, 'LeadActivityRecorded', {
      ...(anonymous ? { visitorId: anonymous } : { email }),
      ...activityData(dice),
    });
  }
  emit(start, 'LeadCaptured', {
    person: { email, firstName: dice.pick(FIRST_NAMES), lastName: dice.pick(LAST_NAMES), title: dice.pick(TITLES) },
    company: {
      name: `${domain.split('.')[0]} Ltd`,
      domain,
      industry: dice.pick(INDUSTRIES),
      employees: dice.pick([8, 40, 180, 600, 1500, 9000]),
    },
    location: { country: market.country, timeZone: market.timeZone },
    source: dice.pick(['website', 'webinar', 'newsletter', 'partner', 'trade-fair']),
    language: 'en',
    ...(anonymous ? { visitorId: anonymous } : {}),
  });
  for (let i = before; i < activities - 1; i += 1) {
    emit(
      i === before ? start + dice.between(1, 50) * MINUTE : act(start + dice.between(1, 10) * DAY),
      'LeadActivityRecorded',
      { email, ...activityData(dice) },
    );
  }
  const last = start + dice.between(1, 90) * MINUTE;
  if (!dice.chance(0.15)) {
    emit(last, 'LeadActivityRecorded', { email, ...activityData(dice) });
    return;
  }
  emit(last, 'LeadActivityRecorded', { email, kind: 'demo-requested', url: 'https://example.com/demo' });
  if (dice.chance(answered)) handover(dice, email, last, emit);
};

const inOrder = (a: Line, b: Line): number => a.at - b.at;

/**
 * A month of a busy company as NDJSON, in order of time: about five activities a lead, one lead in seven
 * hot. The same for the same options, and never in memory as a whole.
 */
export function* feed({
  leads,
  seed = 1,
  answered = 0.85,
  count = { leads: 0, activities: 0, answers: 0 },
}: FeedOptions): Generator<string> {
  const dice = createDice(seed);
  const days = new Map<number, Line[]>();
  let index = 0;
  const emit: Emit = (at, detailType, data) => {
    index += 1;
    count[detailType === 'LeadCaptured' ? 'leads' : detailType === 'LeadActivityRecorded' ? 'activities' : 'answers'] +=
      1;
    const id = `e${String(index).padStart(9, '0')}`;
    const text = JSON.stringify({
      id,
      source: 'bench',
      'detail-type': detailType,
      time: new Date(at).toISOString(),
      detail: { data },
    });
    const day = Math.floor(at / DAY);
    const lines = days.get(day) ?? [];
    days.set(day, lines);
    lines.push({ at, text });
  };
  const flush = function* (before: number): Generator<string> {
    for (const day of [...days.keys()].filter((known) => known < before).sort((a, b) => a - b)) {
      for (const { text } of (days.get(day) ?? []).sort(inOrder)) yield text;
      days.delete(day);
    }
  };
  for (let lead = 0; lead < leads; lead += 1) {
    const firstSeen = FIRST_DAY + Math.floor((lead * DAYS) / leads) * DAY;
    // No event of a lead comes more than a day before the day on which it was first seen.
    yield* flush(Math.floor(firstSeen / DAY) - 1);
    oneLead({ index: lead, firstSeen, answered }, dice, emit);
  }
  yield* flush(Number.POSITIVE_INFINITY);
}
