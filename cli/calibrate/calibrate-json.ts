import type { Calibration, ModelJudged, ScoreJudged } from '../../shared/domain/calibrate/calibrate.ts';
import type { Expected } from '../../shared/domain/calibrate/suggest-points.ts';
import { toIso } from '../../shared/domain/time/instant.ts';
import { orNull, rate } from '../rounded.ts';
import { refusalInWords } from './refusal-in-words.ts';
import type { Outcomes } from './samples.ts';

const interval = ([from, to]: readonly [number, number]) => [rate(from), rate(to)];

const scoreJson = ({ auc, ci95, brier, brierBase, calibration, lift }: ScoreJudged) => ({
  auc: rate(auc),
  ci95: interval(ci95),
  brier: rate(brier),
  brierBase: rate(brierBase),
  calibration: calibration.map(({ from, to, n, predicted, won }) => ({
    from,
    to,
    n,
    predicted: rate(predicted),
    won: rate(won),
  })),
  lift: { atThreshold: orNull(lift.atThreshold, rate), at10: orNull(lift.at10, rate) },
});

const modelJson = ({ auc, ci95, brier, ece, terms }: ModelJudged, suggestion: Calibration['suggestion']) => ({
  kind: 'logistic',
  auc: rate(auc),
  ci95: interval(ci95),
  brier: rate(brier),
  ece: rate(ece),
  terms: terms.map(({ feature, weight }) => ({
    name: feature.name,
    weight: rate(weight),
    points:
      feature.of.kind === 'term'
        ? (suggestion?.points.find(({ term }) => term === feature.name)?.points ?? null)
        : null,
  })),
});

const expectedJson = (expected: Expected | null) =>
  expected && {
    wonPerQualified: { today: rate(expected.today), suggested: rate(expected.suggested) },
    change: rate(expected.change),
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
