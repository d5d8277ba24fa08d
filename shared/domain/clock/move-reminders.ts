import type { Clause } from '../agreement/agreement.ts';
import type { RunningClause } from '../lead/lead.ts';
import type { Instant } from '../time/instant.ts';
import { type ClauseOwner, instantAfter } from './run-clause.ts';

type Step = RunningClause['steps'][number];

/**
 * The clause after its owner tried, at `now`: each reminder to come is due as long after the attempt as it was to be
 * after the clause's start. None moves forward, nor from before the deadline to behind it; of several that would meet
 * at the deadline, one is left. The deadline and the other steps stay. The clause holds instants alone, so the
 * durations are those of the present agreement, counted from its last reminder.
 */
export const moveReminders = (
  running: RunningClause,
  agreed: Clause,
  owner: ClauseOwner,
  now: Instant,
): RunningClause => {
  const durations = agreed.steps.filter((step) => step.do === 'remind').map(({ atMs }) => atMs);
  const toCome = running.steps.filter((step) => step.do === 'remind').length;
  const offset = durations.length - toCome;
  let place = 0;
  const moved = running.steps.map((step): Step => {
    if (step.do !== 'remind') return step;
    const ms = durations[offset + place++];
    if (ms === undefined) return step;
    const later = Math.max(step.at, instantAfter(agreed, owner, now, ms));
    return { ...step, at: step.at <= running.dueAt ? Math.min(later, running.dueAt) : later };
  });
  const isRepeated = ({ at, do: what }: Step, index: number): boolean =>
    what === 'remind' && moved.findIndex((other) => other.do === what && other.at === at) < index;
  return {
    ...running,
    steps: moved.filter((step, index) => !isRepeated(step, index)).toSorted((a, b) => a.at - b.at),
  };
};
