import { type Complaint, type Path, quote } from '../../shared/agreement/checks/finding.ts';
import type { WrittenCondition } from '../../shared/agreement/files/condition.ts';
import { OPERATOR_DESCRIPTIONS } from '../../shared/agreement/operators/operators.ts';
import type { Test } from '../../shared/domain/condition/condition.ts';
import { OPERATOR_NAMES } from '../../shared/domain/condition/operators.ts';

/** Why a test of a cell never holds, or part of it never does. */
const problemOf = (test: Test): string | undefined => {
  const noText = OPERATOR_NAMES.find(
    (name) => test[name] !== undefined && !['any', 'text'].includes(OPERATOR_DESCRIPTIONS[name].compares),
  );
  if (noText !== undefined) return `cells are text, and never pass the test ${noText}`;
  const other = test.in?.find((value) => typeof value !== 'string');
  if (other !== undefined) return `cells are text, and never ${other}: write it in quotes, ${quote(String(other))}`;
  return test.not === undefined ? undefined : problemOf(test.not);
};

/** The tests of a condition that no cell can pass, whatever it says. */
export const neverHolds = (when: WrittenCondition | undefined, path: Path): readonly Complaint[] => {
  if (when === undefined) return [];
  const own = Object.entries(when.fields).flatMap(([column, test]) => {
    const message = problemOf(test);
    return message === undefined ? [] : [{ path: [...path, column], message }];
  });
  return [
    ...own,
    ...when.all.flatMap((part, i) => neverHolds(part, [...path, 'all', i])),
    ...(when.any ?? []).flatMap((part, i) => neverHolds(part, [...path, 'any', i])),
    ...neverHolds(when.not, [...path, 'not']),
  ];
};
