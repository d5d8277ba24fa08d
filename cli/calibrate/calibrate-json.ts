import type { Calibration, ModelJudged, ScoreJudged } from '../../shared/domain/calibrate/calibrate.ts';
import type { Expected } from '../../shared/domain/calibrate/suggest-points.ts';
import { toIso } from '../../shared/domain/time/instant.ts';
import { refusalInWords } from './refusal-in-words.ts';
import type { Outcomes } from './samples.ts';

const round = (value: number): number => Math.round(value * 10_000) / 10_000;
const orNull = (value: number | null): number | null => (value === null ? null : round(value));
const interval = ([from, to]: readonly [number, number]) => [round(from), round(to)];

const scoreJson = ({ auc, ci95, brier, brierBase, calibration, lift }: ScoreJudged) => ({
  auc: round(auc),
  ci95: interval(ci95),
  brier: round(brier),
  brierBase: round(brierBase),
  calibration: calibration.map(({ from, to, n, predicted, won }) => ({
    from,
    to,
    n,
    predicted: round(predicted),
    won: round(won),
  })),
  lift: { atThreshold: orNull(lift.atThreshold), at10: orNull(lift.at10) },
});

const modelJson = ({ auc, ci95, brier, ece, terms }: ModelJudged, suggestion: Calibration['suggestion']) => ({
  kind: 'logistic',
  auc: round(auc),
  ci95: interval(ci95),
  brier: round(brier),
  ece: round(ece),
  terms: terms.map(({ feature, weight }) => ({
    name: feature.name,
    weight: round(weight),
    points:
      feature.of.kind === 'term'
        ? (suggestion?.points.find(({ term }) => term === feature.name)?.points ?? null)
        : null,
  })),
});

const expectedJson = (expected: Expected | null) =>
  expected && {
    wonPerQualified: { today: round(expected.today), suggested: round(expected.suggested) },
    change: round(expected.change),
    ci95: interval(expected.ci95),
  };

/** The document of `golden-hour calibrate --json`; `calibrate` is the version of its shape. */
export const calibrateJson = (
  { split, judged, suggestion, refusal }: Calibration,
  outcomes: Outcomes,
  { hot, diff }: { readonly hot: number; readonly diff: string | undefined },
) => ({
  calibrate: 1,
  outcomes: { won: outcomes.won, lost: outcomes.lost, open: outcomes.open, used: outcomes.samples.length },
  split: {
    by: 'time',
    trainTo: split.trainTo === undefined ? null : toIso(split.trainTo),
    test: { n: split.test.length, won: split.test.filter(({ isWon }) => isWon).length },
  },
  score: judged === undefined ? null : scoreJson(judged.score),
  model: judged === undefined ? null : modelJson(judged.model, suggestion),
  suggestion: suggestion === undefined ? null : { diff, hot, expected: expectedJson(suggestion.expected) },
  refusal: refusal === undefined ? null : refusalInWords(refusal),
});
