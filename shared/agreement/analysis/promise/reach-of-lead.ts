import type { Rep } from '../../../domain/agreement/agreement.ts';
import { CHANNEL_RULES } from '../../../domain/alert/channels/channels.ts';
import { newLead } from '../../../domain/capture/record-behaviour.ts';
import type { Choice } from '../../../domain/routing/choice.ts';
import { chooseOwner } from '../../../domain/routing/choose-owner.ts';
import type { RoutableLead } from '../../../domain/routing/routing-case.ts';
import { EMPTY_ROUTING_STATE } from '../../../domain/routing/routing-state.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { endOfQuiet } from '../../../domain/time/quiet-hours.ts';
import { nextOpening } from '../../../domain/time/working-time.ts';
import { managerStepAt, type World } from './world.ts';

/** When somebody has heard of a lead and is at work, at the latest, and everybody who may be that. */
export interface Reached {
  readonly at: Instant;
  /** Rep ids. */
  readonly by: readonly string[];
}

/** Whoever may get the lead in a decision: any of them, by fair share. */
interface Takers {
  readonly reps: readonly Rep[];
  /** When they are at work, where that is not now. */
  readonly from: Instant;
  /** Whether quiet hours hold nothing back from them. */
  readonly atAnyHour: boolean;
}

/** So often a lead that waits is looked at again; by then something keeps the looks from ending. */
const MOST_LOOKS = 200;

/** A hot lead like any other, of which nobody has been told yet. */
const hotLead = (world: World, cameAt: Instant, now: Instant): RoutableLead => {
  const dueAt = cameAt + world.agreement.sla.alert.withinMs;
  const step = managerStepAt(world);
  return {
    ...newLead('', ''),
    stage: 'qualified',
    qualification: {
      at: cameAt,
      score: 0,
      reasons: [],
      alert: { dueAt, state: now < dueAt ? 'pending' : 'breached' },
    },
    lookAt: now,
    ...(step !== undefined && now >= cameAt + step ? { forManager: true } : {}),
  };
};

const takersOf = (choice: Choice, { agreement: { reps } }: World, now: Instant): Takers | undefined => {
  switch (choice.kind) {
    case 'rep': {
      const eligible = choice.turn.eligible.map(({ rep }) => reps[rep]).filter((rep) => rep !== undefined);
      const { startsAt } = choice.record;
      return {
        reps: [...new Set([...eligible, choice.rep])],
        from: startsAt === undefined ? now : Date.parse(startsAt),
        atAnyHour: false,
      };
    }
    case 'on-call':
      return { reps: [choice.rep], from: now, atAnyHour: true };
    case 'manager': {
      // A manager who cannot act owns the lead, and still has not heard of it before they are at work again.
      const from = choice.canAct ? now : nextOpening(choice.rep.schedule, now);
      return from === undefined ? undefined : { reps: [choice.rep], from, atAnyHour: false };
    }
    case 'keep':
    case 'wait':
      return undefined;
  }
};

/** When the first message to a rep goes out: some channels wait for the end of quiet hours. */
export const messageOut = ({ channels, quiet, schedule }: Rep, at: Instant): Instant => {
  if (quiet === undefined || channels.some((channel) => !CHANNEL_RULES[channel].waitsForQuietHours)) return at;
  return endOfQuiet(schedule.zone, quiet, at) ?? at;
};

const reachedBy = ({ reps, from, atAnyHour }: Takers, now: Instant): Reached => {
  const out = atAnyHour ? [now] : reps.map((rep) => messageOut(rep, now));
  return { at: Math.max(from, ...out), by: reps.map(({ id }) => id) };
};

/**
 * When a hot lead of a territory that comes at an instant has reached somebody, as routing decides where nobody has a
 * lead yet; undefined if it never does. Whose turn it is nobody knows, so the slowest of those who may get it counts.
 */
export const reachOfLead = (world: World, cameAt: Instant): Reached | undefined => {
  const { territory, rules } = world;
  const stepMs = managerStepAt(world);
  const step = stepMs === undefined ? undefined : cameAt + stepMs;
  let now = cameAt;
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    const lead = hotLead(world, cameAt, now);
    const choice = chooseOwner({ lead, territory, state: EMPTY_ROUTING_STATE, rules, now, behindOthers: false });
    const takers = takersOf(choice, world, now);
    if (takers !== undefined) return reachedBy(takers, now);
    if (choice.kind !== 'wait') return undefined;
    const next = [choice.until, step].flatMap((at) => (at !== undefined && at > now ? [at] : []));
    if (next.length === 0) return undefined;
    now = Math.min(...next);
  }
  return undefined;
};
