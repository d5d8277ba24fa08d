import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withPoints } from '../../cli/calibrate/scoring-diff.ts';
import { createDice } from '../../examples/dice.ts';
import { aucDifference, aucOf } from '../../shared/domain/calibrate/auc.ts';
import { calibrate } from '../../shared/domain/calibrate/calibrate.ts';
import { featuresOf, rowsOf } from '../../shared/domain/calibrate/features.ts';
import { bestTenth, brierOf, eceOf, groupsOf, liftOf } from '../../shared/domain/calibrate/judged.ts';
import { chanceOf, fitLogistic } from '../../shared/domain/calibrate/logistic.ts';
import type { Sample } from '../../shared/domain/calibrate/sample.ts';
import { smallAgreement } from '../support/agreement/small-agreement.ts';

const DAY = 86_400_000;

/** Values with outcomes, of which there are two of each kind at least. */
const judgements = fc
  .array(fc.record({ value: fc.integer({ min: -20, max: 20 }), isWon: fc.boolean() }), { minLength: 4, maxLength: 60 })
  .filter((list) => list.filter(({ isWon }) => isWon).length >= 2 && list.filter(({ isWon }) => !isWon).length >= 2)
  .map((list) => ({ values: list.map(({ value }) => value), isWon: list.map(({ isWon }) => isWon) }));

describe('the area under the curve', () => {
  it('is the chance that one that was won has the higher value, half of it where they are equal', () => {
    fc.assert(
      fc.property(judgements, ({ values, isWon }) => {
        let right = 0;
        let pairs = 0;
        values.forEach((value, i) => {
          values.forEach((other, j) => {
            if (!isWon[i] || isWon[j]) return;
            pairs++;
            right += value > other ? 1 : value === other ? 0.5 : 0;
          });
        });
        expect(aucOf(values, isWon).auc).toBeCloseTo(right / pairs, 10);
      }),
    );
  });

  it('is the same for values in the same order, and the complement for the opposite one', () => {
    fc.assert(
      fc.property(judgements, ({ values, isWon }) => {
        const { auc, ci95 } = aucOf(values, isWon);
        const stretched = aucOf(
          values.map((value) => value ** 3 + 7),
          isWon,
        );
        expect(stretched).toEqual({ auc, ci95 });
        const opposite = aucOf(
          values.map((value) => -value),
          isWon,
        );
        expect(opposite.auc).toBeCloseTo(1 - auc, 10);
        expect(ci95[0]).toBeLessThanOrEqual(auc);
        expect(ci95[1]).toBeGreaterThanOrEqual(auc);
      }),
    );
  });

  it('has the interval of DeLong', () => {
    const won = [0.9, 0.8, 0.7, 0.3];
    const others = [0.6, 0.5, 0.2, 0.1];
    const { auc, ci95 } = aucOf([...won, ...others], [...won.map(() => true), ...others.map(() => false)]);
    expect(auc).toBe(0.875);
    const s10 = (3 * (1 - 0.875) ** 2 + (0.5 - 0.875) ** 2) / 3;
    const s01 = (2 * (0.75 - 0.875) ** 2 + 2 * (1 - 0.875) ** 2) / 3;
    expect(ci95[0]).toBeCloseTo(0.875 - 1.959964 * Math.sqrt(s10 / 4 + s01 / 4), 10);
    expect(ci95[1]).toBe(1);
  });

  it('does not differ from itself, and differs as surely as the leads are the same', () => {
    fc.assert(
      fc.property(judgements, ({ values, isWon }) => {
        const same = aucDifference(values, values, isWon);
        expect(same.difference).toBeCloseTo(0, 10);
        expect(same.ci95[1]).toBeCloseTo(0, 5);
      }),
    );
  });
});

