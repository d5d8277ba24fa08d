import { describe, expect, it } from 'vitest';
import type { Action, Scoring } from '../../shared/domain/agreement/agreement.ts';
import type { Fields } from '../../shared/domain/condition/condition.ts';
import type { Activity } from '../../shared/domain/lead/lead.ts';
import { createRules } from '../../shared/domain/rules.ts';
import { addActivity, joinTimeline, NO_BEHAVIOUR } from '../../shared/domain/scoring/behaviour.ts';
import { roundPoints, scoreLead } from '../../shared/domain/scoring/score.ts';
import { DAY, smallAgreement } from '../support/agreement/small-agreement.ts';
import { NOON } from '../support/store/store-samples.ts';

const HALF_LIFE = 14 * DAY;

const action = (name: string, parts: Partial<Action> = {}): Action => ({
  name,
  kind: name,
  points: 10,
  handRaise: false,
  ...parts,
});

const scoringBy = (actions: readonly Action[], scoring: Partial<Scoring> = {}) =>
  createRules(smallAgreement({ scoring: { behaviour: { halfLifeMs: HALF_LIFE, actions }, ...scoring } }));

/** The score at noon of somebody who did these things. */
const scoreOf = (
  done: readonly Activity[],
  actions: readonly Action[],
  { fields = {}, ...scoring }: Partial<Scoring> & { fields?: Fields } = {},
) => {
  const rules = scoringBy(actions, scoring);
  const behaviour = done.reduce((all, one) => addActivity(all, one, rules.actionsOf, HALF_LIFE), NO_BEHAVIOUR);
  return scoreLead({ fields, behaviour }, rules, NOON);
};

const did = (kind: string, parts: Partial<Activity> = {}): Activity => ({ at: NOON, kind, ...parts });

describe('what somebody does', () => {
  it('is worth its points, and half as much after each half-life', () => {
    const worth = (halfLives: number) =>
      scoreOf([did('visit', { at: NOON - halfLives * HALF_LIFE })], [action('visit')]).behaviour;
    expect([0, 1, 2].map(worth)).toEqual([10, 5, 2.5]);
  });

  it('adds up, and no further than the agreement says', () => {
    const thrice = [did('visit'), did('visit'), did('visit')];
    expect(scoreOf(thrice, [action('visit')]).behaviour).toBe(30);
    expect(scoreOf(thrice, [action('visit', { atMost: 25 })]).behaviour).toBe(25);
    expect(scoreOf(thrice, [action('visit', { atMost: 35 })]).behaviour).toBe(30);
  });

  it('counts under each action that it is, and under no other', () => {
    const actions = [action('a', { kind: 'Visit' }), action('b', { kind: 'visit', points: 3 }), action('other')];
    expect(scoreOf([did('VISIT')], actions).reasons).toEqual([
      { name: 'a', points: 10 },
      { name: 'b', points: 3 },
    ]);
    expect(scoreOf([did('nothing')], actions).reasons).toEqual([]);
  });

  it.each([
    ['url', { url: '/pricing' }],
    ['contentId', { contentId: 'roi' }],
    ['title', { title: 'Prices' }],
  ])('counts where its %s is the one of the action', (field, parts) => {
    const asked = [action('visit', { when: { field, test: { exists: true } } })];
    expect(scoreOf([did('visit', parts)], asked).behaviour).toBe(10);
    expect(scoreOf([did('visit')], asked).behaviour).toBe(0);
    const denied = [action('visit', { when: { field, test: { exists: false } } })];
    expect(scoreOf([did('visit', parts)], denied).behaviour).toBe(0);
    expect(scoreOf([did('visit')], denied).behaviour).toBe(10);
  });

  it('changes nothing where the agreement knows no such action', () => {
    const { actionsOf } = scoringBy([action('visit')]);
    expect(addActivity(NO_BEHAVIOUR, did('other'), actionsOf, HALF_LIFE)).toBe(NO_BEHAVIOUR);
  });
});

describe('the reasons of a score', () => {
  it('are the greatest first', () => {
    const actions = [action('small', { points: 1 }), action('large', { points: 50 }), action('less', { points: -5 })];
    const { reasons } = scoreOf([did('small'), did('less'), did('large')], actions);
    expect(reasons.map(({ name }) => name)).toEqual(['large', 'small', 'less']);
  });

  it('are without what has become worth nothing', () => {
    expect(scoreOf([did('visit', { at: NOON - 20 * HALF_LIFE })], [action('visit')])).toMatchObject({
      behaviour: 0,
      reasons: [],
    });
  });
});

describe('a grade', () => {
  it.each([
    [60, 'hot'],
    [59.99, 'warm'],
    [30, 'warm'],
    [29.99, 'cold'],
  ])('of %d points is %s where 60 are hot and 30 are warm', (points, grade) => {
    expect(scoreOf([did('visit')], [action('visit', { points })]).grade).toBe(grade);
  });

  it('is hot for who raises a hand, unless the fit speaks against it', () => {
    const asks = [action('demo', { handRaise: true, points: 1 })];
    const rival = (points: number) => [{ name: 'rival', points, when: { field: 'source', test: { exists: true } } }];
    expect(scoreOf([did('demo')], asks).grade).toBe('hot');
    expect(scoreOf([did('demo')], asks, { fit: rival(-1), fields: { source: 'fair' } }).grade).toBe('cold');
    expect(scoreOf([did('demo')], asks, { fit: rival(0), fields: { source: 'fair' } }).grade).toBe('hot');
  });
});

describe('points', () => {
  it.each([
    [0.125, 0.13],
    [-0.125, -0.13],
    [0.004, 0],
    [1.005, 1.01],
    [0.1 + 0.2, 0.3],
    [60, 60],
  ])('%d are %d to the hundredth', (points, rounded) => {
    expect(roundPoints(points)).toBe(rounded);
  });

  it('that are next to nothing are zero, and not less than that', () => {
    expect(Object.is(roundPoints(-0.001), 0)).toBe(true);
  });

  it('at half a hundredth are rounded up, whatever the last digits of a sum say', () => {
    expect(roundPoints(0.125 - 1e-9)).toBe(0.13);
    expect(roundPoints(0.125 - 1e-7)).toBe(0.12);
  });
});

describe('a timeline', () => {
  it('is the newest first', () => {
    const [older, newer] = [did('a', { at: NOON - 1 }), did('b')];
    expect(joinTimeline([older], [newer])).toEqual([newer, older]);
    expect(joinTimeline([newer], [older])).toEqual([newer, older]);
  });

  it('is the same whichever of two at one instant arrived first', () => {
    const [a, b] = [did('a'), did('b')];
    expect(joinTimeline([a], [b])).toEqual([a, b]);
    expect(joinTimeline([b], [a])).toEqual([a, b]);
  });

  it('keeps the newest twelve, or as many as are asked for', () => {
    const all = Array.from({ length: 15 }, (_, index) => did('visit', { at: NOON - index }));
    expect(joinTimeline(all, [])).toEqual(all.slice(0, 12));
    expect(joinTimeline([], all, { activities: 3, bytes: 10_000 })).toEqual(all.slice(0, 3));
  });
});
