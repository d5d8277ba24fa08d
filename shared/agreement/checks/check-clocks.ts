import type { Rep, Sla, Territory } from '../../domain/agreement/agreement.ts';
import { HOUR_MS } from '../../domain/time/durations.ts';
import type { Interval } from '../../domain/time/interval.ts';
import { formatDuration } from '../../domain/time/iso-duration.ts';
import { OWNER_CLAUSES } from '../../domain/vocabulary/clauses.ts';
import { isEverAlertedWithin, isEverAtWork, isEverDueAtWork } from '../analysis/hours.ts';
import type { Complaint } from './finding.ts';
import { listNames } from './list-names.ts';

/** A clause of more than a working day is meant to run over night. */
const WORKING_DAY_MS = 8 * HOUR_MS;

interface Team {
  readonly names: readonly string[];
  /** Those who are ever at work. */
  readonly members: readonly Rep[];
}

/** Each team once, whichever territories have it. */
const teamsOf = (
  territories: readonly Territory[],
  reps: ReadonlyMap<string, Rep>,
  time: Interval,
): readonly Team[] => {
  const atWork = new Set([...reps.values()].filter(({ schedule }) => isEverAtWork(schedule, time)));
  const teams = new Map<string, { names: string[]; members: readonly Rep[] }>();
  for (const { name, team } of territories) {
    const all = team.map(({ rep }) => reps.get(rep));
    const members = all.filter((rep) => rep !== undefined && atWork.has(rep)).filter((rep) => rep !== undefined);
    if (members.length === 0 || all.includes(undefined)) continue;
    const key = JSON.stringify(members.map(({ id }) => id).sort());
    const known = teams.get(key) ?? { names: [], members };
    known.names.push(name);
    teams.set(key, known);
  }
  return [...teams.values()];
};

/** Clauses by the wall clock, of which our alert is one, that the hours of a team can never meet. */
export const checkClocks = (
  sla: Sla,
  territories: readonly Territory[],
  reps: ReadonlyMap<string, Rep>,
  time: Interval,
): readonly Complaint[] => {
  let teams: readonly Team[] | undefined;
  const unmet = (meets: (members: readonly Rep[]) => boolean): string => {
    teams ??= teamsOf(territories, reps, time);
    return listNames(teams.flatMap(({ names, members }) => (meets(members) ? [] : names)));
  };

  const alertMs = sla.alert.withinMs;
  const held = new Set(
    [...reps.values()].filter((rep) => rep.channels.length > 0 && !isEverAlertedWithin(rep, alertMs, time)),
  );
  const unalerted = held.size === 0 ? '' : unmet((members) => members.some((rep) => !held.has(rep)));
  const complaints: Complaint[] = [];
  if (unalerted !== '') {
    const message = `quiet hours hold back every SMS to the team of ${unalerted} for longer than this, and no e-mail reaches it`;
    complaints.push({ path: ['alert', 'within'], message });
  }
  for (const name of OWNER_CLAUSES) {
    const clause = sla[name];
    if (clause?.clock !== 'wall' || clause.withinMs > WORKING_DAY_MS) continue;
    const { withinMs } = clause;
    const names = unmet((members) =>
      isEverDueAtWork(
        members.map(({ schedule }) => schedule),
        withinMs,
        time,
      ),
    );
    if (names === '') continue;
    const message = `by the wall clock ${formatDuration(withinMs)} after any hour of work nobody is at work in the team of ${names}`;
    complaints.push({ path: [name, 'within'], message });
  }
  return complaints;
};
