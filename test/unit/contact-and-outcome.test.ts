import { describe, expect, it } from 'vitest';
import { type Closing, closeLead, recordContact, recycleLead } from '../../shared/domain/answer/answer.ts';
import { nextRecheck } from '../../shared/domain/clock/next-recheck.ts';
import type { Fact } from '../../shared/domain/lead/facts.ts';
import type { OwnedLead } from '../../shared/domain/lead/lead.ts';
import { returnToRouting } from '../../shared/domain/lead/leave-owner.ts';
import { TENURES_KEPT } from '../../shared/domain/lead/rep-history.ts';
import { MINUTE, smallAgreement } from '../support/agreement/small-agreement.ts';
import { ownedLead, running } from '../support/scenario/owned-lead.ts';
import { endedLead, NOON, nurtureLead, qualifiedLead } from '../support/store/store-samples.ts';

const agreement = smallAgreement();
const minute = (minutes: number): number => NOON + minutes * MINUTE;
const typesOf = ({ facts }: { readonly facts: readonly Fact[] }) => facts.map(({ type }) => type);

const asked = ownedLead({ clause: running('accept', 30) });
const breach: Fact = {
  type: 'SlaBreached',
  data: { clause: 'accept', party: 'sales', dueAt: '2026-11-02T12:30:00.000Z', attempt: 1, rep: 'ana' },
};

describe('a contact', () => {
  it('of an accepted lead runs the verdict clause', () => {
    const accepted = ownedLead({ clause: running('contact', 60) }, 'accepted');
    const { lead, facts } = recordContact(accepted, { channel: 'phone' }, agreement, minute(61));
    expect(facts).toStrictEqual([
      { type: 'SlaBreached', data: { ...breach.data, clause: 'contact', dueAt: '2026-11-02T13:00:00.000Z' } },
      { type: 'ContactRecorded', data: { channel: 'phone', applied: true, rep: 'ana', lateBy: 'PT1M' } },
      { type: 'ClockStarted', data: { clause: 'verdict', attempt: 1, dueAt: '2026-11-03T21:01:00.000Z' } },
    ]);
    expect(lead).toMatchObject({ stage: 'contacted', clause: { name: 'verdict' } });
  });

  it('of a lead that nobody has accepted accepts it, without a contact clause', () => {
    const { lead, facts } = recordContact(asked, {}, agreement, minute(10));
    expect(typesOf({ facts })).toEqual(['LeadAccepted', 'ContactRecorded', 'ClockStarted']);
    expect(facts.at(-1)?.data).toMatchObject({ clause: 'verdict' });
    expect(lead).toMatchObject({ stage: 'contacted', clause: { name: 'verdict' } });
  });

  it('of any other lead is recorded, and changes nothing', () => {
    for (const lead of [ownedLead({}, 'contacted'), nurtureLead('jane'), endedLead('jane')]) {
      expect(recordContact(lead, { channel: 'phone' }, agreement, NOON)).toStrictEqual({
        lead,
        facts: [{ type: 'ContactRecorded', data: { channel: 'phone', applied: false } }],
      });
    }
  });
});

