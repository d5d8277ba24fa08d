import { describe, expect, it } from 'vitest';
import { type Attempted, recordAttempt } from '../../shared/domain/answer/record-attempt.ts';
import type { Lead, OwnedLead } from '../../shared/domain/lead/lead.ts';
import { MINUTE, smallAgreement } from '../support/agreement/small-agreement.ts';
import { ownedLead, running } from '../support/scenario/owned-lead.ts';
import { NOON, nurtureLead, waitingLead } from '../support/store/store-samples.ts';

const agreement = smallAgreement();
const counting = smallAgreement({ sla: { countAttempts: true } });
const minute = (minutes: number): number => NOON + minutes * MINUTE;

const CONTACT = running('contact', 60, [
  [45, 'remind'],
  [60, 'tell-manager'],
  [240, 'reassign'],
]);
const accepted = ownedLead({ clause: CONTACT }, 'accepted');

const tried = (lead: Lead, minutes: number, options: { rules?: typeof agreement; attempted?: Attempted } = {}) =>
  recordAttempt(lead, { who: {}, attempted: options.attempted ?? {} }, options.rules ?? agreement, minute(minutes));

const stepsOf = (lead: Lead) =>
  (lead as OwnedLead).clause?.steps.map((step) => `${(step.at - NOON) / MINUTE} ${step.do}`);

describe('an attempt to reach a lead', () => {
  it('is kept with the lead and told, with the rep who made it', () => {
    const { lead, facts } = tried(accepted, 10, { attempted: { channel: 'call', note: 'voice mail' } });
    const told = { channel: 'call', note: 'voice mail' };
    expect(facts).toEqual([
      { type: 'ContactAttemptRecorded', data: { ...told, applied: true, counted: false, rep: 'ana' } },
    ]);
    expect(lead.contactAttempts).toEqual([{ ...told, at: minute(10), rep: 'ana' }]);
    expect(lead.stage).toBe('accepted');
  });

  it('moves the reminder by as much as the clause has run, and nothing else', () => {
    expect(stepsOf(tried(accepted, 10).lead)).toEqual(['55 remind', '60 tell-manager', '240 reassign']);
  });

  it('moves no reminder behind the deadline', () => {
    expect(stepsOf(tried(accepted, 40).lead)).toEqual(['60 remind', '60 tell-manager', '240 reassign']);
  });

  it('leaves a clause whose reminders have gone', () => {
    const late = ownedLead({ clause: { ...CONTACT, steps: CONTACT.steps.slice(1) } }, 'accepted');
    expect(stepsOf(tried(late, 50).lead)).toEqual(['60 tell-manager', '240 reassign']);
  });

  it('meets the contact clause where the agreement counts it', () => {
    const { lead, facts } = tried(accepted, 61, { rules: counting });
    expect(facts.map(({ type }) => type)).toEqual(['SlaBreached', 'ContactAttemptRecorded', 'ClockStarted']);
    expect(facts[1]?.data).toEqual({ applied: true, counted: true, rep: 'ana', lateBy: 'PT1M' });
    expect(lead).toMatchObject({ stage: 'contacted', clause: { name: 'verdict' } });
  });

  it('before the acceptance is the acceptance too', () => {
    const asked = ownedLead({ clause: running('accept', 30) });
    const noted = tried(asked, 5);
    expect(noted.facts.map(({ type }) => type)).toEqual(['LeadAccepted', 'ClockStarted', 'ContactAttemptRecorded']);
    expect(stepsOf(noted.lead)).toEqual(['50 remind', '65 tell-manager', '245 reassign']);
    const met = tried(asked, 5, { rules: counting });
    expect(met.facts.map(({ type }) => type)).toEqual(['LeadAccepted', 'ContactAttemptRecorded', 'ClockStarted']);
    expect(met.lead.stage).toBe('contacted');
  });

  it('of a lead that nobody owns, or by somebody else, is told and changes nothing', () => {
    const unused = [{ type: 'ContactAttemptRecorded', data: { applied: false, counted: false } }];
    for (const lead of [nurtureLead('jane'), waitingLead('jane', 'Everywhere', NOON)]) {
      expect(tried(lead, 5)).toEqual({ lead, facts: unused });
    }
    expect(recordAttempt(accepted, { who: { rep: 'ben' }, attempted: {} }, agreement, NOON)).toEqual({
      lead: accepted,
      facts: [{ type: 'ContactAttemptRecorded', data: { applied: false, counted: false, rep: 'ben' } }],
    });
  });

  it('of a lead that was reached before is kept, and its verdict clause runs on', () => {
    const reached = ownedLead({ clause: running('verdict', 600, [[480, 'remind']]) }, 'contacted');
    expect(stepsOf(tried(reached, 5, { rules: counting }).lead)).toEqual(['480 remind']);
  });

  it('is remembered six times', () => {
    const often = Array.from({ length: 8 }, (_, index) => index).reduce<Lead>(
      (lead, index) => tried(lead, index).lead,
      accepted,
    );
    expect(often.contactAttempts?.map(({ at }) => (at - NOON) / MINUTE)).toEqual([7, 6, 5, 4, 3, 2]);
  });
});
