import { describe, expect, it } from 'vitest';
import { baseOf, endLead, returnToRouting } from '../../shared/domain/lead/leave-owner.ts';
import type { Notice } from '../../shared/domain/lead/notice.ts';
import { MINUTE } from '../support/agreement/small-agreement.ts';
import { noticeTo, ownedLead, running } from '../support/scenario/owned-lead.ts';
import { NOON } from '../support/store/store-samples.ts';

const TO_MARKETING: Notice = {
  sequence: 4,
  purpose: 'marketing',
  rep: null,
  attempt: 1,
  at: NOON,
  deliveries: [],
  rejection: { by: 'ana', reason: 'not-a-fit', action: 'recycle', missing: [], score: 60, reasons: [] },
};
const TAKEN_AWAY = noticeTo('ben', 'taken-away');
const ALERT = noticeTo('ana', 'alert');
const REMINDER = noticeTo('ana', 'remind');

const LATER = NOON + 30 * MINUTE;

describe('a lead that goes back to be routed', () => {
  const lead = ownedLead({ notices: [ALERT, TAKEN_AWAY, REMINDER, TO_MARKETING], clause: running('accept', 30) });

  it('is checked a minute later, and remembers its owner and clause', () => {
    expect(returnToRouting(lead, 'left', LATER)).toStrictEqual({
      ...baseOf(lead),
      notices: [TAKEN_AWAY, TO_MARKETING],
      stage: 'qualified',
      tenures: [{ rep: 'ana', from: NOON, until: LATER }],
      qualification: lead.qualification,
      lookAt: LATER + MINUTE,
      previous: { stage: 'assigned', owner: lead.owner, why: 'left', lostAt: LATER, clause: running('accept', 30) },
    });
  });

  it('remembers what its owner should have been sent, if the clock has taken it from them', () => {
    expect(returnToRouting(lead, 'silent', LATER).previous?.owed).toEqual([ALERT, REMINDER]);
    for (const why of ['rejected', 'left'] as const) {
      expect(returnToRouting(lead, why, LATER).previous).not.toHaveProperty('owed');
    }
  });

  it('remembers no message and no clause where there was none', () => {
    const { previous } = returnToRouting(ownedLead({ notices: [TAKEN_AWAY, TO_MARKETING] }), 'silent', LATER);
    expect(previous).not.toHaveProperty('owed');
    expect(previous).not.toHaveProperty('clause');
  });
});

describe('a lead that ends', () => {
  it('still owes what asks nobody to act', () => {
    const lead = ownedLead({ notices: [ALERT, TAKEN_AWAY, TO_MARKETING] });
    expect(endLead(lead, 'won', LATER)).toStrictEqual({
      ...baseOf(lead),
      notices: [TAKEN_AWAY, TO_MARKETING],
      tenures: [{ rep: 'ana', from: NOON, until: LATER }],
      stage: 'ended',
      end: 'won',
      endedAt: LATER,
    });
  });

  it('keeps its grade and what was missing, where they are known', () => {
    expect(endLead(ownedLead({ grade: 'hot', missing: ['company.name'] }), 'lost', LATER)).toMatchObject({
      grade: 'hot',
      missing: ['company.name'],
    });
    for (const known of ['grade', 'missing']) expect(endLead(ownedLead(), 'lost', LATER)).not.toHaveProperty(known);
  });
});
