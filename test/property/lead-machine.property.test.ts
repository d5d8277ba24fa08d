import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimDeliveries } from '../../shared/domain/alert/delivery/claim-deliveries.ts';
import { recordDelivery } from '../../shared/domain/alert/delivery/record-delivery.ts';
import { acceptLead, closeLead, recordContact, rejectLead } from '../../shared/domain/answer/answer.ts';
import { captureLead, newLead, recordActivity } from '../../shared/domain/capture/record-behaviour.ts';
import { advance } from '../../shared/domain/clock/advance.ts';
import { releaseFromFormerRep } from '../../shared/domain/clock/release-from-former-rep.ts';
import { applyEffects } from '../../shared/domain/effects/apply-effects.ts';
import { effectsOf } from '../../shared/domain/effects/effects-of.ts';
import type { Decision } from '../../shared/domain/lead/decision.ts';
import type { Fact } from '../../shared/domain/lead/facts.ts';
import { isOwned, type Lead } from '../../shared/domain/lead/lead.ts';
import { fullness } from '../../shared/domain/routing/rep-load.ts';
import { routeLead } from '../../shared/domain/routing/route-lead.ts';
import { EMPTY_ROUTING_STATE, loadOf, type RoutingState } from '../../shared/domain/routing/routing-state.ts';
import { createRules } from '../../shared/domain/rules.ts';
import type { Outcome } from '../../shared/domain/vocabulary/outcomes.ts';
import type { RejectAction } from '../../shared/domain/vocabulary/reject-actions.ts';
import {
  MINUTE,
  rep,
  smallAgreement,
  territory,
  weekdays,
  withoutManager,
} from '../support/agreement/small-agreement.ts';
import { problemsOfLead, problemsOfStep } from '../support/scenario/invariants.ts';
import { NOON } from '../support/store/store-samples.ts';

const agreement = smallAgreement({
  reps: [
    rep('ana', { capacity: { open: 2 } }),
    rep('ben', { capacity: { open: 2, perDay: 3 }, schedule: weekdays(9, 18) }),
    rep('cem', { channels: ['sms'], quiet: { from: 1_200, to: 420 } }),
    withoutManager(rep('dee', { capacity: { open: 1 } })),
    withoutManager(rep('mia')),
  ],
  territories: [
    territory('North', ['ana', 'ben'], {
      when: { field: 'location.country', test: { in: ['NO'] } },
      overflow: 'Rest',
      share: 'score',
    }),
    territory('Rest', ['cem', 'dee']),
  ],
  sla: {
    alert: {
      withinMs: 60 * MINUTE,
      steps: [
        { atMs: 20 * MINUTE, do: 'tell-manager' },
        { atMs: 40 * MINUTE, do: 'assign-manager' },
      ],
    },
  },
});
const rules = createRules(agreement);
const EMAILS = ['a@acme.example', 'b@acme.example', 'c@mail.example', 'd@mail.example'];

type Command =
  | { readonly do: 'capture'; readonly country: string; readonly employees: number; readonly ago: number }
  | { readonly do: 'activity'; readonly kind: string; readonly ago: number }
  | { readonly do: 'route' }
  | { readonly do: 'advance' | 'accept' | 'contact' | 'relieve' }
  | { readonly do: 'alert'; readonly works: boolean }
  | { readonly do: 'reject'; readonly reason: string; readonly action: RejectAction }
  | { readonly do: 'close'; readonly outcome: Outcome };

const ago = fc.constantFrom(0, 0, 10, 300);

const commands: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('capture' as const),
      country: fc.constantFrom('NO', 'DE'),
      employees: fc.constantFrom(5, 500, 500),
      ago,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('activity' as const),
      kind: fc.constantFrom('demo-requested', 'webinar-attended'),
      ago,
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('route' as const) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('advance' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('accept' as const, 'contact' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('relieve' as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('alert' as const), works: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('reject' as const),
      reason: fc.constantFrom('no-time', 'not-a-fit'),
      action: fc.constantFrom<RejectAction>('reassign', 'recycle', 'return-to-marketing', 'close'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('close' as const),
      outcome: fc.constantFrom<Outcome>('won', 'lost', 'sales-qualified'),
    }),
  },
);

interface World {
  readonly leads: ReadonlyMap<string, Lead>;
  readonly state: RoutingState;
  readonly history: ReadonlyMap<string, readonly Fact[]>;
}

const alertOf = (lead: Lead, works: boolean, now: number): Decision => {
  const claimed = claimDeliveries(lead, {}, rules, now);
  return claimed.sends.reduce<Decision>(
    ({ lead: before, facts }, send) => {
      const sent = works ? { messageId: 'one' } : { failure: 'rejected' };
      const recorded = recordDelivery(before, { send, sent, together: false }, agreement, now);
      return { lead: recorded.lead, facts: [...facts, ...recorded.facts] };
    },
    { lead: claimed.lead, facts: [] },
  );
};

const decide = (lead: Lead, command: Exclude<Command, { do: 'route' }>, id: string, now: number): Decision => {
  switch (command.do) {
    case 'capture': {
      const { country, employees } = command;
      const fields = {
        'person.email': lead.email,
        'company.name': 'Acme',
        'company.employees': employees,
        'location.country': country,
      };
      const addressDomain = lead.email.slice(lead.email.indexOf('@') + 1);
      return captureLead(lead, { id, occurredAt: now - command.ago * MINUTE, fields, addressDomain }, rules, now);
    }
    case 'activity':
      return recordActivity(lead, { at: now - command.ago * MINUTE, kind: command.kind }, rules, now);
    case 'advance':
      return advance(lead, now, () => 'mia');
    case 'accept':
      return acceptLead(lead, {}, agreement, now);
    case 'contact':
      return recordContact(lead, {}, agreement, now);
    case 'relieve':
      return isOwned(lead) ? releaseFromFormerRep(lead, now) : { lead, facts: [] };
    case 'alert':
      return alertOf(lead, command.works, now);
    case 'reject':
      return rejectLead(lead, { who: {}, why: { reason: command.reason, action: command.action } }, agreement, now);
    case 'close':
      return closeLead(lead, { outcome: command.outcome }, now);
  }
};

