import * as fc from 'fast-check';
import moment from 'moment-timezone';
import { describe, expect, it } from 'vitest';
import { zoneNamed } from '../../examples/zone-named.ts';
import type { Duty, Rotation } from '../../shared/domain/duty/duty.ts';
import { dutyOrder, nextDuty } from '../../shared/domain/duty/on-duty.ts';
import { weekdayOf } from '../../shared/domain/time/zone.ts';
import { always, DAY, HOUR, weekdays } from '../support/agreement/small-agreement.ts';

const dayOf = (date: string): number => Date.parse(`${date}T00:00Z`) / DAY;

/** Ana, Ben and Cem from Monday, 2 November 2026, in Berlin, handed over on Mondays at nine. */
const WEEKLY: Rotation = {
  reps: ['ana', 'ben', 'cem'],
  from: dayOf('2026-11-02'),
  everyDays: 7,
  handoffDay: dayOf('2026-11-02'),
  handoffMinute: 9 * 60,
};
const DAILY: Rotation = { ...WEEKLY, everyDays: 1 };

const duty = (parts: Partial<Duty> = {}): Duty => ({
  name: 'nights',
  schedule: always('Europe/Berlin'),
  rotation: WEEKLY,
  shifts: [],
  ...parts,
});

const at = (text: string): number => Date.parse(text);

const onDuty = (one: Duty, now: number): string | undefined => dutyOrder(one, now)[0];

describe('who is on duty', () => {
  it.each([
    ['nobody before the first day', '2026-11-01T22:59:59Z', undefined],
    ['the first from its midnight on', '2026-11-01T23:00:00Z', 'ana'],
    ['the first until the handoff of the week after', '2026-11-09T07:59:59Z', 'ana'],
    ['the second from that handoff on', '2026-11-09T08:00:00Z', 'ben'],
    ['the third a week later', '2026-11-16T08:00:00Z', 'cem'],
    ['the first again after all of them', '2026-11-23T08:00:00Z', 'ana'],
    ['whose turn it is in summer, by the clock of the summer', '2027-03-29T07:00:00Z', 'ana'],
    ['whose turn it was until then', '2027-03-29T06:59:59Z', 'cem'],
  ])('is %s', (_, instant, rep) => {
    expect(onDuty(duty(), at(instant))).toBe(rep);
  });

  it('is the first until the first handoff on a later day, where the rotation begins in the middle of a week', () => {
    const begins = duty({ rotation: { ...WEEKLY, from: dayOf('2026-11-05') } });
    expect(onDuty(begins, at('2026-11-04T22:59:00Z'))).toBeUndefined();
    expect(onDuty(begins, at('2026-11-09T07:59:00Z'))).toBe('ana');
    expect(onDuty(begins, at('2026-11-09T08:00:00Z'))).toBe('ben');
  });

  it('changes every day at the handoff of a daily rotation', () => {
    const daily = duty({ rotation: DAILY });
    const noons = Array.from({ length: 5 }, (_, day) => onDuty(daily, at('2026-11-02T11:00:00Z') + day * DAY));
    expect(noons).toEqual(['ana', 'ben', 'cem', 'ana', 'ben']);
    expect(onDuty(daily, at('2026-11-03T07:59:00Z'))).toBe('ana');
  });

  it('is nobody outside the hours', () => {
    const office = duty({ schedule: weekdays(18, 24, 'Europe/Berlin') });
    expect(onDuty(office, at('2026-11-02T16:59:00Z'))).toBeUndefined();
    expect(onDuty(office, at('2026-11-02T17:00:00Z'))).toBe('ana');
    expect(nextDuty(office, at('2026-11-02T12:00:00Z'))).toBe(at('2026-11-02T17:00:00Z'));
    expect(nextDuty(office, at('2026-10-20T12:00:00Z'))).toBe(at('2026-11-02T17:00:00Z'));
  });

  it('is the next of the rotation for whoever cannot', () => {
    const now = at('2026-11-10T12:00:00Z');
    expect(dutyOrder(duty(), now)).toEqual(['ben', 'cem', 'ana']);
  });

  it('is whoever stands in, and then the rotation', () => {
    const shift = { from: at('2026-11-10T12:00:00Z'), to: at('2026-11-10T14:00:00Z'), rep: 'dora' };
    const replaced = duty({ shifts: [shift] });
    expect(dutyOrder(replaced, shift.from)).toEqual(['dora', 'ben', 'cem', 'ana']);
    expect(onDuty(replaced, shift.from - 1)).toBe('ben');
    expect(onDuty(replaced, shift.to)).toBe('ben');
  });
});

describe('the turns of a rotation', () => {
  const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Havana', 'UTC');
  const rotations = fc
    .record({
      from: fc.integer({ min: dayOf('2025-01-01'), max: dayOf('2027-01-01') }),
      weekly: fc.boolean(),
      weekday: fc.integer({ min: 0, max: 6 }),
      handoffMinute: fc.integer({ min: 0, max: 1439 }),
      size: fc.integer({ min: 1, max: 5 }),
    })
    .map(
      ({ from, weekly, weekday, handoffMinute, size }): Rotation => ({
        reps: Array.from({ length: size }, (_, i) => `rep-${i}`),
        from,
        everyDays: weekly ? 7 : 1,
        handoffDay: weekly ? from - ((weekdayOf(from) - weekday + 7) % 7) : from,
        handoffMinute,
      }),
    );

  /** What a clock on the wall shows: by another reader of the same rules, as the runtime may have older ones. */
  const shown = (timeZone: string, instant: number): { readonly day: number; readonly minute: number } => {
    const local = moment.tz(instant, timeZone);
    return { day: dayOf(local.format('YYYY-MM-DD')), minute: local.hours() * 60 + local.minutes() };
  };

  it('follow each other at the handoff that the clock on the wall shows, whatever the season', () => {
    fc.assert(
      fc.property(zones, rotations, fc.integer({ min: 0, max: 3_000 }), (zone, rotation, hours) => {
        const now = (rotation.from + 2) * DAY + hours * HOUR;
        const { day, minute } = shown(zone, now);
        // Where the clock is put back over the handoff the local time comes twice: the first time counts.
        const hourBefore = shown(zone, now - HOUR);
        const isTwice = hourBefore.day === day && hourBefore.minute === minute;
        fc.pre(!isTwice && !(hourBefore.day > day));
        let passed = 0;
        for (let one = rotation.from + 1; one <= day; one++) {
          const isHandoff = (one - rotation.handoffDay) % rotation.everyDays === 0;
          if (isHandoff && (one < day || minute >= rotation.handoffMinute)) passed++;
        }
        const expected = rotation.reps[passed % rotation.reps.length];
        const schedule = { ...always(), zone: zoneNamed(zone) };
        expect(onDuty(duty({ schedule, rotation }), now)).toBe(expected);
      }),
    );
  });

  it('never go back, also where the clocks do', () => {
    fc.assert(
      fc.property(zones, rotations, (zone, rotation) => {
        const schedule = { ...always(), zone: zoneNamed(zone) };
        const longer = { ...rotation, reps: Array.from({ length: 400 }, (_, i) => String(i)) };
        const turns = Array.from({ length: 300 * 4 }, (_, i) => {
          const now = (rotation.from + 1) * DAY + i * 6 * HOUR;
          return [now, now + 30 * 60_000].map((one) => Number(onDuty(duty({ schedule, rotation: longer }), one) ?? -1));
        }).flat();
        expect(turns).toEqual(turns.toSorted((a, b) => a - b));
      }),
      { numRuns: 10 },
    );
  });
});
