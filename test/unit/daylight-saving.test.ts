import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../shared/domain/time/schedule.ts';
import {
  addWorking,
  elapsedWorking,
  isOpen,
  nextOpening,
  subtractWorking,
} from '../../shared/domain/time/working-time.ts';
import { at, everyDay, HOUR, hours, iso, MINUTE, schedule } from '../support/working-time/schedules.ts';

describe('daylight saving', () => {
  const sunday = (timeZone: string, from: number, to: number): Schedule =>
    schedule(timeZone, { week: Array.from({ length: 7 }, (_, day) => (day === 6 ? [hours(from, to)] : [])) });
  const week = (of: Schedule, from: string): number => elapsedWorking(of, at(from), at(from) + 7 * 24 * HOUR) / HOUR;

  it.each([
    ['Europe/Berlin', '2026-03-25T00:00:00Z', 23],
    ['Europe/Berlin', '2026-10-21T00:00:00Z', 25],
    ['America/New_York', '2026-03-04T00:00:00Z', 23],
    ['America/New_York', '2026-10-28T00:00:00Z', 25],
    ['America/Havana', '2024-03-06T00:00:00Z', 23],
    ['America/Havana', '2024-10-30T00:00:00Z', 25],
    ['Australia/Lord_Howe', '2026-03-31T00:00:00Z', 24.5],
    ['Australia/Lord_Howe', '2026-09-30T00:00:00Z', 23.5],
    ['Asia/Kolkata', '2026-03-25T00:00:00Z', 24],
  ])('makes the Sunday in %s in the week from %s last %d hours', (timeZone, from, length) => {
    expect(week(sunday(timeZone, 0, 24), from)).toBe(length);
  });

  it('starts at the end of the gap what would start in it, and ends there what would end in it', () => {
    const gap = at('2026-03-29T01:00:00Z');
    expect(nextOpening(sunday('Europe/Berlin', 2.5, 10), gap - 5 * HOUR)).toBe(gap);
    expect(week(sunday('Europe/Berlin', 2.5, 10), '2026-03-25T00:00:00Z')).toBe(7);
    expect(subtractWorking(sunday('Europe/Berlin', 0, 2.5), gap + 5 * HOUR, 0)).toBe(gap);
    expect(week(sunday('Europe/Berlin', 2.25, 2.75), '2026-03-25T00:00:00Z')).toBe(0);
  });

  it('takes the first showing of a time that the clock shows twice', () => {
    expect(iso(nextOpening(sunday('Europe/Berlin', 2.5, 10), at('2026-10-24T12:00:00Z')))).toBe(
      '2026-10-25T00:30:00.000Z',
    );
    expect(week(sunday('Europe/Berlin', 2.5, 10), '2026-10-21T00:00:00Z')).toBe(8.5);
    expect(week(sunday('Europe/Berlin', 0, 2.5), '2026-10-21T00:00:00Z')).toBe(2.5);
  });

  it('keeps office hours by the local clock on both sides of a change', () => {
    const office = schedule('America/New_York');
    expect(iso(addWorking(office, at('2026-03-06T21:00:00Z'), 2 * HOUR))).toBe('2026-03-09T14:00:00.000Z');
    expect(iso(subtractWorking(office, at('2026-11-02T15:00:00Z'), 2 * HOUR))).toBe('2026-10-30T20:00:00.000Z');
  });

  it('knows no work on a date that the zone left out', () => {
    const apia = schedule('Pacific/Apia', { week: everyDay(0, 24), dateHours: { '2011-12-30': [hours(8, 16)] } });
    expect(elapsedWorking(apia, at('2011-12-29T10:00:00Z'), at('2011-12-31T10:00:00Z'))).toBe(48 * HOUR);
    const thatDay = schedule('Pacific/Apia', { week: [], dateHours: { '2011-12-30': [hours(8, 16)] } });
    expect(nextOpening(thatDay, at('2011-12-29T00:00:00Z'))).toBeUndefined();
  });

  it('counts the hour that is shown twice over midnight to the day it had reached', () => {
    const first = at('2005-10-30T02:30:00Z');
    const stJohns = schedule('America/St_Johns', { week: [[], [], [], [], [], [], [hours(0, 24)]] });
    expect(iso(nextOpening(stJohns, first - HOUR))).toBe('2005-10-30T02:30:00.000Z');
    expect(isOpen(stJohns, first + 30 * MINUTE)).toBe(true);
    expect(elapsedWorking(stJohns, first, first + 48 * HOUR)).toBe(25 * HOUR);
    expect(elapsedWorking(stJohns, first, first + 30 * MINUTE)).toBe(30 * MINUTE);
    expect(addWorking(stJohns, first + 30 * MINUTE, HOUR)).toBe(first + 90 * MINUTE);
    expect(subtractWorking(stJohns, first + 30 * MINUTE, 15 * MINUTE)).toBe(first + 15 * MINUTE);
  });
});
