import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action, FitRule } from '../../shared/domain/agreement/agreement.ts';
import {
  captureLead,
  newLead,
  recordActivity,
  recordAnonymousActivity,
} from '../../shared/domain/capture/record-behaviour.ts';
import type { Fields } from '../../shared/domain/condition/condition.ts';
import type { Visitor } from '../../shared/domain/documents.ts';
import type { Activity, Lead } from '../../shared/domain/lead/lead.ts';
import { createRules, type Rules } from '../../shared/domain/rules.ts';
import { type Score, scoreLead } from '../../shared/domain/scoring/score.ts';
import { DAY, HOUR, smallAgreement } from '../support/agreement/small-agreement.ts';

const START = Date.parse('2026-09-01T00:00:00Z');
/** Everything is delivered by then. */
const END = START + 60 * DAY;

const KINDS = ['page-viewed', 'demo-requested', 'webinar-attended'];
const URLS = ['https://x.example/pricing', 'https://x.example/Pricing/eu', 'https://x.example/jobs'];

type Told =
  | { readonly type: 'capture'; readonly id: string; readonly at: number; readonly fields: Fields }
  | { readonly type: 'activity'; readonly activity: Activity; readonly anonymous: boolean };

const instants = fc.nat({ max: 60 * 24 }).map((hours) => START + hours * HOUR);

const captures = fc.record({
  type: fc.constant('capture' as const),
  id: fc.uuid(),
  at: instants,
  fields: fc.dictionary(
    fc.constantFrom('company.name', 'company.employees', 'person.title'),
    fc.constantFrom('Acme', 'Rival', 'CTO', 5, 500),
    { noNullPrototype: true },
  ),
});

const activities = fc.record({
  type: fc.constant('activity' as const),
  activity: fc.record(
    { at: instants, kind: fc.constantFrom(...KINDS), url: fc.constantFrom(...URLS) },
    { requiredKeys: ['at', 'kind'], noNullPrototype: true },
  ),
  anonymous: fc.boolean(),
});

/** At least one capture tells whose the browser is. */
const told: fc.Arbitrary<readonly Told[]> = fc
  .tuple(captures, fc.array(fc.oneof(captures, activities, activities), { maxLength: 14 }))
  .map(([first, rest]) => [first, ...rest]);

const points = fc.integer({ min: -60, max: 60 });

const actions: fc.Arbitrary<readonly Action[]> = fc
  .array(
    fc.record(
      {
        kind: fc.constantFrom(...KINDS),
        when: fc.constant({ field: 'url', test: { contains: '/PRICING' } }),
        points,
        atMost: fc.integer({ min: 1, max: 80 }),
        handRaise: fc.boolean(),
      },
      { requiredKeys: ['kind', 'points', 'handRaise'], noNullPrototype: true },
    ),
    { maxLength: 5 },
  )
  .map((all) => all.map((action, index) => ({ name: `action ${index}`, ...action })));

const fits: fc.Arbitrary<readonly FitRule[]> = fc
  .array(fc.record({ field: fc.constantFrom('company.name', 'company.employees'), points }), { maxLength: 4 })
  .map((all) =>
    all.map(({ field, points: worth }, index) => ({
      name: `rule ${index}`,
      when: { field, test: field === 'company.name' ? { in: ['rival'] } : { gte: 200 } },
      points: worth,
    })),
  );

const HALF_LIFE = 7 * DAY;

const rulesWith = (all: readonly Action[], fit: readonly FitRule[]): Rules =>
  createRules(smallAgreement({ scoring: { fit, behaviour: { halfLifeMs: HALF_LIFE, actions: all } } }));

type Anonymous = Extract<Visitor, { known: false }>;

/** Delivers what is told in the given order, an hour apart, and scores the lead at the end. */
const deliver = (order: readonly Told[], rules: Rules): { readonly score: Score; readonly lead: Lead } => {
  let lead = newLead('lead', 'jane@mail.example');
  let browser: Anonymous | undefined;
  let known = false;
  order.forEach((one, index) => {
    const now = END + index * HOUR;
    if (one.type === 'capture') {
      const capture = { id: one.id, occurredAt: one.at, fields: one.fields, anonymous: known ? undefined : browser };
      lead = captureLead(lead, capture, rules, now).lead;
      known = true;
    } else if (one.anonymous && !known) browser = recordAnonymousActivity(browser, one.activity, now);
    else lead = recordActivity(lead, one.activity, rules, now).lead;
  });
  const at = END + 100 * HOUR;
  return { lead, score: scoreLead(lead, rules, at) };
};

