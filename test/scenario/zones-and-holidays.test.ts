import { describe, expect, it } from 'vitest';
import { acted, agreementWith, captured, dueOf, seller, told } from '../support/scenario/field-world.ts';
import type { Written } from '../support/scenario/what-if.ts';

const OFFICE = { 'mon-fri': ['09:00-17:00'] };
const NIGHT = { 'mon-fri': ['22:00-06:00'] };
const EMAIL = 'kim@north.example';

/** When the acceptance of a lead is due whose demo was asked for at this instant. */
const dueAt = async (rep: object, asked: string, more: Partial<Written> = {}): Promise<unknown> => {
  const before = new Date(Date.parse(asked) - 1_000).toISOString();
  const facts = await told(agreementWith([seller('ida', rep)], more), [captured(before, EMAIL), acted(asked, EMAIL)]);
  return dueOf(facts, EMAIL)[0];
};

describe('hours are those of the zone as the law has it, whatever the runtime knows', () => {
  it.each([
    // All year as in summer, since 2026.
    ['America/Vancouver', '2026-11-18T16:10:00Z', '2026-11-18T16:40:00.000Z'],
    ['America/Vancouver', '2026-11-19T00:40:00Z', '2026-11-19T16:30:00.000Z'],
    ['America/Vancouver', '2027-01-20T16:10:00Z', '2027-01-20T16:40:00.000Z'],
    ['America/Edmonton', '2026-12-01T15:10:00Z', '2026-12-01T15:40:00.000Z'],
    ['America/Winnipeg', '2026-12-01T14:10:00Z', '2026-12-01T14:40:00.000Z'],
    ['Africa/Casablanca', '2026-12-01T16:20:00Z', '2026-12-01T16:50:00.000Z'],
    // As before.
    ['America/Vancouver', '2025-11-18T16:10:00Z', '2025-11-18T17:30:00.000Z'],
    ['America/Los_Angeles', '2026-11-18T16:10:00Z', '2026-11-18T17:30:00.000Z'],
    ['Europe/Berlin', '2026-11-18T08:10:00Z', '2026-11-18T08:40:00.000Z'],
  ])('%s at %s', async (timeZone, asked, due) => {
    expect(await dueAt({ timeZone, hours: OFFICE }, asked)).toBe(due);
  });
});

describe('a public holiday is free', () => {
  it.each([
    ['CA-BC', 'America/Vancouver', '2026-09-30T18:00:00Z', '2026-10-01T16:30:00.000Z'],
    ['CA-MB', 'America/Winnipeg', '2026-09-30T18:00:00Z', '2026-10-01T14:30:00.000Z'],
    ['CA-ON', 'America/Toronto', '2026-09-30T18:00:00Z', '2026-09-30T18:30:00.000Z'],
    ['GB-SCT', 'Europe/London', '2026-06-15T10:00:00Z', '2026-06-16T08:30:00.000Z'],
    ['GB-ENG', 'Europe/London', '2026-06-15T10:00:00Z', '2026-06-15T10:30:00.000Z'],
  ])('by the calendar of %s', async (calendar, timeZone, asked, due) => {
    expect(await dueAt({ timeZone, hours: OFFICE, calendar }, asked)).toBe(due);
  });

  it('or is not, as the agreement mends the calendar', async () => {
    const rep = { timeZone: 'Europe/Berlin', hours: OFFICE, calendar: 'DE-BY' };
    const calendars = { 'DE-BY': { add: ['2026-12-24'], remove: ['2026-01-06'] } };
    expect(await dueAt(rep, '2026-12-24T10:00:00Z')).toBe('2026-12-24T10:30:00.000Z');
    expect(await dueAt(rep, '2026-12-24T10:00:00Z', { calendars })).toBe('2026-12-28T08:30:00.000Z');
    expect(await dueAt(rep, '2026-01-06T10:00:00Z')).toBe('2026-01-07T08:30:00.000Z');
    expect(await dueAt(rep, '2026-01-06T10:00:00Z', { calendars })).toBe('2026-01-06T10:30:00.000Z');
  });
});

describe('a shift past midnight belongs to the day on which it begins', () => {
  const berlin = { timeZone: 'Europe/Berlin', hours: NIGHT };
  // Wednesday, 18 November 2026: nights of Tuesday and of Wednesday.
  const [TUESDAYS, WEDNESDAYS] = ['2026-11-18T01:00:00Z', '2026-11-19T01:00:00Z'];
  const NEXT_NIGHT = '2026-11-19T21:30:00.000Z';

  it('and is worked where no day is off', async () => {
    expect(await dueAt(berlin, TUESDAYS)).toBe('2026-11-18T01:30:00.000Z');
    expect(await dueAt(berlin, WEDNESDAYS)).toBe('2026-11-19T01:30:00.000Z');
  });

  it.each([
    ['an absence', { away: [{ from: '2026-11-18', to: '2026-11-18' }] }],
    ['a day off', { holidays: ['2026-11-18'] }],
    ['a date without hours', { overrides: [{ date: '2026-11-18', hours: [] }] }],
  ])('so %s on Wednesday takes the night from Wednesday, and not the one before', async (_, off) => {
    expect(await dueAt({ ...berlin, ...off }, TUESDAYS)).toBe('2026-11-18T01:30:00.000Z');
    expect(await dueAt({ ...berlin, ...off }, WEDNESDAYS)).toBe(NEXT_NIGHT);
  });

  it('on a date of its own too', async () => {
    const rep = {
      timeZone: 'Europe/Berlin',
      hours: OFFICE,
      overrides: [{ date: '2026-11-18', hours: ['20:00-02:00'] }],
    };
    expect(await dueAt(rep, '2026-11-18T10:00:00Z')).toBe('2026-11-18T19:30:00.000Z');
    expect(await dueAt(rep, '2026-11-19T00:15:00Z')).toBe('2026-11-19T00:45:00.000Z');
    expect(await dueAt(rep, '2026-11-19T00:45:00Z')).toBe('2026-11-19T08:15:00.000Z');
  });
});
