import { describe, expect, it } from 'vitest';
import { alertPromise, type TerritoryPromise } from '../../shared/agreement/analysis/promise/alert-promise.ts';
import { weekFrom } from '../../shared/agreement/analysis/promise/weeks.ts';
import { datedAgreement, ordinaryAgreement } from '../../shared/agreement/analysis/promise/world.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import { createRules } from '../../shared/domain/rules.ts';
import { dateOf, localDay, minuteOfDay } from '../../shared/domain/time/zone.ts';
import { WEEKDAYS } from '../../shared/domain/vocabulary/weekdays.ts';
import { plantedHoles, randomHours } from '../support/agreement/random-hours.ts';
import { isKeptAt } from '../support/agreement/reach-by-minute.ts';
import { MINUTE } from '../support/agreement/small-agreement.ts';

/** A Monday in spring, two weeks before clocks change in America. */
const MONDAY = '2026-02-23';
const NOW = Date.parse(`${MONDAY}T00:30:00Z`);

/** Whether a hole that was found holds the instant: one of every ordinary week, or one of its date. */
const isInHole = ({ holes, zone }: TerritoryPromise, at: number, of: 'every week' | 'its date'): boolean => {
  const day = localDay(zone, at);
  const weekday = WEEKDAYS[(((day + 3) % 7) + 7) % 7];
  const minute = minuteOfDay(zone, at);
  return holes.some(
    (hole) =>
      (of === 'every week' ? hole.dates === undefined : hole.dates?.includes(dateOf(day))) &&
      hole.weekday === weekday &&
      hole.from <= minute &&
      minute < hole.to,
  );
};

/** Minutes of some weeks, counted from the first, at which the holes and the routing do not agree. */
const disagreements = (
  agreement: Agreement,
  weeks: readonly number[],
  how: 'ordinary' | 'dated',
): readonly string[] => {
  const rules = createRules(how === 'ordinary' ? ordinaryAgreement(agreement) : datedAgreement(agreement));
  return alertPromise(agreement, NOW).flatMap((promise, i) => {
    const territory = rules.agreement.territories[i];
    if (territory === undefined) return [];
    return weeks.flatMap((week) => {
      const { from, to } = weekFrom(promise.monday + 7 * week, promise.zone);
      const found: string[] = [];
      // Half a minute past, where nothing turns.
      for (let at = from + MINUTE / 2; at < to; at += MINUTE) {
        if (at < NOW) continue;
        const kept = isKeptAt(rules, territory, at);
        const everyWeek = isInHole(promise, at, 'every week');
        const itsDate = isInHole(promise, at, 'its date');
        const agrees = how === 'ordinary' && week === 0 ? kept === !everyWeek : kept ? !itsDate : everyWeek || itsDate;
        if (!agrees) found.push(`${promise.territory} ${new Date(at).toISOString()} kept ${kept}`);
      }
      return found.slice(0, 3);
    });
  });
};

describe('the hours in which the promise of the alert cannot be kept', { timeout: 120_000 }, () => {
  it.each([1, 2, 3, 4, 5])('are those that routing has, minute by minute, in agreement %i', (seed) => {
    expect(disagreements(randomHours(seed, MONDAY), [0], 'ordinary')).toEqual([]);
  });

  it.each([12])('are those of the weeks in which clocks change, in agreement %i', (seed) => {
    // America changes on 8 March and Europe on 29 March, in the weeks 1 and 4; week 2 has the clocks between.
    expect(disagreements(ordinaryAgreement(randomHours(seed, MONDAY)), [1, 2, 4, 20], 'ordinary')).toEqual([]);
  });

  it.each([22, 23])('are those of the coming weeks with absences and other hours, in agreement %i', (seed) => {
    expect(disagreements(randomHours(seed, MONDAY), [3, 7, 10], 'dated')).toEqual([]);
  });

  it.each(Array.from({ length: 20 }, (_, seed) => seed))(
    'are exactly those that were planted in agreement %i',
    (seed) => {
      const { agreement, holes } = plantedHoles(seed, 1 + (seed % 4));
      expect(alertPromise(agreement, NOW).flatMap((one) => one.holes)).toEqual(
        holes.map(({ weekday, from, to }) => ({ weekday: WEEKDAYS[weekday], from, to })),
      );
    },
  );

  it.each(Array.from({ length: 7 }, (_, seed) => 100 + seed))(
    'are none where none were planted, in agreement %i',
    (seed) => {
      expect(alertPromise(plantedHoles(seed, 0).agreement, NOW).flatMap(({ holes }) => holes)).toEqual([]);
    },
  );
});
