import { describe, expect, it } from 'vitest';
import { type QueueMessage, sqsHandler } from '../../shared/application/sqs-handler.ts';
import { claimDeliveries } from '../../shared/domain/alert/delivery/claim-deliveries.ts';
import { type ClaimedBundle, EMPTY_INBOX } from '../../shared/domain/alert/delivery/inbox.ts';
import { recordDelivery } from '../../shared/domain/alert/delivery/record-delivery.ts';
import { captureLead } from '../../shared/domain/capture/record-behaviour.ts';
import { isRefundedFor } from '../../shared/domain/lead/refund.ts';
import { addLead, fullness, NO_LOAD } from '../../shared/domain/routing/rep-load.ts';
import { createRules } from '../../shared/domain/rules.ts';
import { sqsRecord } from '../../simulator/sqs-record.ts';
import { always, HOUR, MINUTE, rep, smallAgreement } from '../support/agreement/small-agreement.ts';
import { noticeTo, ownedLead } from '../support/scenario/owned-lead.ts';
import { endedLead, NOON } from '../support/store/store-samples.ts';

const agreement = smallAgreement();
const rules = createRules(agreement);

const observer = { info: () => {}, warn: () => {}, error: () => {}, count: () => {}, measure: () => {} };

describe('a batch of messages', () => {
  it('is worked off to its end: one that fails comes again, and those after it are done', async () => {
    const done: string[] = [];
    const handler = sqsHandler(async ({ id }) => {
      if (id === 'b') throw new Error('it fails');
      done.push(id);
    })({ observer });
    const answer = await handler({ Records: ['a', 'b', 'c'].map((id) => sqsRecord('queue', id, '')) });
    expect(done).toEqual(['a', 'c']);
    expect(answer.batchItemFailures).toEqual([{ itemIdentifier: 'b' }]);
  });

  it('has what goes together done at once, and only the rest one by one', async () => {
    const done: string[] = [];
    const handler = sqsHandler(
      async ({ id }: QueueMessage) => void done.push(id),
      async (messages) => {
        done.push(messages.map(({ id }) => id).join('+'));
        return new Set(['a', 'c']);
      },
    )({ observer });
    const answer = await handler({ Records: ['a', 'b', 'c'].map((id) => sqsRecord('queue', id, '')) });
    expect([done, answer.batchItemFailures]).toEqual([['a+b+c', 'b'], []]);
    await handler({ Records: [sqsRecord('queue', 'd', '')] });
    expect(done).toEqual(['a+b+c', 'b', 'd']);
  });
});

describe('a rejection', () => {
  it('gives back what the lead cost, unless the rep had no time', () => {
    expect(isRefundedFor('no-time')).toBe(false);
    expect(isRefundedFor('not-a-fit')).toBe(true);
  });
});

describe('the cap of a day', () => {
  it('counts the day of the rep, not that of Greenwich', () => {
    const ana = rep('ana', { schedule: always('America/Los_Angeles'), capacity: { perDay: 1 } });
    const evening = Date.parse('2026-11-02T23:30:00Z');
    const load = addLead(NO_LOAD, ana, 'lead', evening);
    expect(fullness(load, ana, evening + HOUR)).toBe('full-today');
    expect(fullness(load, ana, evening + 9 * HOUR)).toBeUndefined();
  });
});

describe('a claim', () => {
  const claimedBy = (until: number) =>
    ownedLead({ notices: [noticeTo('ana', 'alert', { deliveries: [{ channel: 'sms', state: 'claimed', until }] })] });

  it('is not taken again before it expires, and then for a minute more', () => {
    const lead = claimedBy(NOON + MINUTE);
    expect(claimDeliveries(lead, {}, rules, NOON + MINUTE - 1).sends).toEqual([]);
    const again = claimDeliveries(lead, {}, rules, NOON + MINUTE);
    expect(again.sends).toHaveLength(1);
    expect(again.lead.notices[0]?.deliveries).toEqual([{ channel: 'sms', state: 'claimed', until: NOON + 2 * MINUTE }]);
  });

  it('of a bundle is not taken again before it expires, and then for a minute more', () => {
    const notice = noticeTo('ana', 'alert', { deliveries: [{ channel: 'sms', state: 'held', until: NOON }] });
    const lead = ownedLead({ notices: [notice] });
    const bundle: ClaimedBundle = {
      ...{ id: 1, channel: 'sms', purpose: 'alert', state: 'claimed', until: NOON + MINUTE },
      items: [{ leadId: lead.id, sequence: notice.sequence, purpose: 'alert' }],
    };
    const inboxes = { ana: { ...EMPTY_INBOX, bundles: [bundle] } };
    expect(claimDeliveries(lead, inboxes, rules, NOON + MINUTE - 1).bundles).toEqual([]);
    const again = claimDeliveries(lead, inboxes, rules, NOON + MINUTE);
    expect(again.bundles.map(({ bundle: { until } }) => until)).toEqual([NOON + 2 * MINUTE]);
  });
});

describe('an alert', () => {
  it('that goes out exactly at its deadline is in time, and late a millisecond after it', () => {
    const dueAt = NOON + HOUR;
    const notice = noticeTo('ana', 'alert', { deliveries: [{ channel: 'sms', state: 'claimed', until: dueAt }] });
    const lead = ownedLead({
      notices: [notice],
      qualification: { at: NOON, score: 60, reasons: [], alert: { dueAt, state: 'pending' } },
    });
    const delivered = { send: { notice, channel: 'sms' as const }, sent: { messageId: 'm' }, together: false };
    const types = (now: number) => recordDelivery(lead, delivered, agreement, now).facts.map(({ type }) => type);
    expect(types(dueAt)).toEqual(['RepAlerted']);
    expect(types(dueAt + 1)).toEqual(['SlaBreached', 'RepAlerted']);
  });
});

describe('what occurs at the very instant at which a lead ended', () => {
  it('begins its next cycle; what occurred before does not', () => {
    const captured = (occurredAt: number) =>
      captureLead(endedLead('jane'), { id: 'event', occurredAt, fields: {} }, rules, NOON + HOUR).lead;
    expect(captured(NOON)).toMatchObject({ cycle: 2, stage: 'nurture' });
    expect(captured(NOON - 1)).toMatchObject({ cycle: 1, stage: 'ended' });
  });
});
