import { describe, expect, it } from 'vitest';
import { settleOverdue } from '../../shared/domain/clock/settle-overdue.ts';
import { takeLead } from '../../shared/domain/routing/take-lead.ts';
import { createRules } from '../../shared/domain/rules.ts';
import { MINUTE, rep, smallAgreement, territory } from '../support/agreement/small-agreement.ts';
import { noticeTo, ownedLead, running } from '../support/scenario/owned-lead.ts';
import { NOON } from '../support/store/store-samples.ts';

const minute = (minutes: number): number => NOON + minutes * MINUTE;
const asked = ownedLead({ clause: running('accept', 30, [[30, 'reassign']]), notices: [noticeTo('ana', 'alert')] });
const pending = {
  ...asked,
  qualification: { ...asked.qualification, alert: { dueAt: minute(20), state: 'pending' as const } },
};

describe('promises whose time is over, where the clock is late', () => {
  it('are kept up to their last instant', () => {
    expect(settleOverdue(asked, minute(30))).toEqual({ lead: asked, facts: [] });
    expect(settleOverdue(pending, minute(20))).toEqual({ lead: pending, facts: [] });
  });

  it('are told as broken once, ours before theirs', () => {
    const { lead, facts } = settleOverdue(pending, minute(31));
    expect(facts).toMatchObject([
      { type: 'SlaBreached', data: { clause: 'alert', party: 'us', attempt: 1 } },
      { type: 'SlaBreached', data: { clause: 'accept', party: 'sales', attempt: 1, rep: 'ana' } },
    ]);
    expect(settleOverdue(lead, minute(32)).facts).toEqual([]);
  });
});

describe('a lead that a person gives to a rep', () => {
  const by = { rep: rep('cem'), by: 'owner-change' as const, saidAt: minute(5) };

  it('owes its messages by the fact that assigns it, after what was missed', () => {
    const { lead, facts } = takeLead(asked, by, createRules(smallAgreement()), minute(31));
    expect(facts.map(({ type }) => type)).toEqual(['SlaBreached', 'LeadAssigned', 'ClockStarted']);
    const sequence = asked.sequence + 2;
    expect(lead.notices).toEqual([
      { sequence, purpose: 'alert', rep: 'cem', attempt: 2, at: minute(31), deliveries: [] },
      { sequence, purpose: 'taken-away', rep: 'ana', attempt: 1, at: minute(31), deliveries: [], taker: 'cem' },
    ]);
  });

  it('is charged in its territory, by weight and score, or in none where no territory takes it', () => {
    const north = territory('North', [], { team: [{ rep: 'cem', weight: 2 }], share: 'score' });
    const charged = takeLead(asked, by, createRules(smallAgreement({ territories: [north] })), NOON).lead;
    expect(charged).toMatchObject({
      owner: { territory: 'North', charge: { territory: 'North', amount: 30, value: 60 } },
    });
    const nowhere = takeLead(asked, by, createRules(smallAgreement({ territories: [] })), NOON).lead;
    expect(nowhere).toMatchObject({ owner: { territory: '', saidAt: minute(5) } });
    expect(nowhere).not.toHaveProperty('owner.charge');
  });

  it('tells nobody who has left the agreement, and takes back what its new owner was told', () => {
    const told = [noticeTo('cem', 'taken-away'), noticeTo('ben', 'taken-away')];
    const left = { ...asked, owner: { ...asked.owner, rep: 'zoe' }, notices: told };
    const { notices } = takeLead(left, by, createRules(smallAgreement()), NOON).lead;
    expect(notices.map(({ purpose, rep: to }) => `${purpose} ${to}`)).toEqual(['taken-away ben', 'alert cem']);
  });
});
