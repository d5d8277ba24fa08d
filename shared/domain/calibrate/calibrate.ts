import type { Scoring } from '../agreement/agreement.ts';
import type { Instant } from '../time/instant.ts';
import { type Auc, aucDifference, aucOf } from './auc.ts';
import { type Feature, featuresOf, rowsOf } from './features.ts';
import { bestTenth, brierOf, eceOf, type Group, groupsOf, liftOf } from './judged.ts';
import { chanceOf, fitLogistic } from './logistic.ts';
import type { Sample } from './sample.ts';
import { type Expected, expectedOf, type Suggested, scoreWith, suggestPoints, termsOf } from './suggest-points.ts';

/** Fewer samples, or fewer won or lost ones, say nothing. */
export const FEWEST = { used: 100, train: 30, test: 10 };

/** The part of the samples, the oldest ones, that is learnt from. */
const TRAIN = 0.7;

export interface Split {
  readonly train: readonly Sample[];
  readonly test: readonly Sample[];
}

export interface ScoreJudged extends Auc {
  readonly brier: number;
  /** Of the part that was won before, foreseen for everybody. */
  readonly brierBase: number;
  readonly calibration: readonly Group[];
  readonly lift: { readonly atThreshold: number | null; readonly at10: number | null };
}

export interface ModelJudged extends Auc {
  readonly brier: number;
  readonly ece: number;
  readonly terms: readonly { readonly feature: Feature; readonly weight: number }[];
}

/** Why nothing is suggested. */
export type Refusal =
  | {
      readonly why: 'too-few';
      readonly used: number;
      readonly part: 'all' | 'train' | 'test';
      readonly kind: 'used' | 'won' | 'lost';
      readonly needs: number;
      readonly has: number;
    }
  | { readonly why: 'no-signal'; readonly ci95: readonly [number, number] }
  | { readonly why: 'no-better'; readonly difference: number; readonly ci95: readonly [number, number] };

export interface Calibration {
  readonly split: Split & { readonly trainTo: Instant | undefined };
  /** Undefined where there are too few outcomes to judge by. */
  readonly judged?: { readonly score: ScoreJudged; readonly model: ModelJudged };
  readonly suggestion?: { readonly points: readonly Suggested[]; readonly expected: Expected | null };
  readonly refusal?: Refusal;
}

const isWonOf = (samples: readonly Sample[]): readonly boolean[] => samples.map(({ isWon }) => isWon);

/** The older samples to learn from, the newer ones to judge by. */
export const splitByTime = (samples: readonly Sample[]): Split => {
  const sorted = samples.toSorted((a, b) => a.at - b.at);
  const size = Math.floor(sorted.length * TRAIN);
  return { train: sorted.slice(0, size), test: sorted.slice(size) };
};

const tooFew = (samples: readonly Sample[], { train, test }: Split): Refusal | undefined => {
  if (samples.length < FEWEST.used)
    return { why: 'too-few', used: samples.length, part: 'all', kind: 'used', needs: FEWEST.used, has: samples.length };
  for (const [part, own, needs] of [
    ['train', train, FEWEST.train],
    ['test', test, FEWEST.test],
  ] as const) {
    const won = own.filter(({ isWon }) => isWon).length;
    for (const [kind, has] of [
      ['won', won],
      ['lost', own.length - won],
    ] as const)
      if (has < needs) return { why: 'too-few', used: samples.length, part, kind, needs, has };
  }
  return undefined;
};

const judgeScore = ({ train, test }: Split, hot: number): ScoreJudged => {
  const isWon = isWonOf(test);
  const scores = test.map(({ score }) => score);
  const line = fitLogistic(
    train.map(({ score }) => [score]),
    isWonOf(train),
  );
  const chances = scores.map((score) => chanceOf(line, [score]));
  const base = train.filter(({ isWon: won }) => won).length / train.length;
  return {
    ...aucOf(scores, isWon),
    brier: brierOf(chances, isWon),
    brierBase: brierOf(
      test.map(() => base),
      isWon,
    ),
    calibration: groupsOf(scores, chances, isWon),
    lift: {
      atThreshold: liftOf(
        scores.map((score) => score >= hot),
        isWon,
      ),
      at10: liftOf(bestTenth(scores), isWon),
    },
  };
};

const judgeModel = ({ train, test }: Split, scoring: Scoring): ModelJudged => {
  const features = featuresOf(
    termsOf(scoring).map(({ term }) => term),
    train,
  );
  const model = fitLogistic(rowsOf(features, train), isWonOf(train));
  const chances = rowsOf(features, test).map((row) => chanceOf(model, row));
  const isWon = isWonOf(test);
  return {
    ...aucOf(chances, isWon),
    brier: brierOf(chances, isWon),
    ece: eceOf(chances, isWon),
    terms: features.map((feature, index) => ({ feature, weight: model.weights[index] ?? 0 })),
  };
};

/**
 * How well the score tells the won from the rest, judged on leads that are newer than those that were learnt from; and
 * the points that the outcomes speak for, where they speak at all.
 */
export const calibrate = (samples: readonly Sample[], scoring: Scoring): Calibration => {
  const parts = splitByTime(samples);
  const split = { ...parts, trainTo: parts.train.at(-1)?.at };
  const few = tooFew(samples, parts);
  if (few !== undefined) return { split, refusal: few };
  const judged = { score: judgeScore(parts, scoring.hot), model: judgeModel(parts, scoring) };
  if (judged.model.ci95[0] <= 0.5) return { split, judged, refusal: { why: 'no-signal', ci95: judged.model.ci95 } };
  const points = suggestPoints(scoring, parts.train);
  const better = aucDifference(
    parts.test.map((sample) => scoreWith(points, sample)),
    parts.test.map(({ score }) => score),
    isWonOf(parts.test),
  );
  if (!(better.ci95[0] > 0)) return { split, judged, refusal: { why: 'no-better', ...better } };
  return { split, judged, suggestion: { points, expected: expectedOf(points, scoring.hot, parts.test) } };
};
