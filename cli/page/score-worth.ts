import type { Calibration } from '../../shared/domain/calibrate/calibrate.ts';
import type { ScoreWorth } from '../../shared/pages/measures/measures-view.ts';
import { judgedInWords, outcomesInWords } from '../calibrate/print-calibration.ts';
import { refusalInWords } from '../calibrate/refusal-in-words.ts';
import type { Outcomes } from '../calibrate/samples.ts';

/** What can be said of the score, or why nothing can be said yet. */
export const scoreWorth = ({ split, judged, refusal }: Calibration, outcomes: Outcomes): ScoreWorth => {
  const { why, needs } = refusal === undefined ? { why: '', needs: '' } : refusalInWords(refusal);
  const verdict =
    refusal === undefined
      ? ['Other points would tell them better: golden-hour calibrate shows which, and what they would change.']
      : [
          judged === undefined ? `Nothing can be said yet: ${why}.` : `Today’s points stay: ${why}.`,
          `It needs ${needs}.`,
        ];
  return {
    words: [...(judged === undefined ? [] : judgedInWords(judged)), ...verdict, outcomesInWords(split, outcomes)],
    groups: judged?.score.calibration ?? [],
  };
};
