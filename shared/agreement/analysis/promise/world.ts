import type { Agreement, Rep, Territory } from '../../../domain/agreement/agreement.ts';
import { createRules, type Rules } from '../../../domain/rules.ts';
import { teamsFor } from '../../../domain/territory/teams.ts';
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

const withSchedules = (agreement: Agreement, change: (schedule: Schedule) => Schedule): Agreement => ({
  ...agreement,
  reps: Object.fromEntries(
    Object.entries(agreement.reps).map(([id, rep]) => [id, { ...rep, schedule: change(rep.schedule) }]),
  ),
});

/** The same hours every week. */
export const ordinaryAgreement = (agreement: Agreement): Agreement => withSchedules(agreement, ordinary);

/** With absences and other hours on their dates, but without holidays. */
export const datedAgreement = (agreement: Agreement): Agreement => withSchedules(agreement, withoutHolidays);

export const worldsOf = (agreement: Agreement): readonly World[] => {
  const rules = createRules(agreement);
  return agreement.territories.map((territory) => ({ agreement, rules, territory }));
};

/** Everybody of the territory's team and of those that help out, each once. */
export const repsIn = ({ agreement: { territories, reps }, territory }: World): readonly Rep[] => {
  const ids = teamsFor(territory, territories).flatMap(({ team }) => team.map(({ rep }) => rep));
  return [...new Set(ids)].map((id) => reps[id]).filter((rep) => rep !== undefined);
};
