import type { Agreement } from '../../domain/agreement/agreement.ts';
import type { Duty } from '../../domain/duty/duty.ts';
import { teamsFor } from '../../domain/territory/teams.ts';
import type { Almanac } from '../almanac.ts';
import type { WrittenDuty } from '../files/on-call.ts';
import type { RepsFile } from '../files/reps.ts';
import { compileDuty } from './compile-duty.ts';

type Covered = Pick<Agreement, 'territories' | 'reps'>;

/** The holidays of everybody whose leads the duty takes, and of those on duty: on each, somebody may be missing. */
const holidaysOf = ({ name, reps: onDuty }: WrittenDuty, { territories, reps }: Covered): readonly string[] => {
  const covered = territories
    .filter(({ onCall }) => onCall === name)
    .flatMap((territory) => teamsFor(territory, territories).flatMap(({ team }) => team.map(({ rep }) => rep)));
  const dates = [...covered, ...onDuty].flatMap((id) => reps[id]?.schedule.holidays ?? []);
  return [...new Set(dates)].sort();
};

/** The duties by their names, for the territories and reps that have been compiled. */
export const compileDuties = (
  { onCall, reps }: RepsFile,
  covered: Covered,
  almanac: Almanac,
): Readonly<Record<string, Duty>> =>
  Object.fromEntries(
    onCall.map((written) => {
      const { name, calendar, ical } = written;
      const holidays = calendar === undefined ? holidaysOf(written, covered) : almanac.holidaysOf(calendar);
      const events = ical === undefined ? [] : almanac.eventsOf(ical);
      return [name, compileDuty(written, { reps, events, holidays, clocks: almanac.clocks })];
    }),
  );
