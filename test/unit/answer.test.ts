import { describe, expect, it } from 'vitest';
import { acceptLead, rejectLead } from '../../shared/domain/answer/answer.ts';
import { mayAnswer } from '../../shared/domain/answer/answerer.ts';
import type { Fact } from '../../shared/domain/lead/facts.ts';
import type { OwnedLead } from '../../shared/domain/lead/lead.ts';
import { baseOf } from '../../shared/domain/lead/leave-owner.ts';
import type { RejectAction } from '../../shared/domain/vocabulary/reject-actions.ts';
import { DAY, MINUTE, smallAgreement } from '../support/agreement/small-agreement.ts';
import { noticeTo, ownedLead, running } from '../support/scenario/owned-lead.ts';
import { NOON, nurtureLead } from '../support/store/store-samples.ts';

const agreement = smallAgreement();
const { contact: _contact, verdict: _verdict, ...sla } = agreement.sla;
const withoutClauses = { ...agreement, sla };
const minute = (minutes: number): number => NOON + minutes * MINUTE;
const typesOf = ({ facts }: { readonly facts: readonly Fact[] }) => facts.map(({ type }) => type);

const alert = noticeTo('ana', 'alert');
const takenAway = noticeTo('ben', 'taken-away');
const asked = ownedLead({ clause: running('accept', 30), notices: [alert, takenAway] });
const breach: Fact = {
  type: 'SlaBreached',
  data: { clause: 'accept', party: 'sales', dueAt: '2026-11-02T12:30:00.000Z', attempt: 1, rep: 'ana' },
};

describe('an answer', () => {
  it('is the owner’s, of this attempt, before any other', () => {
    expect(mayAnswer(asked, {})).toBe(true);
    expect(mayAnswer(asked, { rep: 'ana', attempt: 1 })).toBe(true);
    expect(mayAnswer(asked, { rep: 'ben' })).toBe(false);
    expect(mayAnswer(asked, { attempt: 2 })).toBe(false);
    expect(mayAnswer(ownedLead({}, 'accepted'), {})).toBe(false);
    expect(mayAnswer(nurtureLead('jane'), {})).toBe(false);
  });
});

describe('a lead that is accepted', () => {
  it('runs the contact clause, and asks its owner for nothing else', () => {
    const { lead, facts } = acceptLead(asked, {}, agreement, minute(10));
    expect(facts).toStrictEqual([
      { type: 'LeadAccepted', data: { rep: 'ana', attempt: 1 } },
      { type: 'ClockStarted', data: { clause: 'contact', attempt: 1, dueAt: '2026-11-02T12:55:00.000Z' } },
    ]);
    expect(lead).toStrictEqual({
      ...baseOf(asked),
      notices: [takenAway],
      stage: 'accepted',
      qualification: asked.qualification,
      owner: asked.owner,
      lookAt: minute(10) + DAY,
      clause: {
        name: 'contact',
        dueAt: minute(70),
        breached: false,
        steps: [
          { at: minute(55), do: 'remind' },
          { at: minute(70), do: 'tell-manager' },
          { at: minute(250), do: 'reassign' },
        ],
      },
    });
  });

  it('at its deadline is in time, and a moment later has broken the promise first', () => {
    expect(typesOf(acceptLead(asked, {}, agreement, minute(30)))).toEqual(['LeadAccepted', 'ClockStarted']);
    expect(acceptLead(asked, {}, agreement, minute(30) + 1000).facts.slice(0, 2)).toStrictEqual([
      breach,
      { type: 'LeadAccepted', data: { rep: 'ana', attempt: 1, lateBy: 'PT1S' } },
    ]);
  });

  it('late, after the clock has recorded it, breaks no promise again', () => {
    const breached = { ...asked, clause: { ...running('accept', 30), breached: true } };
    expect(typesOf(acceptLead(breached, {}, agreement, minute(40)))).toEqual(['LeadAccepted', 'ClockStarted']);
  });

  it('runs no clause where the agreement has none, or where its owner has left it', () => {
    const gone = { ...asked, owner: { ...asked.owner, rep: 'zoe' } };
    for (const { lead, facts } of [
      acceptLead(asked, {}, withoutClauses, minute(10)),
      acceptLead(gone, {}, agreement, minute(10)),
    ]) {
      expect(facts.map(({ type }) => type)).toEqual(['LeadAccepted']);
      expect(lead).not.toHaveProperty('clause');
    }
  });

  it('by a manager runs the clause of one', () => {
    const { lead } = acceptLead({ ...asked, owner: { ...asked.owner, by: 'manager' } }, {}, agreement, minute(10));
    expect(lead).toMatchObject({ clause: { steps: [{ do: 'remind' }, { do: 'remind' }, { do: 'remind' }] } });
  });

  it('has met our own promise, unless that was broken before', () => {
    const state = (before: 'pending' | 'met' | 'breached') => {
      const qualification = { ...asked.qualification, alert: { dueAt: minute(60), state: before } };
      return acceptLead({ ...asked, qualification }, {}, agreement, minute(10)).lead;
    };
    expect(state('pending')).toMatchObject({ qualification: { alert: { dueAt: minute(60), state: 'met' } } });
    expect(state('breached')).toMatchObject({ qualification: { alert: { state: 'breached' } } });
  });

  it('stays as it is where the answer is not its owner’s', () => {
    expect(acceptLead(asked, { rep: 'ben' }, agreement, minute(10))).toEqual({ lead: asked, facts: [] });
  });
});

