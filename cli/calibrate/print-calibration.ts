import type { Calibration } from '../../shared/domain/calibrate/calibrate.ts';
import { refusalInWords } from './refusal-in-words.ts';
import type { Outcomes } from './samples.ts';

type Print = (line: string) => void;

const three = (value: number): string => value.toFixed(3);
const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;
const times = (lift: number | null): string => (lift === null ? 'unknown' : `${lift.toFixed(2)} times`);

type Judged = NonNullable<Calibration['judged']>;

/** How well the score does, a sentence each. */
export const judgedInWords = ({ score, model }: Judged): readonly string[] => [
  `How well the score tells won from lost: AUC ${three(score.auc)} (${score.ci95.map(three).join(' to ')}); 0.5 is chance.`,
  `All that is known at qualification: ${three(model.auc)} (${model.ci95.map(three).join(' to ')}).`,
  `Leads at or above the threshold are won ${times(score.lift.atThreshold)} as often as all, the best tenth ${times(score.lift.at10)}.`,
];

export const outcomesInWords = (
  { train, test }: Calibration['split'],
  { won, lost, open }: Pick<Outcomes, 'won' | 'lost' | 'open'>,
): string =>
  `Outcomes: ${won} won, ${lost} lost, ${open} open. Learnt from the older ${train.length}, judged on the newer ${test.length} of ${train.length + test.length}.`;

const printJudged = (judged: Judged, print: Print): void => {
  const { score } = judged;
  print('');
  for (const line of judgedInWords(judged)) print(line);
  print('');
  print('By score              leads   foreseen   won');
  for (const { from, to, n, predicted, won } of score.calibration)
    print(`  ${`${from} to ${to}`.padEnd(20)}${String(n).padEnd(8)}${percent(predicted).padEnd(11)}${percent(won)}`);
};

/** What the score is worth, for a person to read. */
export const printCalibration = (
  { split, judged, suggestion, refusal }: Calibration,
  outcomes: Outcomes,
  diff: string | undefined,
  print: Print,
): void => {
  print(outcomesInWords(split, outcomes));
  if (judged !== undefined) printJudged(judged, print);
  print('');
  if (refusal !== undefined) {
    const { why, needs } = refusalInWords(refusal);
    print(`Nothing is suggested: ${why}.`);
    print(`It needs ${needs}.`);
    return;
  }
  if (suggestion?.expected) {
    const { today, suggested, change, ci95 } = suggestion.expected;
    print(
      `With these points ${percent(suggested)} of the qualified would have been won, in place of ${percent(today)}:`,
    );
    print(`  ${percent(change)} more (${ci95.map(percent).join(' to ')})`);
    print('');
  }
  for (const line of (diff ?? '').trimEnd().split('\n')) print(line);
};
