import { type Fold, HORIZON } from './backtest.ts';

/** Errors that an interval is taken from at least, where there are so many. */
const FEWEST_ERRORS = 20;

/** With fewer errors so far ahead than this, what is missed nearer is stretched. */
const FEWEST_AHEAD = 4;

/** Errors grow with the weeks ahead, as a power of them: half for a walk by chance, nothing for a steady mean. */
const GROWTH = 0.35;

/** Forecasts of neighbouring weeks miss alike: of so many weeks ahead, one is news. */
const ALIKE_WEEKS = 3;

/** How much of the doubt about a share, in standard errors, is added to it. */
const DOUBT = 0.2;

/** The size of an error made in one fold. */
interface Miss {
  readonly fold: number;
  readonly size: number;
}

/** The sizes of the errors made about so many weeks ahead, the smallest first: of the weeks around it too, until they are enough. */
const missesAround = (folds: readonly Fold[], ahead: number): readonly Miss[] => {
  for (let around = 0; ; around++) {
    const misses = folds.flatMap(({ errors }, fold) =>
      errors.slice(Math.max(0, ahead - around), ahead + around + 1).map((error) => ({ fold, size: Math.abs(error) })),
    );
    if (misses.length >= FEWEST_ERRORS || around >= HORIZON) return misses.sort((a, b) => a.size - b.size);
  }
};

/** A little more than the share, as few errors that are alike say little about it. */
const carefully = (share: number, folds: number, ahead: number): number => {
  const news = Math.max(1, folds / (1 + ahead / ALIKE_WEEKS));
  return Math.min(1, share + DOUBT * Math.sqrt((share * (1 - share)) / news));
};

/** The size that a share of the errors does not pass: of these, the smallest first, and the one to come, which the promise is about. */
const sizeOf = (misses: readonly Miss[], share: number): number =>
  misses[Math.min(misses.length, Math.ceil((misses.length + 1) * share)) - 1]?.size ?? 0;

/** How far the errors reach that there are: the most weeks ahead of which there are some. */
const reachOf = (folds: readonly Fold[]): number =>
  Array.from({ length: HORIZON }, (_, ahead) => folds.filter(({ errors }) => errors.length > ahead).length).filter(
    (many) => many >= FEWEST_AHEAD,
  ).length;

const stretchOf = (folds: readonly Fold[], ahead: number): number =>
  Math.max(1, (ahead + 1) / Math.max(1, reachOf(folds))) ** GROWTH;

/** Half the width of the interval for each week ahead; who looks further ahead is never surer. */
export const widthsOf = (folds: readonly Fold[], share: number): readonly number[] => {
  let widest = 0;
  return Array.from({ length: HORIZON }, (_, ahead) => {
    const size = sizeOf(missesAround(folds, ahead), carefully(share, folds.length, ahead));
    widest = Math.max(widest, size * stretchOf(folds, ahead));
    return widest;
  });
};

/** How much of what came in the back-test lies in the interval that the errors of the other folds would have given. */
export const coverageOf = (folds: readonly Fold[], share: number): number => {
  let inside = 0;
  let all = 0;
  for (let ahead = 0; ahead < HORIZON; ahead++) {
    const around = missesAround(folds, ahead);
    const careful = carefully(share, folds.length, ahead);
    folds.forEach(({ errors }, fold) => {
      const error = errors[ahead];
      if (error === undefined) return;
      const others = around.filter((miss) => miss.fold !== fold);
      all++;
      if (Math.abs(error) <= sizeOf(others, careful)) inside++;
    });
  }
  return inside / all;
};