/** The same with a pencil: field by field the newest, activity by activity its decayed points. */
const byHand = (all: readonly Told[], rules: Rules) => {
  const fields: Record<string, unknown> = {};
  const inOrder = all
    .flatMap((one) => (one.type === 'capture' ? [one] : []))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  for (const capture of inOrder) Object.assign(fields, capture.fields);
  const { fit: rulesOfFit, behaviour, hot, warm } = rules.agreement.scoring;
  let fit = 0;
  for (const rule of rulesOfFit) {
    if (!('field' in rule.when)) continue;
    const value = fields[rule.when.field];
    const holds = rule.when.test.in === undefined ? typeof value === 'number' && value >= 200 : value === 'Rival';
    if (holds) fit += rule.points;
  }
  let done = 0;
  let raised = false;
  for (const action of behaviour.actions) {
    let sum = 0;
    for (const one of all) {
      if (one.type !== 'activity' || one.activity.kind !== action.kind) continue;
      if (action.when !== undefined && !one.activity.url?.toLowerCase().includes('/pricing')) continue;
      sum += action.points * 0.5 ** ((END + 100 * HOUR - one.activity.at) / HALF_LIFE);
      raised ||= action.handRaise;
    }
    done += action.atMost === undefined ? sum : Math.min(sum, action.atMost);
  }
  const score = Math.round((fit + done) * 100) / 100;
  const hotByHand = score >= hot || (raised && fit >= 0);
  return { score, fit, behaviour: done, raised, grade: hotByHand ? 'hot' : score >= warm ? 'warm' : 'cold' };
};

describe('a score', { timeout: 60_000 }, () => {
  it('is what a hand calculation with decay and caps gives', () => {
    fc.assert(
      fc.property(told, actions, fits, (all, acts, fit) => {
        const rules = rulesWith(acts, fit);
        const { score } = deliver(all, rules);
        const hand = byHand(all, rules);
        // Rounding may fall to either side of half a hundredth.
        expect(Math.abs(score.score - hand.score)).toBeLessThanOrEqual(0.010_001);
        expect(Math.abs(score.score - (hand.fit + hand.behaviour))).toBeLessThanOrEqual(0.005_001);
        expect(score.fit).toBe(hand.fit);
        expect(score.behaviour).toBeCloseTo(hand.behaviour, 1);
        if (score.score === hand.score) expect(score.grade).toBe(hand.grade);
        const named = score.reasons.reduce((sum, reason) => sum + reason.points, 0);
        expect(Math.abs(named - score.score)).toBeLessThanOrEqual(0.005_001 * (score.reasons.length + 2));
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order in which captures and activities are delivered', () => {
    const shuffled = told.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, actions, fits, ([all, other], acts, fit) => {
        const rules = rulesWith(acts, fit);
        const [one, two] = [deliver(all, rules), deliver(other, rules)];
        expect(two.score).toEqual(one.score);
        expect(two.lead.fields).toEqual(one.lead.fields);
        expect(two.lead.timeline).toEqual(one.lead.timeline);
      }),
      { numRuns: 500 },
    );
  });

  it('of behaviour without a cap is worth half after a half-life, fit as much as ever', () => {
    fc.assert(
      fc.property(told, actions, fits, (all, acts, fit) => {
        const uncapped = acts.map(({ atMost: _, ...action }) => action);
        const rules = rulesWith(uncapped, fit);
        const { lead } = deliver(all, rules);
        const at = (now: number): Score => scoreLead(lead, rules, now);
        const [now, later] = [at(END + 20 * HOUR), at(END + 20 * HOUR + HALF_LIFE)];
        expect(Math.abs(later.behaviour - now.behaviour / 2)).toBeLessThanOrEqual(0.007_51);
        expect(later.fit).toBe(now.fit);
      }),
    );
  });

  it('is hot by a raised hand, whatever the points, unless the fit is negative', () => {
    const raising: readonly Action[] = [{ name: 'demo', kind: 'demo-requested', points: 1, handRaise: true }];
    fc.assert(
      fc.property(points, fc.nat({ max: 1_000 }), (fit, days) => {
        const rules = rulesWith(raising, [
          { name: 'only', when: { field: 'company.name', test: { in: ['acme'] } }, points: fit },
        ]);
        const captured: Told = { type: 'capture', id: 'one', at: START, fields: { 'company.name': 'ACME' } };
        const raised: Told = { type: 'activity', anonymous: false, activity: { at: START, kind: 'demo-requested' } };
        const { lead } = deliver([captured, raised], rules);
        const later = scoreLead(lead, rules, END + days * DAY);
        expect(later.grade === 'hot').toBe(fit >= 0);
      }),
    );
  });
});