/** A share, an account or an overflow never goes to one who has no room. */
const problemsOfCapacity = (before: RoutingState, lead: Lead, facts: readonly Fact[], now: number): readonly string[] =>
  facts.flatMap((fact) => {
    if (fact.type !== 'LeadAssigned' || fact.data.decision.by === 'manager') return [];
    const owner = agreement.reps[fact.data.rep];
    const full = owner === undefined ? 'unknown' : fullness(loadOf(before, fact.data.rep), owner, now);
    return full === undefined ? [] : [`${lead.email} went to ${fact.data.rep}, who is ${full}`];
  });

const problemsOfRoutingState = ({ leads, state }: World): readonly string[] => {
  const owned = [...leads.values()].filter(isOwned);
  return Object.keys(agreement.reps).flatMap((id) => {
    const has = owned.filter(({ owner }) => owner.rep === id && owner.by !== 'manager').length;
    const said = loadOf(state, id).open;
    return said === has ? [] : [`${id} is said to have ${said} leads and has ${has}`];
  });
};

/** A promise is broken but once: each clause in each attempt, the alert in each cycle. */
const brokenTwice = (facts: readonly Fact[]): readonly string[] => {
  let broken = new Set<string>();
  const problems: string[] = [];
  for (const fact of facts) {
    if (fact.type === 'LeadQualified') broken = new Set();
    if (fact.type !== 'SlaBreached') continue;
    const promise = fact.data.clause === 'alert' ? 'alert' : `${fact.data.clause} of attempt ${fact.data.attempt}`;
    if (broken.has(promise)) problems.push(`${promise} was broken twice`);
    broken.add(promise);
  }
  return problems;
};

const step = (world: World, email: string, command: Command, index: number, now: number): World => {
  const before = world.leads.get(email) ?? newLead(email, email);
  const routing = command.do === 'route' ? routeLead(before, { state: world.state, rules, now }) : undefined;
  const decision =
    routing ?? (command.do === 'route' ? { lead: before, facts: [] } : decide(before, command, `event-${index}`, now));
  const after = { ...decision.lead, sequence: before.sequence + decision.facts.length };
  const shared = { state: world.state, inboxes: {} };
  const state = routing?.state ?? applyEffects(shared, effectsOf(before, decision)).state;
  const history = [...(world.history.get(email) ?? []), ...decision.facts];
  const next: World = {
    leads: new Map(world.leads).set(email, after),
    state,
    history: new Map(world.history).set(email, history),
  };
  expect([
    ...problemsOfLead(after),
    ...problemsOfStep(before, after, decision.facts.length),
    ...problemsOfCapacity(world.state, before, decision.facts, now),
    ...problemsOfRoutingState(next),
    ...brokenTwice(history),
  ]).toEqual([]);
  for (const { sequence, purpose } of after.notices) {
    const asked = history[sequence - 1]?.type;
    expect(['LeadAssigned', 'LeadEscalated'], `${purpose} is owed by ${asked}`).toContain(asked);
  }
  return next;
};

const EMPTY: World = { leads: new Map(), state: EMPTY_ROUTING_STATE, history: new Map() };

const plays = fc.array(fc.tuple(fc.constantFrom(...EMAILS), commands, fc.constantFrom(0, 0, 1, 15, 30, 60, 600)), {
  minLength: 1,
  maxLength: 100,
  size: 'max',
});

const run = (play: readonly (readonly [string, Command, number])[]): World => {
  let now = NOON;
  return play.reduce((world, [email, command, minutes], index) => {
    now += minutes * MINUTE;
    return step(world, email, command, index, now);
  }, EMPTY);
};

describe('leads, whatever is done to them in whatever order', { timeout: 60_000 }, () => {
  it('keep what the design promises after each step', () => {
    fc.assert(
      fc.property(plays, (play) => {
        run(play);
      }),
      { numRuns: 300 },
    );
  });

  it('come to the same, decided by the same', () => {
    fc.assert(
      fc.property(plays, (play) => {
        expect(run(play)).toEqual(run(play));
      }),
      { numRuns: 20 },
    );
  });

  it('reach every stage and every kind of fact in these plays', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(plays, (play) => {
        const { leads, history } = run(play);
        for (const lead of leads.values()) seen.add(lead.stage);
        for (const facts of history.values()) {
          for (const fact of facts) seen.add(fact.type === 'LeadAssigned' ? `by ${fact.data.decision.by}` : fact.type);
        }
      }),
      { numRuns: 200, seed: 1 },
    );
    expect([...seen]).toEqual(
      expect.arrayContaining([
        ...['nurture', 'waiting', 'qualified', 'assigned', 'accepted', 'contacted', 'sales-qualified', 'ended'],
        ...['by share', 'by overflow', 'by account', 'by manager'],
        ...['LeadScored', 'LeadQualified', 'LeadWaiting', 'ClockStarted', 'RepAlerted', 'LeadAccepted', 'LeadRejected'],
        ...['LeadEscalated', 'SlaBreached', 'ContactRecorded', 'OutcomeRecorded', 'LeadRecycled'],
      ]),
    );
  });
});
