import { describe, expect, it } from 'vitest';
import { CLAUSE_RULES, mayReject, nextClause, pendingClause } from '../../shared/domain/lead/clause-rules.ts';
import type { OwnedLead, RunningClause } from '../../shared/domain/lead/lead.ts';
import { OWNER_CLAUSES } from '../../shared/domain/vocabulary/clauses.ts';
import { OWNED_STAGES, type OwnedStage } from '../../shared/domain/vocabulary/stages.ts';
import { smallAgreement } from '../support/agreement/small-agreement.ts';

const { sla } = smallAgreement();
const { contact: _, verdict: __, ...acceptAlone } = sla;

const running = (name: RunningClause['name']): RunningClause => ({ name, dueAt: 0, breached: false, steps: [] });

const owned = (stage: OwnedStage, name?: RunningClause['name']): OwnedLead => ({
  id: 'one',
  email: 'jane@acme.example',
  cycle: 1,
  cycleFrom: 0,
  sequence: 3,
  fields: {},
  stamps: {},
  behaviour: { tallies: {}, handRaised: false },
  timeline: [],
  pastOwners: ['ana'],
  attempt: 1,
  notices: [],
  stage,
  qualification: { at: 0, score: 60, reasons: [], alert: { dueAt: 0, state: 'met' } },
  owner: { rep: 'ana', attempt: 1, at: 0, by: 'share', territory: 'Everywhere' },
  lookAt: 0,
  ...(name === undefined ? {} : { clause: running(name) }),
});

describe('the clause that starts', () => {
  it('is that of the stage, where it is agreed', () => {
    expect(OWNED_STAGES.map((stage) => nextClause(stage, sla))).toEqual(['accept', 'contact', 'verdict']);
    expect(OWNED_STAGES.map((stage) => nextClause(stage, acceptAlone))).toEqual(['accept', undefined, undefined]);
  });

  it('comes after the one that was met, in the stage that this leads to', () => {
    const follows = OWNER_CLAUSES.map((met) => {
      const { leadsTo } = CLAUSE_RULES[met];
      return leadsTo && nextClause(leadsTo, sla, met);
    });
    expect(follows).toEqual(['contact', 'verdict', undefined]);
    expect(nextClause('contacted', sla, 'verdict')).toBeUndefined();
  });
});

describe('what the owner has to meet', () => {
  it('is the clause that runs, and else that of the stage, agreed or not', () => {
    expect(pendingClause(owned('accepted', 'contact'))).toBe('contact');
    expect(OWNED_STAGES.map((stage) => pendingClause(owned(stage)))).toEqual(OWNER_CLAUSES);
  });

  it('lets the owner reject the lead only before it is accepted', () => {
    expect(OWNED_STAGES.map((stage) => mayReject(owned(stage)))).toEqual([true, false, false]);
  });
});