describe('the regression', () => {
  it('finds the weights by which chance was made', () => {
    const dice = createDice(5);
    const rows = Array.from({ length: 4_000 }, () => [dice.between(0, 1), dice.between(-300, 300) / 100, 7]);
    const isWon = rows.map((row) => dice.chance(chanceOf({ intercept: -0.5, weights: [1.5, -0.8, 0] }, row)));
    const { intercept, weights } = fitLogistic(rows, isWon);
    expect(intercept).toBeCloseTo(-0.5, 0);
    expect(weights[0]).toBeGreaterThan(1.3);
    expect(weights[0]).toBeLessThan(1.7);
    expect(weights[1]).toBeGreaterThan(-0.9);
    expect(weights[1]).toBeLessThan(-0.7);
    expect(weights[2]).toBe(0);
  });

  it('foretells as many as were won, and stays finite where a value tells all', () => {
    fc.assert(
      fc.property(judgements, ({ values, isWon }) => {
        const model = fitLogistic(
          values.map((value) => [value, value]),
          isWon,
        );
        const chances = values.map((value) => chanceOf(model, [value, value]));
        const sum = chances.reduce((total, chance) => total + chance, 0);
        expect(sum).toBeCloseTo(isWon.filter(Boolean).length, 4);
      }),
    );
  });
});

describe('groups of leads', () => {
  it('hold each lead once, and never part leads of one value', () => {
    fc.assert(
      fc.property(judgements, ({ values, isWon }) => {
        const groups = groupsOf(
          values,
          values.map(() => 0.5),
          isWon,
        );
        expect(groups.reduce((sum, { n }) => sum + n, 0)).toBe(values.length);
        expect(groups.length).toBeLessThanOrEqual(10);
        groups.forEach(({ from, to }, index) => {
          expect(from).toBeLessThanOrEqual(to);
          expect(groups[index + 1]?.from ?? Number.POSITIVE_INFINITY).toBeGreaterThan(to);
        });
      }),
    );
  });

  it('are far from what came where the chances were wrong', () => {
    const isWon = Array.from({ length: 100 }, (_, index) => index % 2 === 0);
    expect(
      eceOf(
        isWon.map(() => 0.9),
        isWon,
      ),
    ).toBeCloseTo(0.4, 10);
    expect(
      brierOf(
        isWon.map((won) => (won ? 1 : 0)),
        isWon,
      ),
    ).toBe(0);
  });

  it('have a lift where they are won more often than all', () => {
    expect(liftOf([true, true, false, false], [true, false, false, false])).toBe(2);
    expect(liftOf([false, false], [true, false])).toBeNull();
    expect(bestTenth([5, 1, 5, 2, 3, 4, 0, 0, 0, 0]).filter(Boolean)).toHaveLength(2);
  });
});

const agreement = smallAgreement();
const scoring = {
  ...agreement.scoring,
  hot: 20,
  fit: [
    { name: 'good', when: { all: [] }, points: 10 },
    { name: 'bad', when: { all: [] }, points: 20 },
    { name: 'never', when: { all: [] }, points: 5 },
  ],
};

/** Leads of which the good are won more often, and the bad less often, as much as `signal` says. */
const samples = (count: number, signal: number, seed = 1): readonly Sample[] => {
  const dice = createDice(seed);
  return Array.from({ length: count }, (_, index) => {
    const [good, bad] = [dice.chance(0.5), dice.chance(0.5)];
    const chance = 0.4 + signal * ((good ? 0.25 : -0.1) - (bad ? 0.15 : -0.05));
    const points = { ...(good ? { good: 10 } : {}), ...(bad ? { bad: 20 } : {}) };
    return {
      at: index * DAY,
      isWon: dice.chance(chance),
      score: (good ? 10 : 0) + (bad ? 20 : 0),
      points,
      fields: { source: dice.pick(['web', 'ads']), 'person.email': `lead${index}@x.example`, size: dice.between(1, 9) },
    };
  });
};

describe('the features', () => {
  const features = featuresOf(['good', 'bad', 'never'], samples(200, 1));

  it('are the terms that counted, values that many have, and numbers, but nothing of a person', () => {
    const names = features.map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['good', 'bad', 'size']);
    expect(names.slice(3).toSorted()).toEqual(['source is ads', 'source is web']);
  });

  it('say where a number is not known', () => {
    const some = samples(100, 1).map((sample, index) => ({ ...sample, fields: index % 2 ? { size: index } : {} }));
    const known = featuresOf([], some);
    expect(known.map(({ name }) => name)).toEqual(['size', 'size is known']);
    expect(rowsOf(known, some.slice(0, 2))).toEqual([
      [51, 0],
      [1, 1],
    ]);
  });
});

