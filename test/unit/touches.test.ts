import { describe, expect, it } from 'vitest';
import { captureLead, newLead, recordActivity } from '../../shared/domain/capture/record-behaviour.ts';
import type { Fact } from '../../shared/domain/lead/facts.ts';
import type { Lead } from '../../shared/domain/lead/lead.ts';
import { createRules } from '../../shared/domain/rules.ts';
import { toIso } from '../../shared/domain/time/instant.ts';
import { MINUTE, smallAgreement } from '../support/agreement/small-agreement.ts';
import { endedLead, NOON, nurtureLead } from '../support/store/store-samples.ts';

const rules = createRules(smallAgreement());
const at = (minutes: number): number => NOON + minutes * MINUTE;
const FORM = { source: 'webinar', campaign: 'w1', 'person.firstName': 'Jane' };

/** `type: kind value minute`, of each touch that is told. */
const told = (facts: readonly Fact[]): readonly string[] =>
  facts.flatMap((fact) =>
    'touches' in fact.data && fact.data.touches !== undefined
      ? fact.data.touches.map(
          ({ kind, value, occurredAt }) => `${fact.type}: ${kind} ${value} ${(Date.parse(occurredAt) - NOON) / MINUTE}`,
        )
      : [],
  );

const capture = (lead: Lead, minute: number, more: object = {}) =>
  captureLead(lead, { id: 'event', occurredAt: at(minute), fields: FORM, ...more }, rules, at(10)).facts;

describe('what may have moved a person', () => {
  it('is told with the score of the form that names it, as at the time of the form', () => {
    expect(told(capture(newLead('jane', 'jane@acme.example'), 5))).toEqual([
      'LeadScored: source webinar 5',
      'LeadScored: campaign w1 5',
    ]);
  });

  it('is told no later than now, and not where a form names nothing', () => {
    expect(told(capture(nurtureLead('jane'), 60))[0]).toBe('LeadScored: source webinar 10');
    expect(told(capture(nurtureLead('jane'), 5, { fields: { 'person.firstName': 'Jane' } }))).toEqual([]);
  });

  it('is told by itself where nothing is scored', () => {
    const read = { at: at(3), kind: 'page-viewed', contentId: 'roi-guide' };
    expect(told(recordActivity({ ...nurtureLead('jane'), grade: 'cold' }, read, rules, at(3)).facts)).toEqual([
      'LeadTouched: content roi-guide 3',
    ]);
    const ended = { ...endedLead('jane'), endedAt: at(8) };
    expect(told(capture(ended, 5))).toEqual(['LeadTouched: source webinar 5', 'LeadTouched: campaign w1 5']);
  });

  it('is kept while the person is unknown, and told once who it is, oldest first', () => {
    const read = { at: at(3), kind: 'page-viewed', contentId: 'roi-guide' };
    const early = recordActivity(newLead('jane', 'jane@acme.example'), read, rules, at(3));
    expect(early.facts).toEqual([]);
    const anonymous = {
      known: false,
      activities: [{ at: at(2), kind: 'page-viewed', contentId: 'pricing' }],
      told: { fields: { source: 'partner' }, stamps: { source: `${toIso(at(4))} some-form` } },
    };
    expect(told(capture(early.lead, 5, { anonymous }))).toEqual([
      'LeadScored: content pricing 2',
      'LeadScored: content roi-guide 3',
      'LeadScored: source partner 4',
      'LeadScored: source webinar 5',
      'LeadScored: campaign w1 5',
    ]);
  });
});
