import type { Agreement, Rep, Territory } from '../../../domain/agreement/agreement.ts';
import type { Duty } from '../../../domain/duty/duty.ts';
import { repsOnDuty } from '../../../domain/duty/on-duty.ts';
import { createRules, type Rules } from '../../../domain/rules.ts';
import { managersInOrder } from '../../../domain/territory/managers.ts';
import { dutyOf, teamsFor } from '../../../domain/territory/teams.ts';
import type { Schedule } from '../../../domain/time/schedule.ts';
import { ordinary } from '../week-gaps.ts';

/** An agreement of which the hours are looked at in one way, and one of its territories. */
export interface World {
  readonly agreement: Agreement;
  readonly rules: Rules;
  readonly territory: Territory;
}

/** Dates that people have written for themselves count: absences, and other hours on a date. Holidays do not. */
const withoutHolidays = (schedule: Schedule): Schedule => ({ ...schedule, holidays: [] });

type ChangeSchedule = (schedule: Schedule) => Schedule;

const withSchedules = <T extends { readonly schedule: Schedule }>(
  named: Readonly<Record<string, T>>,
  change: ChangeSchedule,
): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(named).map(([name, one]) => [name, { ...one, schedule: change(one.schedule) }]));

const changed = (agreement: Agreement, change: ChangeSchedule): Agreement => ({
  ...agreement,
  reps: withSchedules(agreement.reps, change),
  duties: withSchedules(agreement.duties, change),
});

const withoutShifts = (duty: Duty): Duty => ({ ...duty, shifts: [] });

/** The same hours every week, and nobody who stands in on a date. */
export const ordinaryAgreement = (agreement: Agreement): Agreement => {
  const same = changed(agreement, ordinary);
  const duties = Object.entries(same.duties).map(([name, duty]) => [name, withoutShifts(duty)]);
  return { ...same, duties: Object.fromEntries(duties) };
};

/** With absences and other hours on their dates, but without holidays. */
export const datedAgreement = (agreement: Agreement): Agreement => changed(agreement, withoutHolidays);

export const worldsOf = (agreement: Agreement): readonly World[] => {
  const rules = createRules(agreement);
  return agreement.territories.map((territory) => ({ agreement, rules, territory }));
};

/** Who takes what nobody of the teams can take now. */
export const dutyIn = ({ agreement, territory }: World): Duty | undefined => dutyOf(territory, agreement);

/** When a lead that nobody owns goes to whoever can act, in milliseconds from qualified; undefined for never. */
export const managerStepAt = ({ agreement: { sla } }: World): number | undefined =>
  sla.alert.steps.find((step) => step.do === 'assign-manager')?.atMs;

/** Whoever a lead of the territory may go to: the teams, those on duty, and by the step of the alert anybody; each once. */
export const repsIn = (world: World): readonly Rep[] => {
  const { agreement, territory } = world;
  const duty = dutyIn(world);
  const ids = teamsFor(territory, agreement.territories).flatMap(({ team }) => team.map(({ rep }) => rep));
  const asked = [...ids, ...(duty === undefined ? [] : repsOnDuty(duty))];
  const others =
    managerStepAt(world) === undefined ? managersInOrder(territory, undefined, agreement) : Object.keys(agreement.reps);
  return [...new Set([...asked, ...others])].map((id) => agreement.reps[id]).filter((rep) => rep !== undefined);
};

/** Everybody and everything whose hours count. */
export const scheduledIn = (world: World): readonly (Rep | Duty)[] => {
  const duty = dutyIn(world);
  return [...repsIn(world), ...(duty === undefined ? [] : [duty])];
};
