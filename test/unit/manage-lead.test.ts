import { describe, expect, it } from 'vitest';
import { type ManageCommand, manageLead, type SeenLead, seenOf } from '../../shared/domain/answer/manage-lead.ts';
import type { LiveLead } from '../../shared/domain/lead/lead.ts';
import { createRules } from '../../shared/domain/rules.ts';
import { MINUTE, rep, smallAgreement } from '../support/agreement/small-agreement.ts';
import { ownedLead, running } from '../support/scenario/owned-lead.ts';
import { NOON } from '../support/store/store-samples.ts';

const now = NOON + 25 * MINUTE;
const mia = rep('mia');
const rules = createRules(smallAgreement());
const clause = running('accept', 20, [
  [30, 'remind'],
  [40, 'tell-manager'],
  [50, 'reassign'],
]);
const asked = ownedLead({ clause: { ...clause, breached: true } });
const { owner, clause: _, ...base } = asked;
const unowned: LiveLead = { ...base, stage: 'qualified', attempt: 0, pastOwners: [], lookAt: now };

const decide = (lead: LiveLead, command: ManageCommand, seen: SeenLead = seenOf(lead)) =>
  manageLead(lead, { command, seen }, mia, { rules, now });

const told = (decision: ReturnType<typeof decide>) =>
  'refused' in decision ? decision.refused : decision.facts.map(({ type }) => type);

describe('a manager who takes a lead', () => {
  it('owns it at once, as accepted, and the past owner is told', () => {
    const decision = decide(asked, { do: 'take' });
    expect(told(decision)).toEqual(['LeadAssigned', 'LeadAccepted', 'ClockStarted']);
    expect(decision).toMatchObject({
      lead: { stage: 'accepted', owner: { rep: 'mia', attempt: 2, by: 'owner-change' }, clause: { name: 'contact' } },
      facts: [{ data: { from: 'ana', decision: { changedBy: 'mia' } } }, { data: { rep: 'mia' } }, {}],
    });
    expect('lead' in decision && decision.lead.notices).toMatchObject([
      { purpose: 'taken-away', rep: 'ana', taker: 'mia' },
    ]);
  });

  it('takes one that nobody owns', () => {
    expect(decide(unowned, { do: 'take' })).toMatchObject({ lead: { stage: 'accepted', owner: { rep: 'mia' } } });
  });

  it('leaves one that was accepted in its stage, with the clause anew', () => {
    const decision = decide({ ...asked, stage: 'accepted' }, { do: 'take' });
    expect(told(decision)).toEqual(['LeadAssigned', 'ClockStarted']);
    expect(decision).toMatchObject({ lead: { stage: 'accepted', owner: { rep: 'mia' } } });
  });

  it('changes nothing by a form that comes twice', () => {
    const theirs = { ...asked, attempt: 2, owner: { ...owner, rep: 'mia', attempt: 2 } };
    expect(decide(theirs, { do: 'take' }, seenOf(asked))).toEqual({ lead: theirs, facts: [] });
  });
});

describe('a manager who gives a lead away', () => {
  it('makes the rep its owner, who is asked with the clause anew', () => {
    const decision = decide(asked, { do: 'give', rep: 'cem' });
    expect(told(decision)).toEqual(['LeadAssigned', 'ClockStarted']);
    expect(decision).toMatchObject({
      lead: {
        stage: 'assigned',
        owner: { rep: 'cem', attempt: 2 },
        notices: [
          { purpose: 'alert', rep: 'cem' },
          { purpose: 'taken-away', rep: 'ana' },
        ],
      },
      facts: [{ data: { rep: 'cem', from: 'ana', decision: { by: 'owner-change', changedBy: 'mia' } } }, {}],
    });
  });

  it('is refused for somebody who is not in the agreement', () => {
    expect(decide(asked, { do: 'give', rep: 'zoe' })).toEqual({ refused: 'no-such-rep' });
    expect(decide(asked, { do: 'give', rep: 'toString' })).toEqual({ refused: 'no-such-rep' });
  });

  it('is refused where the lead has had another owner since', () => {
    const since = { ...asked, attempt: 2, owner: { ...owner, rep: 'ben', attempt: 2 } };
    expect(decide(since, { do: 'give', rep: 'cem' }, seenOf(asked))).toEqual({ refused: 'owner-changed' });
    expect(decide({ ...unowned, attempt: 1 }, { do: 'give', rep: 'cem' }, seenOf(asked))).toEqual({
      refused: 'owner-changed',
    });
  });
});

describe('a manager who leaves a lead with its owner', () => {
  it('stops what would take it away or tell a manager; reminders stay', () => {
    const decision = decide(asked, { do: 'leave' });
    expect(decision).toEqual({
      lead: { ...asked, clause: { ...clause, breached: true, steps: clause.steps.slice(0, 1), leftBy: 'mia' } },
      facts: [{ type: 'LeadLeftWithOwner', data: { clause: 'accept', attempt: 1, rep: 'ana', by: 'mia' } }],
    });
  });

  it('says so once', () => {
    const left = { ...asked, clause: { ...clause, leftBy: 'leo' } };
    expect(decide(left, { do: 'leave' })).toEqual({ lead: left, facts: [] });
  });

  it('has nobody to leave it with where nobody owns it', () => {
    expect(decide(unowned, { do: 'leave' })).toEqual({ refused: 'owner-changed' });
  });
});
