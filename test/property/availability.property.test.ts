import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Absence, absenceAt } from '../../shared/domain/routing/absence.ts';
import { nextAtWork, offAt } from '../../shared/domain/routing/availability.ts';
import { changeAvailability, countLapse, noteAnswer } from '../../shared/domain/routing/change-availability.ts';
import { NO_LOAD, type RepLoad } from '../../shared/domain/routing/rep-load.ts';
import { isOpen } from '../../shared/domain/time/working-time.ts';
import { rep } from '../support/agreement/small-agreement.ts';
import { at, HOUR, hours, schedule } from '../support/working-time/schedules.ts';

/** The week in which the clocks go back in Berlin. */
const MONDAY = at('2026-10-19T00:00:00Z');
const HOURS_LOOKED_AT = 21 * 24;

const hoursLater = fc.integer({ min: 0, max: 14 * 24 }).map((count) => MONDAY + count * HOUR);

const absences: fc.Arbitrary<Absence | undefined> = fc.oneof(
  fc.constant(undefined),
  hoursLater.map((from): Absence => ({ why: 'paused', from, lapses: 3 })),
  fc.tuple(hoursLater, fc.integer({ min: 1, max: 100 }), fc.boolean()).map(
    ([from, length, isOpenEnded]): Absence => ({
      why: 'away',
      from,
      returned: [],
      ...(isOpenEnded ? {} : { to: from + length * HOUR }),
    }),
  ),
);

const reps = fc
  .record({
    zone: fc.constantFrom('Europe/Berlin', 'UTC', 'America/New_York'),
    shift: fc.constantFrom([9, 17], [22, 30], [0, 24]),
    away: fc.constantFrom([], [{ from: '2026-10-20', to: '2026-10-22' }]),
  })
  .map(({ zone, shift: [from = 0, to = 0], away }) =>
    rep('ana', { schedule: schedule(zone, { away, week: Array.from({ length: 7 }, () => [hours(from, to)]) }) }),
  );

const loadWith = (absence: Absence | undefined): RepLoad => (absence === undefined ? NO_LOAD : { ...NO_LOAD, absence });

describe('when a rep is next at work', () => {
  it('is the first hour at which they work and are not away, whoever says that they are', () => {
    fc.assert(
      fc.property(reps, absences, hoursLater, (one, absence, from) => {
        const load = loadWith(absence);
        const found = nextAtWork(one, load, from);
        const first = Array.from({ length: HOURS_LOOKED_AT }, (_, index) => from + index * HOUR).find(
          (hour) => isOpen(one.schedule, hour) && absenceAt(absence, hour) === undefined,
        );
        expect('at' in found ? found.at : undefined).toBe(first);
      }),
    );
  });

  it('is never while they are off', () => {
    fc.assert(
      fc.property(reps, absences, hoursLater, (one, absence, from) => {
        const found = nextAtWork(one, loadWith(absence), from);
        // The night shift of a day before an absence ends within it.
        if ('at' in found && one.schedule.away.length === 0)
          expect(offAt(one, loadWith(absence), found.at)).toBeUndefined();
      }),
    );
  });
});

type Told = 'away' | 'back' | 'lapse' | 'answer';

describe('the count of leads that lapsed', () => {
  it('pauses after exactly so many in a row, and whatever the rep says or answers begins it anew', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<Told>('away', 'back', 'lapse', 'lapse', 'lapse', 'answer'), { maxLength: 40 }),
        fc.integer({ min: 1, max: 4 }),
        (story, pauseAfter) => {
          let load = NO_LOAD;
          let inRow = 0;
          let state: 'here' | 'away' | 'paused' = 'here';
          story.forEach((told, index) => {
            const now = MONDAY + index * HOUR;
            if (told === 'lapse') {
              load = countLapse(load, pauseAfter, now);
              if (state === 'here') inRow += 1;
              if (state === 'here' && inRow >= pauseAfter) state = 'paused';
            } else if (told === 'answer') {
              load = noteAnswer(load, 'lead');
              inRow = 0;
              if (state === 'paused') state = 'here';
            } else {
              const command =
                told === 'back' ? { state: told } : ({ state: told, from: now, giveBack: false } as const);
              load = changeAvailability(load, command, { saidAt: now, now });
              inRow = 0;
              state = told === 'back' ? 'here' : 'away';
            }
            expect(absenceAt(load.absence, now)?.why ?? 'here').toBe(state);
          });
        },
      ),
    );
  });
});
