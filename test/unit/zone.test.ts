import { describe, expect, it } from 'vitest';
import { instantOf, localDate, minuteOfDay, nextLocalMidnight, offsetAt } from '../../shared/domain/time/zone.ts';
import { at, HOUR, iso, MINUTE } from '../support/working-time/schedules.ts';

/** What the local clock shows, as `instantOf` takes it. */
const local = (text: string): number => at(`${text}Z`);

describe('the clock of a zone', () => {
  it('shows the local date and minute', () => {
    expect(localDate('Pacific/Auckland', at('2026-03-02T11:30:59.999Z'))).toBe('2026-03-03');
    expect(minuteOfDay('Pacific/Auckland', at('2026-03-02T11:30:59.999Z'))).toBe(30);
    expect(localDate('America/Los_Angeles', at('2026-01-01T07:59:59Z'))).toBe('2025-12-31');
    expect(minuteOfDay('America/Los_Angeles', at('2026-01-01T07:59:59Z'))).toBe(1439);
    expect(minuteOfDay('Asia/Kathmandu', at('2026-01-01T00:00:00Z'))).toBe(345);
  });

  it('changes to the millisecond', () => {
    const spring = at('2026-03-29T01:00:00Z');
    expect(offsetAt('Europe/Berlin', spring - 1)).toBe(HOUR);
    expect(offsetAt('Europe/Berlin', spring)).toBe(2 * HOUR);
    const autumn = at('2026-11-01T06:00:00Z');
    expect(offsetAt('America/New_York', autumn - 1)).toBe(-4 * HOUR);
    expect(offsetAt('America/New_York', autumn)).toBe(-5 * HOUR);
  });

  it('knows seconds from before time was standardised', () => {
    expect(offsetAt('Europe/Berlin', at('1880-01-01T00:00:00Z'))).toBe(53 * MINUTE + 28_000);
    expect(localDate('Europe/Berlin', at('1879-12-31T23:06:32Z'))).toBe('1880-01-01');
  });

  it('gives the same answers after more days and zones than it remembers', () => {
    const offsets = () => [1900, 1950, 2000, 2026].map((year) => offsetAt('Europe/Berlin', Date.UTC(year, 6)));
    const before = offsets();
    for (let day = 0; day < 5_000; day++) offsetAt('Europe/Berlin', day * 24 * HOUR);
    expect(offsets()).toEqual(before);
  });

  it('gives the same answers in whatever order it is asked', () => {
    const days = Array.from({ length: 6 }, (_, day) => at('2026-03-26T12:00:00Z') + day * 24 * HOUR);
    const instants = days.flatMap((noon) => [noon - 11.5 * HOUR, noon]);
    // Two names of one clock, so that neither remembers what the other was asked.
    const forwards = instants.map((instant) => offsetAt('Europe/Vaduz', instant));
    const backwards = instants.toReversed().map((instant) => offsetAt('Europe/San_Marino', instant));
    expect(backwards.toReversed()).toEqual(forwards);
    expect(new Set(forwards)).toEqual(new Set([HOUR, 2 * HOUR]));
  });

  it('refuses a zone that does not exist', () => {
    expect(() => offsetAt('Mars/Olympus', 0)).toThrow(RangeError);
  });
});

describe('the instant of a local time', () => {
  it('is the end of the gap for a time that is skipped', () => {
    const gap = '2026-03-29T01:00:00.000Z';
    expect(iso(instantOf('Europe/Berlin', local('2026-03-29T02:00:00')))).toBe(gap);
    expect(iso(instantOf('Europe/Berlin', local('2026-03-29T02:59:59')))).toBe(gap);
    expect(iso(instantOf('Europe/Berlin', local('2026-03-29T03:00:00')))).toBe(gap);
    expect(iso(instantOf('America/New_York', local('2026-03-08T02:30:00')))).toBe('2026-03-08T07:00:00.000Z');
    expect(iso(instantOf('Pacific/Apia', local('2011-12-30T12:00:00')))).toBe('2011-12-30T10:00:00.000Z');
  });

  it('is the first showing of a time that is shown twice', () => {
    expect(iso(instantOf('Europe/Berlin', local('2026-10-25T02:00:00')))).toBe('2026-10-25T00:00:00.000Z');
    expect(iso(instantOf('Europe/Berlin', local('2026-10-25T02:59:59')))).toBe('2026-10-25T00:59:59.000Z');
    expect(iso(instantOf('Europe/Berlin', local('2026-10-25T03:00:00')))).toBe('2026-10-25T02:00:00.000Z');
    expect(iso(instantOf('America/New_York', local('2026-11-01T01:30:00')))).toBe('2026-11-01T05:30:00.000Z');
  });
});

describe('the next local midnight', () => {
  it('is the end of the local day, and a day away at midnight itself', () => {
    const next = (zone: string, text: string) => iso(nextLocalMidnight(zone, at(text)));
    expect(next('Europe/Berlin', '2026-03-02T22:59:59Z')).toBe('2026-03-02T23:00:00.000Z');
    expect(next('Europe/Berlin', '2026-03-02T23:00:00Z')).toBe('2026-03-03T23:00:00.000Z');
    expect(next('Europe/Berlin', '2026-03-28T23:00:00Z')).toBe('2026-03-29T22:00:00.000Z');
    expect(next('America/New_York', '2026-11-01T04:00:00Z')).toBe('2026-11-02T05:00:00.000Z');
  });

  it('is one o’clock where midnight is skipped', () => {
    const start = nextLocalMidnight('Africa/Cairo', at('2026-04-23T12:00:00Z'));
    expect(iso(start)).toBe('2026-04-23T22:00:00.000Z');
    expect(minuteOfDay('Africa/Cairo', start)).toBe(60);
  });

  it('comes again where the clocks are put back just after it', () => {
    const first = nextLocalMidnight('America/St_Johns', at('2005-10-29T12:00:00Z'));
    expect(iso(first)).toBe('2005-10-30T02:30:00.000Z');
    expect(iso(nextLocalMidnight('America/St_Johns', first + 30 * MINUTE))).toBe('2005-10-30T03:30:00.000Z');
  });
});