describe('a lead that is rejected', () => {
  const reject = (action: RejectAction, lead: OwnedLead = asked, now = minute(10), parts = {}) =>
    rejectLead(lead, { who: {}, why: { reason: 'a reason', action, ...parts } }, agreement, now);

  it('to reassign goes to be routed again', () => {
    const { lead, facts } = reject('reassign');
    expect(facts).toStrictEqual([
      { type: 'LeadRejected', data: { rep: 'ana', attempt: 1, reason: 'a reason', action: 'reassign' } },
    ]);
    expect(lead).toMatchObject({ stage: 'qualified', previous: { why: 'rejected' }, notices: [takenAway] });
  });

  it('to recycle ends, and says so', () => {
    const { lead, facts } = reject('recycle');
    expect(facts.at(-1)).toStrictEqual({ type: 'LeadRecycled', data: { why: 'a reason' } });
    expect(typesOf({ facts })).toEqual(['LeadRejected', 'LeadRecycled']);
    expect(lead).toMatchObject({ stage: 'ended', end: 'recycled', endedAt: minute(10) });
  });

  it('to close ends', () => {
    const { lead, facts } = reject('close');
    expect(typesOf({ facts })).toEqual(['LeadRejected']);
    expect(lead).toMatchObject({ stage: 'ended', end: 'closed' });
  });

  it('to return to marketing ends, and says what is missing', () => {
    const { lead, facts } = reject('return-to-marketing');
    expect(facts).toMatchObject([{ data: { missing: expect.arrayContaining(['company.name', 'person.phone']) } }]);
    expect(facts).not.toMatchObject([{ data: { missing: expect.arrayContaining(['person.email']) } }]);
    expect(lead).toMatchObject({ stage: 'ended', end: 'returned' });
    const complete = {
      'person.email': 'jane@acme.example',
      'person.firstName': 'Jane',
      'person.lastName': 'Doe',
      'person.title': 'CTO',
      'person.phone': '+4930123',
      'company.name': 'Acme',
    };
    expect(reject('return-to-marketing', { ...asked, fields: complete }).facts[0]?.data).not.toHaveProperty('missing');
  });

  it('says the note of its rep, and how late they are', () => {
    expect(reject('close', asked, minute(31), { note: 'on a train' }).facts).toStrictEqual([
      breach,
      {
        type: 'LeadRejected',
        data: { rep: 'ana', attempt: 1, reason: 'a reason', action: 'close', note: 'on a train', lateBy: 'PT1M' },
      },
    ]);
  });

  it('tells marketing, where marketing has an address', () => {
    expect(reject('close').lead.notices).toEqual([takenAway]);
    const told = smallAgreement({ sla: { marketing: { email: 'marketing@example.com' } } });
    const { lead } = rejectLead(asked, { who: {}, why: { reason: 'a reason', action: 'recycle' } }, told, minute(31));
    expect(lead.notices).toStrictEqual([
      takenAway,
      {
        purpose: 'marketing',
        rep: null,
        sequence: 6,
        attempt: 1,
        at: minute(31),
        deliveries: [],
        rejection: { by: 'ana', reason: 'a reason', action: 'recycle', missing: [], score: 60, reasons: [] },
      },
    ]);
  });

  it('stays as it is where the answer is not its owner’s', () => {
    const why = { reason: 'a reason', action: 'close' } as const;
    expect(rejectLead(asked, { who: { attempt: 2 }, why }, agreement, NOON)).toEqual({ lead: asked, facts: [] });
  });
});