describe('an outcome', () => {
  const won: Closing = { outcome: 'won', revenue: 5, currency: 'EUR' };
  const recorded = (parts: object): Fact[] => [{ type: 'OutcomeRecorded', data: { ...won, applied: true, ...parts } }];

  it('ends a lead of sales, late or not', () => {
    const { lead, facts } = closeLead(asked, won, minute(31));
    expect(facts).toStrictEqual([breach, ...recorded({ rep: 'ana', lateBy: 'PT1M' })]);
    expect(lead).toMatchObject({ stage: 'ended', end: 'won', endedAt: minute(31) });
  });

  it('ends a lead that is nobody’s yet', () => {
    for (const lead of [nurtureLead('jane'), qualifiedLead('jane', NOON)]) {
      const closed = closeLead(lead, won, minute(1));
      expect(closed.facts).toStrictEqual(recorded({}));
      expect(closed.lead).toMatchObject({ stage: 'ended', end: 'won' });
    }
  });

  it('sales-qualified leaves the lead with its owner, and nothing runs any more', () => {
    const { lead, facts } = closeLead(asked, { outcome: 'sales-qualified' }, minute(10));
    expect(facts.map(({ type, data }) => ({ type, data }))).toStrictEqual([
      { type: 'OutcomeRecorded', data: { outcome: 'sales-qualified', applied: true, rep: 'ana' } },
    ]);
    expect(lead).toMatchObject({ stage: 'sales-qualified', salesQualifiedAt: minute(10), owner: { rep: 'ana' } });
    expect(nextRecheck(lead)).toBeUndefined();
  });

  it('of a lead that sales had qualified is its last word, and the merit of its owner', () => {
    const qualified = closeLead(asked, { outcome: 'sales-qualified' }, minute(10)).lead;
    const closed = closeLead(qualified, won, minute(50));
    expect(closed.facts).toStrictEqual(recorded({ rep: 'ana' }));
    expect(closed.lead).toMatchObject({ stage: 'ended', end: 'won', endedAt: minute(50) });
    const again = closeLead(qualified, { outcome: 'sales-qualified' }, minute(51));
    expect(again.lead).toBe(qualified);
    expect(again.facts[0]?.data).toMatchObject({ applied: false });
  });

  it('sales-qualified of a lead that sales gave back begins its next cycle; won does not', () => {
    const given = { ...endedLead('jane'), end: 'recycled' as const };
    expect(closeLead(given, { outcome: 'sales-qualified' }, minute(1)).lead).toMatchObject({
      stage: 'sales-qualified',
      cycle: given.cycle + 1,
    });
    expect(closeLead(given, won, minute(1)).lead).toMatchObject({ stage: 'ended', end: 'won', cycle: given.cycle });
  });

  it('changes nothing of a lead that has ended otherwise, or that was never captured', () => {
    for (const lead of [endedLead('jane'), { ...nurtureLead('jane'), stage: 'uncaptured' as const }]) {
      expect(closeLead(lead, won, minute(1))).toStrictEqual({ lead, facts: recorded({ applied: false }) });
    }
  });
});

describe('a lead that its owner gives back to nurture', () => {
  it('ends, late or not', () => {
    const { lead, facts } = recycleLead(asked, 'not now', minute(31));
    expect(facts).toStrictEqual([
      breach,
      { type: 'LeadRecycled', data: { why: 'not now', rep: 'ana', lateBy: 'PT1M' } },
    ]);
    expect(lead).toMatchObject({ stage: 'ended', end: 'recycled', endedAt: minute(31) });
  });

  it('stays as it is without an owner', () => {
    expect(recycleLead(nurtureLead('jane'), 'not now', NOON)).toEqual({ lead: nurtureLead('jane'), facts: [] });
  });
});

describe('who has had a lead', () => {
  const given = (lead: OwnedLead, rep: string): OwnedLead => ({
    ...lead,
    owner: { ...lead.owner, rep, at: lead.owner.at + MINUTE },
  });

  it('is kept for the last twelve, newest first', () => {
    let lead = ownedLead();
    for (let turn = 1; turn <= 13; turn += 1) {
      const { tenures = [] } = returnToRouting(lead, 'rejected', lead.owner.at + MINUTE);
      lead = { ...given(lead, `rep-${turn}`), tenures };
    }
    expect(lead.tenures).toHaveLength(TENURES_KEPT);
    expect(lead.tenures?.[0]).toEqual({ rep: 'rep-12', from: minute(12), until: minute(13) });
  });

  it('is one time of an owner who lost the lead and kept it after all', () => {
    const lost = returnToRouting(ownedLead(), 'silent', minute(5));
    const kept = ownedLead(lost.tenures === undefined ? {} : { tenures: lost.tenures });
    expect(returnToRouting(kept, 'silent', minute(9)).tenures).toEqual([{ rep: 'ana', from: NOON, until: minute(9) }]);
  });

  it('says whose an outcome is that is told by the next, at each instant', () => {
    const { tenures = [] } = returnToRouting(ownedLead(), 'rejected', minute(5));
    const { owner } = ownedLead();
    const lead = ownedLead({ tenures, owner: { ...owner, rep: 'ben', attempt: 2, at: minute(8) } });
    const creditAt = (occurredAt: number) =>
      closeLead(lead, { outcome: 'won', who: { occurredAt } }, minute(20)).facts.map(({ data }) => data);
    const won = { outcome: 'won', applied: true };
    expect(creditAt(minute(5) - 1)).toEqual([{ ...won, rep: 'ana' }]);
    expect(creditAt(minute(5))).toEqual([{ ...won, owner: 'ben' }]);
    expect(creditAt(minute(8) - 1)).toEqual([{ ...won, owner: 'ben' }]);
    expect(creditAt(minute(8))).toEqual([{ ...won, rep: 'ben' }]);
  });
});
