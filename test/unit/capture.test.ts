import { describe, expect, it } from 'vitest';
import { isDerived, mergeFields, stampOf } from '../../shared/domain/capture/capture-fields.ts';
import {
  captureLead,
  newLead,
  recordActivity,
  recordAnonymousActivity,
} from '../../shared/domain/capture/record-behaviour.ts';
import type { Decision } from '../../shared/domain/lead/decision.ts';
import type { Lead } from '../../shared/domain/lead/lead.ts';
import { createRules } from '../../shared/domain/rules.ts';
import { DAY, MINUTE, smallAgreement } from '../support/agreement/small-agreement.ts';
import { endedLead, NOON, nurtureLead, waitingLead } from '../support/store/store-samples.ts';

const rules = createRules(smallAgreement());
const HOT = { 'person.email': 'jane@acme.example', 'company.name': 'Acme', 'company.employees': 500 };
const DEMO = { kind: 'demo-requested' };

const capture = (lead: Lead, fields: Lead['fields'], at = NOON, now = at): Decision =>
  captureLead(lead, { id: 'event', occurredAt: at, fields }, rules, now);

const types = ({ facts }: Decision): readonly string[] => facts.map(({ type }) => type);

describe("the company's domain", () => {
  const told = (fields: Lead['fields'], addressDomain?: string, lead = newLead('lead', 'jane@acme.example')) =>
    captureLead(lead, { id: 'event', occurredAt: NOON, fields, addressDomain }, rules, NOON).lead;

  it('is that of the address where none is said, and known to be derived', () => {
    const lead = told({}, 'acme.example');
    expect(lead.fields['company.domain']).toBe('acme.example');
    expect(isDerived(lead, 'company.domain')).toBe(true);
  });

  it('is what is said, also by an earlier event that comes later', () => {
    const derived = told({}, 'acme.example');
    const earlier = { id: 'before', occurredAt: NOON - DAY, fields: { 'company.domain': 'globex.example' } };
    const { lead } = captureLead(derived, { ...earlier, addressDomain: 'acme.example' }, rules, NOON);
    expect(lead.fields['company.domain']).toBe('globex.example');
    expect(isDerived(lead, 'company.domain')).toBe(false);
    expect(told({}, 'acme.example', lead).fields['company.domain']).toBe('globex.example');
  });

  it("is none for the agreement's free mail, said or derived", () => {
    expect(told({ 'company.domain': 'mail.example' }).fields['company.domain']).toBeUndefined();
    expect(told({}, 'mail.example').fields['company.domain']).toBeUndefined();
    expect(told({}, 'isp.example', newLead('lead', 'jane@mail.example')).fields['company.domain']).toBeUndefined();
    expect(isDerived(told({}), 'company.domain')).toBe(false);
  });
});

describe('what is cut or left out of a capture', () => {
  it('is told once, before all else', () => {
    const ignored = [{ path: 'location.country', problem: 'not a country' }];
    const event = { id: 'event', occurredAt: NOON, fields: HOT, ignored };
    const { facts } = captureLead(newLead('lead', 'jane@acme.example'), event, rules, NOON);
    expect(facts[0]).toEqual({ type: 'LeadFieldsIgnored', data: { fields: ignored } });
    expect(facts.filter(({ type }) => type === 'LeadFieldsIgnored')).toHaveLength(1);
  });
});

describe('fields that a later event sets again', () => {
  const first = mergeFields(
    { fields: {}, stamps: {} },
    { source: 'fair', campaign: 'spring' },
    stampOf(NOON, 'b'),
    NOON + 1,
  );

  it('are those of the newer event, whichever arrives first', () => {
    expect(mergeFields(first, { source: 'web' }, stampOf(NOON + 1, 'a'), NOON + 1).fields).toEqual({
      source: 'web',
      campaign: 'spring',
    });
    expect(mergeFields(first, { source: 'web' }, stampOf(NOON - 1, 'c'), NOON + 1).fields).toEqual(first.fields);
  });

  it('are those of the greater id, where both events are of one instant', () => {
    expect(mergeFields(first, { source: 'web' }, stampOf(NOON, 'c'), NOON + 1).fields.source).toBe('web');
    expect(mergeFields(first, { source: 'web' }, stampOf(NOON, 'a'), NOON + 1).fields.source).toBe('fair');
  });

  it('are taken from the same event again, corrected', () => {
    expect(mergeFields(first, { source: 'web' }, stampOf(NOON, 'b'), NOON + 1).fields.source).toBe('web');
  });

  it('are held by no stamp of the future, as earlier versions kept them', () => {
    const ahead = { fields: { source: 'fair' }, stamps: { source: stampOf(NOON + 1_000, 'b') } };
    expect(mergeFields(ahead, { source: 'web' }, stampOf(NOON, 'a'), NOON).fields.source).toBe('web');
    expect(mergeFields(ahead, { source: 'web' }, stampOf(NOON, 'a'), NOON + 1_000).fields.source).toBe('fair');
  });

  it('are taken from the first event that has them, however old it is', () => {
    const told = mergeFields(first, { interest: 'heat' }, stampOf(0, 'a'), NOON + 1);
    expect(told.fields.interest).toBe('heat');
    expect(told.stamps.interest).toBe(stampOf(0, 'a'));
  });
});

describe('a capture', () => {
  it('that is hot and complete qualifies the lead, and a recheck a minute later', () => {
    const decision = capture(newLead('jane', 'jane@acme.example'), HOT);
    expect(types(decision)).toEqual(['LeadScored', 'LeadQualified', 'ClockStarted']);
    expect(decision.lead).toMatchObject({ stage: 'qualified', grade: 'hot', lookAt: NOON + MINUTE });
  });

  it('that is not makes the lead one to nurture', () => {
    const decision = capture(newLead('jane', 'jane@acme.example'), { source: 'fair' });
    expect(types(decision)).toEqual(['LeadScored']);
    expect(decision.lead).toMatchObject({ stage: 'nurture', grade: 'cold' });
  });
});

