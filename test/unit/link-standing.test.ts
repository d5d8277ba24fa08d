import { describe, expect, it } from 'vitest';
import { answerByLink, isRepeated } from '../../shared/domain/answer/answer-by-link.ts';
import { isOpenFor, whyOver } from '../../shared/domain/answer/link-standing.ts';
import type { LeadLink } from '../../shared/domain/documents.ts';
import { factEvents } from '../../shared/domain/lead/fact-event.ts';
import type { Fact } from '../../shared/domain/lead/facts.ts';
import type { Ended, Lead } from '../../shared/domain/lead/lead.ts';
import { baseOf } from '../../shared/domain/lead/leave-owner.ts';
import { DAY, smallAgreement } from '../support/agreement/small-agreement.ts';
import { ownedLead } from '../support/scenario/owned-lead.ts';
import { endedLead, NOON, nurtureLead } from '../support/store/store-samples.ts';

const LINK: LeadLink = { leadId: 'jane', rep: 'ana', cycle: 1, attempt: 1, expiresAt: NOON + DAY };

const rejected = (attempt: number): Fact => ({
  type: 'LeadRejected',
  data: { rep: 'ana', attempt, reason: 'no-time', action: 'reassign' },
});
const escalated = (step: 'remind' | 'reassign' | 'recycle', attempt = 1): Fact => ({
  type: 'LeadEscalated',
  data: { clause: 'accept', step, attempt, rep: 'ana' },
});
const QUALIFIED: Fact = { type: 'LeadQualified', data: { score: 60, reasons: [] } };

describe('a link', () => {
  it('is open for the attempt of its rep, until it expires', () => {
    expect(isOpenFor(ownedLead(), LINK, NOON + DAY - 1)).toBe(true);
    expect(isOpenFor(ownedLead(), LINK, NOON + DAY)).toBe(false);
  });

  it.each<[string, Lead]>([
    ['of a later cycle', ownedLead({ cycle: 2 })],
    ['of another attempt', ownedLead({ owner: { ...ownedLead().owner, attempt: 2 } })],
    ['of another rep', ownedLead({ owner: { ...ownedLead().owner, rep: 'ben' } })],
    ['without an owner', nurtureLead('jane')],
  ])('does not open a lead %s', (_, lead) => {
    expect(isOpenFor(lead, LINK, NOON)).toBe(false);
  });
});

describe('a link that is over', () => {
  const why = (facts: readonly Fact[], lead: Lead = nurtureLead('jane'), now = NOON) =>
    whyOver(lead, LINK, factEvents({ id: 'jane', sequence: 0 }, facts, { id: 'cause' }, NOON), now);
  const ended = (end: Ended['end']): Lead => ({ ...endedLead('jane'), attempt: 1, end });

  it('has expired, whatever else became of the lead', () => {
    expect(why([rejected(1)], ownedLead({ cycle: 2 }), NOON + DAY)).toBe('expired');
    expect(why([rejected(1)], nurtureLead('jane'), NOON + DAY - 1)).toBe('given-back');
  });

  it('is of an earlier cycle', () => {
    expect(why([rejected(1)], ownedLead({ cycle: 2 }))).toBe('moved-on');
  });

  it('is of a lead that its rep gave back', () => {
    expect(why([escalated('remind'), rejected(1)])).toBe('given-back');
  });

  it('is of a lead that was taken because the time ran out', () => {
    expect(why([escalated('reassign')])).toBe('ran-out');
    expect(why([escalated('recycle')])).toBe('ran-out');
    expect(why([escalated('remind')])).toBe('moved-on');
  });

  it('is judged by what became of its own attempt, in this cycle', () => {
    expect(why([rejected(2), escalated('reassign', 2)])).toBe('moved-on');
    expect(why([rejected(1), QUALIFIED])).toBe('moved-on');
    expect(why([QUALIFIED, rejected(1)])).toBe('given-back');
  });

  it.each([
    ['recycled', 'recycled'],
    ['returned', 'moved-on'],
    ['closed', 'moved-on'],
    ['won', 'settled'],
  ] as const)('is of a lead that ended as %s: %s', (end, over) => {
    expect(why([], ended(end))).toBe(over);
  });

  it('is of a lead that sales has qualified: settled', () => {
    expect(why([], { ...baseOf(ended('won')), stage: 'sales-qualified', salesQualifiedAt: NOON })).toBe('settled');
  });

  it('is of a lead that ended with another attempt', () => {
    expect(why([], { ...ended('won'), attempt: 2 })).toBe('moved-on');
  });
});

describe('an answer by a link that is over', () => {
  it.each([
    ['reject', 'given-back'],
    ['qualified', 'settled'],
    ['not-now', 'recycled'],
  ] as const)('%s is a repeated one where the lead is %s', (answer, over) => {
    expect(isRepeated(answer, over)).toBe(true);
    expect(isRepeated('accept', over)).toBe(false);
    expect(isRepeated(answer, 'unknown')).toBe(false);
    expect(isRepeated(answer, 'moved-on')).toBe(false);
  });
});

describe('an answer by an open link', () => {
  const agreement = smallAgreement();
  const typesOf = (result: ReturnType<typeof answerByLink>) =>
    'refused' in result ? result.refused : result.facts.map(({ type }) => type);

  it('decides as an answer from a CRM does', () => {
    const of = (given: Parameters<typeof answerByLink>[1], lead = ownedLead()) =>
      typesOf(answerByLink(lead, given, agreement, NOON));
    expect(of({ answer: 'accept' })).toEqual(['LeadAccepted', 'ClockStarted']);
    expect(of({ answer: 'reject', reason: 'no-time' })).toEqual(['LeadRejected']);
    expect(of({ answer: 'contacted' }, ownedLead({}, 'accepted'))).toEqual(['ContactRecorded', 'ClockStarted']);
    expect(of({ answer: 'qualified' })).toEqual(['OutcomeRecorded']);
    expect(of({ answer: 'not-now' })).toEqual(['LeadRecycled']);
  });

  it('changes nothing when it was given before', () => {
    const contacted = ownedLead({}, 'contacted');
    expect(answerByLink(contacted, { answer: 'contacted' }, agreement, NOON)).toEqual({ lead: contacted, facts: [] });
  });

  it('is refused for a reason that the agreement does not know, or that comes after accepting', () => {
    for (const reason of ['boredom', 'constructor']) {
      expect(answerByLink(ownedLead(), { answer: 'reject', reason }, agreement, NOON)).toEqual({
        refused: 'unknown-reason',
      });
    }
    expect(answerByLink(ownedLead({}, 'accepted'), { answer: 'reject', reason: 'no-time' }, agreement, NOON)).toEqual({
      refused: 'accepted-before',
    });
  });

  it('that rejects says the note of its rep, if there is one', () => {
    const noted = answerByLink(
      ownedLead(),
      { answer: 'reject', reason: 'no-time', note: 'on a train' },
      agreement,
      NOON,
    );
    expect(noted).toMatchObject({ facts: [{ data: { reason: 'no-time', action: 'reassign', note: 'on a train' } }] });
    const plain = answerByLink(ownedLead(), { answer: 'reject', reason: 'no-time' }, agreement, NOON);
    expect('facts' in plain && plain.facts[0]?.data).not.toHaveProperty('note');
  });
});