describe('a calibration', () => {
  it('suggests points for which outcomes speak, and expects more of the qualified to be won', () => {
    const { suggestion, judged, refusal } = calibrate(samples(2_000, 1), scoring);
    expect(refusal).toBeUndefined();
    const [good, bad, never] = suggestion?.points ?? [];
    expect(good?.points).toBeGreaterThan(10);
    expect(bad?.points).toBeLessThan(0);
    expect(never).toMatchObject({ today: 5, points: 5 });
    expect(suggestion?.expected?.change).toBeGreaterThan(0.05);
    expect(suggestion?.expected?.ci95[0]).toBeGreaterThan(0);
    expect(judged?.model.auc).toBeGreaterThan(judged?.score.auc ?? 1);
  });

  it("suggests points of the size of today's where every lead had qualified, whatever they scored", () => {
    const all = samples(2_000, 1).map((sample) => ({ ...sample, score: sample.score + 100 }));
    const { suggestion } = calibrate(all, { ...scoring, hot: 60 });
    expect(suggestion).toBeDefined();
    expect(Math.max(...(suggestion?.points ?? []).map(({ points }) => Math.abs(points)))).toBeLessThanOrEqual(60);
  });

  it('learns from the older and judges by the newer, in whatever order they come', () => {
    const all = samples(400, 1);
    const { split } = calibrate(all.toReversed(), scoring);
    expect(split.trainTo).toBe(279 * DAY);
    expect([split.train.length, split.test.length]).toEqual([280, 120]);
    expect(calibrate(all.toReversed(), scoring).suggestion).toEqual(calibrate(all, scoring).suggestion);
  });

  it('refuses where there is no signal, nearly always', () => {
    const refused = Array.from({ length: 40 }, (_, seed) => calibrate(samples(600, 0, seed + 1), scoring).refusal);
    // An interval of 95 % lies above chance by chance, now and then.
    expect(refused.filter((refusal) => refusal !== undefined).length).toBeGreaterThanOrEqual(37);
    expect(refused.some((refusal) => refusal?.why === 'no-signal')).toBe(true);
  });

  it("refuses where today's points are as good", () => {
    const told = calibrate(
      samples(800, 1).map((sample) => ({ ...sample, score: (sample.points.good ?? 0) - (sample.points.bad ?? 0) })),
      scoring,
    );
    expect(told.refusal?.why).toBe('no-better');
  });

  it.each([
    [99, 1, 'used', 'all'],
    [100, 0, 'won', 'train'],
    [100, 100, 'lost', 'train'],
  ])('refuses %i outcomes of which %i in a hundred were won: too few %s', (count, wonOf, kind, part) => {
    const all = samples(count, 1).map((sample, index) => ({ ...sample, isWon: index % 100 < wonOf }));
    expect(calibrate(all, scoring).refusal).toMatchObject({ why: 'too-few', kind, part });
  });

  it('refuses too few of a kind among the newest', () => {
    const all = samples(200, 1).map((sample, index) => ({ ...sample, isWon: index % 2 === 0 && index < 140 }));
    expect(calibrate(all, scoring).refusal).toMatchObject({
      why: 'too-few',
      kind: 'won',
      part: 'test',
      needs: 10,
      has: 0,
    });
  });
});

describe('the suggested file', () => {
  const text = [
    'hot: 60 # stays',
    'fit:',
    '  - { name: good, when: { source: web }, points: 10 } # a remark',
    '  - name: same',
    '    points: 5',
    'behaviour:',
    '  actions:',
    '    - { name: read, kind: page-viewed, points: 4, atMost: 12 }',
    '    - { name: left, kind: unsubscribed, points: 20, atMost: 20 }',
    '',
  ].join('\n');

  it('has other points, with what caps them, and nothing else changed', () => {
    const suggested = [
      { term: 'good', today: 10, points: -3 },
      { term: 'same', today: 5, points: 5 },
      { term: 'read', today: 4, points: 6 },
      { term: 'left', today: 20, points: -9 },
    ];
    expect(withPoints(text, suggested)).toBe(
      text
        .replace('points: 10', 'points: -3')
        .replace('points: 4, atMost: 12', 'points: 6, atMost: 18')
        .replace('points: 20', 'points: -9'),
    );
  });
});
