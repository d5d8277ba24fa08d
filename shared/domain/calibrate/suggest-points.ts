import type { Scoring } from '../agreement/agreement.ts';
import { NORMAL_95 } from './auc.ts';
import { fitLogistic } from './logistic.ts';
import type { Sample } from './sample.ts';

/** Points for each scoring term, in place of those of today. */
export type Points = Readonly<Record<string, number>>;

export interface Suggested {
  readonly term: string;
  readonly today: number;
  readonly points: number;
}

/** How many more of the qualified are won. */
export interface Expected {
  /** Won of those that qualify, today and with the suggestion. */
  readonly today: number;
  readonly suggested: number;
  readonly change: number;
  readonly ci95: readonly [number, number];
}

/** Halvings of what the weights are scaled by. */
const HALVINGS = 60;

export const termsOf = ({ fit, behaviour }: Scoring): readonly { readonly term: string; readonly points: number }[] =>
  [...fit, ...behaviour.actions].map(({ name, points }) => ({ term: name, points }));

/** What a sample would score: each term's points of then, as they would be with other points for it. */
export const scoreWith = (suggested: readonly Suggested[], { points }: Sample): number =>
  suggested.reduce((sum, one) => {
    const part = one.today === 0 ? 0 : (points[one.term] ?? 0) / one.today;
    return sum + part * one.points;
  }, 0);

/** Points grow no more than so many times the largest of today. */
const GROWTH = 3;

/** A weight below this foretells nothing: it is zero but for the rounding of its sums. */
const LEAST = 1e-9;

/** Where nearly all leads had qualified, no scale would make as many qualify again but one that makes all points huge. */
const largestScale = (today: readonly number[], weights: readonly number[]): number => {
  const weighed = today.map((points, column) => Math.abs(points * (weights[column] ?? 0)));
  return (GROWTH * Math.max(0, ...today.map(Math.abs))) / Math.max(LEAST, ...weighed);
};

/**
 * The points that the outcomes speak for. They are scaled so that `hot` keeps its number and as many of the samples
 * qualify as today, as far as that can be, then rounded. A term that no sample has keeps its points.
 */
export const suggestPoints = (scoring: Scoring, samples: readonly Sample[]): readonly Suggested[] => {
  const terms = termsOf(scoring);
  const seen = terms.filter(({ term }) => samples.some(({ points }) => points[term] !== undefined));
  const rows = samples.map(({ points }) => seen.map(({ term }) => points[term] ?? 0));
  const { weights } = fitLogistic(
    rows,
    samples.map(({ isWon }) => isWon),
  );
  const raw = rows.map((row) => row.reduce((sum, value, column) => sum + value * (weights[column] ?? 0), 0));
  const qualify = samples.filter(({ score }) => score >= scoring.hot).length;
  const qualifyBy = (scale: number): number => raw.filter((value) => value * scale >= scoring.hot).length;
  const today = seen.map(({ points }) => points);
  let [low, high] = [0, largestScale(today, weights)];
  for (let count = 0; count < HALVINGS; count++) {
    const middle = (low + high) / 2;
    if (qualifyBy(middle) < qualify) low = middle;
    else high = middle;
  }
  return terms.map(({ term, points }) => {
    const column = seen.findIndex((one) => one.term === term);
    const weight = weights[column];
    return { term, today: points, points: weight === undefined ? points : Math.round(points * weight * high) };
  });
};

/** The part of the qualified that is won, by today's score and by the suggested one, of leads that were not learnt from. */
export const expectedOf = (
  suggested: readonly Suggested[],
  hot: number,
  samples: readonly Sample[],
): Expected | null => {
  const today = samples.map(({ score }) => score >= hot);
  const then = samples.map((sample) => scoreWith(suggested, sample) >= hot);
  const partOf = (chosen: readonly boolean[]): number =>
    samples.filter(({ isWon }, index) => isWon && chosen[index]).length / chosen.filter(Boolean).length;
  if (!today.includes(true) || !then.includes(true)) return null;
  const [before, after] = [partOf(today), partOf(then)];
  // How far each sample moves the difference of two ratios that share samples (the delta method).
  const pull = (chosen: readonly boolean[], part: number, index: number, isWon: boolean): number =>
    chosen[index] ? ((isWon ? 1 : 0) - part) / (chosen.filter(Boolean).length / samples.length) : 0;
  const pulls = samples.map(({ isWon }, index) => pull(then, after, index, isWon) - pull(today, before, index, isWon));
  const variance = pulls.reduce((sum, value) => sum + value * value, 0) / samples.length ** 2;
  const change = after - before;
  const around = NORMAL_95 * Math.sqrt(variance);
  return { today: before, suggested: after, change, ci95: [change - around, change + around] };
};
