import { describe, expect, it } from 'vitest';
import { zoneNamed } from '../../examples/zone-named.ts';
import { endOfQuiet } from '../../shared/domain/time/quiet-hours.ts';
import { at, iso } from '../support/working-time/schedules.ts';

const end = (quiet: readonly [number, number], text: string, zone = 'Europe/Berlin'): string => {
  const instant = endOfQuiet(zoneNamed(zone), { from: quiet[0] * 60, to: quiet[1] * 60 }, at(text));
  return instant === undefined ? 'not quiet' : iso(instant);
};

describe('quiet hours', () => {
  it('over midnight end on the next morning, or on the same one after midnight', () => {
    expect(end([22, 7], '2026-03-02T21:30:00Z')).toBe('2026-03-03T06:00:00.000Z');
    expect(end([22, 7], '2026-03-03T02:00:00Z')).toBe('2026-03-03T06:00:00.000Z');
    expect(end([22, 7], '2026-03-02T12:00:00Z')).toBe('not quiet');
  });

  it('begin with their first minute and are over with their last', () => {
    expect(end([22, 7], '2026-03-02T20:59:59.999Z')).toBe('not quiet');
    expect(end([22, 7], '2026-03-02T21:00:00Z')).toBe('2026-03-03T06:00:00.000Z');
    expect(end([22, 7], '2026-03-03T05:59:59.999Z')).toBe('2026-03-03T06:00:00.000Z');
    expect(end([22, 7], '2026-03-03T06:00:00Z')).toBe('not quiet');
  });

  it('within a day end on that day, at midnight too', () => {
    expect(end([12, 14], '2026-03-02T12:30:00Z')).toBe('2026-03-02T13:00:00.000Z');
    expect(end([12, 14], '2026-03-02T13:00:00Z')).toBe('not quiet');
    expect(end([12, 14], '2026-03-02T10:59:00Z')).toBe('not quiet');
    expect(end([20, 24], '2026-03-02T20:00:00Z')).toBe('2026-03-02T23:00:00.000Z');
    expect(end([20, 0], '2026-03-02T20:00:00Z')).toBe('2026-03-02T23:00:00.000Z');
    expect(end([20, 0], '2026-03-02T23:00:00Z')).toBe('not quiet');
  });

  it('of no length are never quiet', () => {
    expect(end([7, 7], '2026-03-02T06:00:00Z')).toBe('not quiet');
  });

  it('follow the local clock through a change of daylight saving', () => {
    expect(end([22, 7], '2026-03-28T22:00:00Z')).toBe('2026-03-29T05:00:00.000Z');
    expect(end([22, 7], '2026-10-24T22:00:00Z')).toBe('2026-10-25T06:00:00.000Z');
    expect(end([22, 7], '2026-11-01T03:00:00Z', 'America/New_York')).toBe('2026-11-01T12:00:00.000Z');
  });

  it('end after now even when the clock shows their end a second time', () => {
    expect(end([22, 2.5], '2026-10-25T00:15:00Z')).toBe('2026-10-25T00:30:00.000Z');
    expect(end([22, 2.5], '2026-10-25T01:15:00Z')).toBe('2026-10-25T01:30:00.000Z');
    expect(end([22, 2.5], '2026-03-29T00:30:00Z')).toBe('2026-03-29T01:00:00.000Z');
  });
});
