import { foldText } from '../../domain/condition/fold-case.ts';
import type { TextPart } from '../analysis/text-set.ts';
import type { OperatorDescription } from './operator-description.ts';

interface OnTexts extends Pick<OperatorDescription<string>, 'written' | 'inWords'> {
  /** Where a text must have the operand. */
  readonly at: TextPart['at'];
}

/** An operator that holds for all texts that have the operand at a place, and for nothing else. */
export const onTexts = ({ written, inWords, at }: OnTexts): OperatorDescription<string> => ({
  written,
  compares: 'text',
  inWords,
  known: (operand) => ({ kind: 'texts', part: { at, text: foldText(operand) } }),
  candidates: (operand) => [operand],
});
