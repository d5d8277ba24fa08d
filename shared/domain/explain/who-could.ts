import type { Agreement } from '../agreement/agreement.ts';
import type { Rules } from '../agreement/rules.ts';
import { availability } from '../routing/availability.ts';
import { teamsFor } from '../routing/choose-owner.ts';
import type { DecisionRecord, Exclusion } from '../routing/decision-record.ts';
import { loadOf } from '../routing/desk.ts';
import { nextOpening } from '../time/working-time.ts';
import type { Moment } from './predict-owner.ts';

export interface Excluded {
  readonly rep: string;
  readonly excluded: Exclusion;
  /** ISO 8601; absent where it is not known. */
  readonly until?: string;
}

/** Why each rep who could have come into question could not take a lead that waits, team by team. */
export const whoCould = ({ lead, desk, now }: Moment, rules: Rules): readonly Excluded[] => {
  const { agreement } = rules;
  const territory = rules.territoryOf(lead.fields);
  if (territory === undefined) return [];
  const { alert } = lead.qualification;
  const horizon = alert.state === 'pending' ? alert.dueAt : now + agreement.sla.accept.withinMs;
  const ids = teamsFor(territory, agreement.territories).flatMap(({ team }) => team.map(({ rep }) => rep));
  return [...new Set(ids)].flatMap((rep): readonly Excluded[] => {
    const a = availability(agreement.reps[rep], loadOf(desk, rep), lead, territory, now, horizon);
    if (a.can === 'now' || a.can === 'soon') return [];
    const until = a.can === 'later' ? a.until : undefined;
    return [{ rep, excluded: a.why, ...(until === undefined ? {} : { until: new Date(until).toISOString() }) }];
  });
};

/** Reps whose turn it was not, though they could have taken the lead: they start work later than the chosen one. */
export const laterStarts = (
  { reps }: DecisionRecord,
  chosen: string,
  agreement: Agreement,
  at: number,
): readonly { readonly rep: string; readonly startsAt: string }[] => {
  const startOf = (id: string): number => {
    const rep = agreement.reps[id];
    return (rep && nextOpening(rep.schedule, at)) ?? Number.POSITIVE_INFINITY;
  };
  const start = startOf(chosen);
  return reps
    .filter((record) => 'virtualTime' in record && startOf(record.rep) > start)
    .map(({ rep }) => ({ rep, startsAt: new Date(startOf(rep)).toISOString() }));
};
