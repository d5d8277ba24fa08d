import type { Bounds } from '../analysis/number-set.ts';
import type { OperatorDescription } from './operator-description.ts';

/** The next number to either side of a bound: whole numbers stay whole. */
const stepOf = (bound: number): number => (Number.isInteger(bound) ? 1 : 0.01);

const round = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Each bound with the nearest number on its other side. */
const besideBounds = ({ gte, gt, lte, lt }: Bounds): readonly number[] => [
  ...[gte, lt].flatMap((bound) => (bound === undefined ? [] : [bound, round(bound - stepOf(bound))])),
  ...[gt, lte].flatMap((bound) => (bound === undefined ? [] : [bound, round(bound + stepOf(bound))])),
];

interface OnNumbers<Operand> extends Pick<OperatorDescription<Operand>, 'written' | 'inWords'> {
  /** Of the numbers that it holds for. */
  readonly bounds: (operand: Operand) => Bounds;
}

/** An operator that holds for all numbers between bounds, and for nothing else. */
export const onNumbers = <Operand>({ written, inWords, bounds }: OnNumbers<Operand>): OperatorDescription<Operand> => ({
  written,
  compares: 'number',
  inWords,
  known: (operand) => ({ kind: 'numbers', bounds: bounds(operand) }),
  candidates: (operand) => besideBounds(bounds(operand)),
});