describe('a hot lead of which something is missing', () => {
  const { 'company.name': _, ...incomplete } = HOT;
  const first = capture(newLead('jane', 'jane@acme.example'), incomplete);

  it('is reported with what is missing, once', () => {
    expect(types(first)).toEqual(['LeadScored', 'LeadIncomplete']);
    expect(first.lead.missing).toEqual(['company.name']);
    expect(types(capture(first.lead, incomplete))).toEqual(['LeadScored']);
  });

  it('is reported again when something else is missing', () => {
    const more = (minimum: readonly string[]) =>
      captureLead(
        first.lead,
        { id: 'next', occurredAt: NOON, fields: incomplete },
        createRules(smallAgreement({ scoring: { minimum } })),
        NOON,
      );
    expect(types(more(['person.title']))).toContain('LeadIncomplete');
    expect(more(['company.name', 'person.title']).lead.missing).toEqual(['company.name', 'person.title']);
    expect(types(more(['company.name', 'person.title']))).toContain('LeadIncomplete');
    expect(types(more(['person.title', 'company.name']))).toContain('LeadIncomplete');
    expect(types(more(['company.name']))).not.toContain('LeadIncomplete');
  });

  it('is reported again when less is missing than before', () => {
    const two = capture(newLead('june', 'june@acme.example'), { 'company.employees': 500 });
    expect(two.lead.missing).toEqual(['person.email', 'company.name']);
    expect(types(capture(two.lead, { 'person.email': 'june@acme.example' }))).toContain('LeadIncomplete');
    expect(types(capture(two.lead, { 'company.name': 'Acme' }))).toContain('LeadIncomplete');
  });

  it('qualifies once it is complete', () => {
    expect(types(capture(first.lead, HOT))).toContain('LeadQualified');
  });
});

describe('a lead that has ended', () => {
  const ended = { ...endedLead('jane'), pastOwners: ['ana'], attempt: 2, missing: ['company.name'] };

  it('begins its next cycle, as nobody’s, with what occurs at its end or later', () => {
    for (const at of [NOON, NOON + MINUTE]) {
      const { lead } = capture(ended, {}, at);
      expect(lead).toMatchObject({ stage: 'nurture', cycle: 2, cycleFrom: NOON, pastOwners: [], attempt: 0 });
      expect(lead.missing).toBeUndefined();
    }
  });

  it('stays ended for what occurred before, and counts none of it', () => {
    const { lead, facts } = recordActivity(ended, { ...DEMO, at: NOON - 1 }, rules, NOON + MINUTE);
    expect(facts).toEqual([]);
    expect(lead).toMatchObject({ stage: 'ended', cycle: 1, behaviour: ended.behaviour });
    expect(lead.timeline).toEqual([{ ...DEMO, at: NOON - 1 }]);
  });

  it('counts in its next cycle what occurred from its end on, and nothing from before', () => {
    const { lead: reopened } = capture(ended, {}, NOON + MINUTE);
    const raised = (at: number) =>
      recordActivity(reopened, { ...DEMO, at }, rules, NOON + DAY).lead.behaviour.handRaised;
    expect(raised(NOON)).toBe(true);
    expect(raised(NOON - 1)).toBe(false);
  });
});

describe('a lead that waits', () => {
  const waiting = { ...waitingLead('jane', 'France', NOON), daily: true, lookAt: NOON + DAY };

  it('is checked again at once when a capture says something new', () => {
    const { lead } = capture(waiting, { language: 'fr' }, NOON + MINUTE);
    expect(lead).toMatchObject({ stage: 'waiting', lookAt: NOON + MINUTE, daily: false });
  });

  it('goes on waiting when a capture says nothing new', () => {
    const { lead } = capture(waiting, waiting.fields, NOON + MINUTE);
    expect(lead).toMatchObject({ stage: 'waiting', lookAt: NOON + DAY, daily: true });
  });
});

describe('a lead that does not wait', () => {
  it('gets no recheck from a capture', () => {
    const { lead } = capture(nurtureLead('jane'), { language: 'fr' });
    expect(lead).not.toHaveProperty('lookAt');
  });
});

describe('an activity', () => {
  it('of a browser that nobody knows is kept, newest first', () => {
    const first = recordAnonymousActivity(undefined, { ...DEMO, at: NOON }, NOON);
    const second = recordAnonymousActivity(first, { kind: 'page-viewed', at: NOON + 1 }, NOON + 1);
    expect(second.known).toBe(false);
    expect(second.activities.map(({ kind }) => kind)).toEqual(['page-viewed', 'demo-requested']);
  });

  it('that lies ahead counts as one of now', () => {
    expect(recordAnonymousActivity(undefined, { ...DEMO, at: NOON + DAY }, NOON).activities).toEqual([
      { ...DEMO, at: NOON },
    ]);
    const { lead } = recordActivity(nurtureLead('jane'), { ...DEMO, at: NOON + DAY }, rules, NOON);
    expect(lead.timeline).toEqual([{ ...DEMO, at: NOON }]);
  });

  it('counts for the lead that its browser turns out to be', () => {
    const anonymous = recordAnonymousActivity(undefined, { ...DEMO, at: NOON }, NOON);
    const decision = captureLead(
      nurtureLead('jane'),
      { id: 'event', occurredAt: NOON, fields: {}, anonymous },
      rules,
      NOON,
    );
    expect(decision.lead.behaviour.handRaised).toBe(true);
  });
});
