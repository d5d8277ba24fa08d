import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rejectLead } from '../../shared/domain/answer/answer.ts';
import { advance } from '../../shared/domain/clock/advance.ts';
import { clockDue, nextInstant } from '../../shared/domain/clock/next-recheck.ts';
import type { Decision } from '../../shared/domain/lead/decision.ts';
import { isOwned, type Lead } from '../../shared/domain/lead/lead.ts';
import { returnToRouting } from '../../shared/domain/lead/leave-owner.ts';
import { routeLead } from '../../shared/domain/routing/route-lead.ts';
import { EMPTY_ROUTING_STATE } from '../../shared/domain/routing/routing-state.ts';
import { createRules } from '../../shared/domain/rules.ts';
import type { AlertStep } from '../../shared/domain/vocabulary/steps.ts';
import {
  clause,
  MINUTE,
  rep,
  smallAgreement,
  territory,
  withoutManager,
} from '../support/agreement/small-agreement.ts';
import { NOON, waitingLead } from '../support/store/store-samples.ts';

/** More reps than a play has time for; no clause of an owner asks for anything. */
const REPS = Array.from({ length: 30 }, (_, index) => `rep${index}`);
const agreement = smallAgreement({
  reps: [...REPS.map((id) => rep(id)), withoutManager(rep('mia'))],
  territories: [territory('Everywhere', REPS)],
  sla: { accept: clause(100_000, []), maxOwners: 100 },
});
const rules = createRules(agreement);

type Command = 'route' | 'reject' | 'take' | 'recheck';

const plays = fc.array(
  fc.tuple(
    fc.constantFrom(0, 0, 1, 5, 10, 20),
    fc.constantFrom<Command>('route', 'route', 'reject', 'take', 'recheck'),
  ),
  { maxLength: 20 },
);

const alertSteps = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom<AlertStep>('tell-manager', 'assign-manager')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((all) => all.map(([fives, step]) => ({ at: NOON + fives * 5 * MINUTE, do: step })).sort((a, b) => a.at - b.at));

interface Happened {
  readonly at: number;
  readonly do: string;
}

interface Run {
  lead: Lead;
  readonly happened: Happened[];
  /** Closed intervals in which somebody owned the lead. */
  readonly owned: { from: number; to: number }[];
}

const apply = (run: Run, { lead, facts }: Decision, at: number): void => {
  const wasOwned = isOwned(run.lead);
  run.lead = { ...lead, sequence: run.lead.sequence + facts.length };
  for (const fact of facts) {
    if (fact.type === 'LeadEscalated' && fact.data.clause === 'alert') run.happened.push({ at, do: fact.data.step });
  }
  if (!wasOwned && isOwned(lead)) run.owned.push({ from: at, to: Number.POSITIVE_INFINITY });
  const last = run.owned.at(-1);
  if (wasOwned && !isOwned(lead) && last !== undefined) last.to = at;
};

const command = ({ lead }: Run, what: Command, now: number): Decision => {
  switch (what) {
    case 'route':
      return routeLead(lead, { state: EMPTY_ROUTING_STATE, rules, now });
    case 'reject':
      return rejectLead(lead, { who: {}, why: { reason: 'no-time', action: 'reassign' } }, agreement, now);
    case 'take':
      return { lead: isOwned(lead) ? returnToRouting(lead, 'silent', now) : lead, facts: [] };
    case 'recheck':
      return { lead, facts: [] };
  }
};

/** Clocks fire when the lead says so, and again whenever somebody rechecks. */
const fireUntil = (run: Run, before: number): void => {
  for (let at = nextInstant(run.lead); at < before; at = nextInstant(run.lead)) {
    apply(run, advance(run.lead, at), at);
    apply(run, advance(run.lead, at), at);
  }
};

const LAST = NOON + 600 * MINUTE;

const run = (steps: readonly { at: number; do: AlertStep }[], play: readonly (readonly [number, Command])[]): Run => {
  const waiting = waitingLead('jane', 'Everywhere', NOON);
  const alert = { ...waiting.qualification.alert, state: 'met' as const, steps };
  const all: Run = {
    lead: { ...waiting, qualification: { ...waiting.qualification, alert } },
    happened: [],
    owned: [],
  };
  let now = NOON;
  for (const [minutes, what] of play) {
    now += minutes * MINUTE;
    fireUntil(all, now);
    apply(all, command(all, what, now), now);
    // A clock that comes late, or once more, finds nothing to do.
    if (what === 'recheck') apply(all, advance(all.lead, now - 1), now - 1);
  }
  fireUntil(all, LAST);
  return all;
};

describe('the steps of our own clause, whoever owns the lead when', { timeout: 60_000 }, () => {
  it('come at their minute and once while nobody owns it, and never else', () => {
    let times = 0;
    fc.assert(
      fc.property(alertSteps, plays, (steps, play) => {
        const { happened, owned } = run(steps, play);
        const isOwnedAt = (at: number): boolean => owned.some(({ from, to }) => from <= at && at <= to);
        expect(happened).toEqual(steps.filter(({ at }) => !isOwnedAt(at)));
        times += happened.length;
      }),
      { numRuns: 2_000 },
    );
    expect(times).toBeGreaterThan(500);
  });

  it('are known to the clock of the alert from the one to the next, which ends after the last', () => {
    fc.assert(
      fc.property(alertSteps, plays, (steps, play) => {
        const { lead } = run(steps, play);
        expect(clockDue(lead, { clause: 'alert', attempt: 0 }, LAST)).toBeUndefined();
        const { lead: before } = run(steps, []);
        expect(clockDue(before, { clause: 'alert', attempt: 0 }, LAST)).toBeUndefined();
        const owned = play.length > 0 && isOwned(lead);
        const later = lead.stage !== 'ended' && 'qualification' in lead ? lead.qualification.alert.steps : undefined;
        const next = later?.find(({ at }) => at > NOON)?.at;
        expect(clockDue(lead, { clause: 'alert', attempt: 0 }, NOON)).toBe(owned ? next : undefined);
      }),
      { numRuns: 500 },
    );
  });
});
