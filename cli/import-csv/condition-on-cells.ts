import type { Complaint, Path } from '../../shared/agreement/checks/finding.ts';
import type { WrittenCondition } from '../../shared/agreement/files/condition.ts';
import { OPERATOR_DESCRIPTIONS } from '../../shared/agreement/operators/operators.ts';
import type { Test } from '../../shared/domain/condition/condition.ts';
import { OPERATOR_NAMES } from '../../shared/domain/condition/operators.ts';
import { quote } from '../../shared/domain/language/quote.ts';

/** What of a test no cell passes, each at its place. */
const problemsOf = (test: Test, path: Path): readonly Complaint[] => {
  const noText = OPERATOR_NAMES.filter(
    (name) => test[name] !== undefined && !['any', 'text'].includes(OPERATOR_DESCRIPTIONS[name].compares),
  );
  const others = (test.in ?? []).flatMap((value, i): readonly Complaint[] =>
    typeof value === 'string'
      ? []
      : [
          {
            path: [...path, i],
            message: `cells are text, and never ${value}: write it in quotes, ${quote(String(value))}`,
          },
        ],
  );
  return [
    ...noText.map((name) => ({
      path: [...path, name],
      at: 'key' as const,
      message: `cells are text, and never pass the test ${name}`,
    })),
    ...others,
    ...(test.not === undefined ? [] : problemsOf(test.not, [...path, 'not'])),
  ];
};

/** The tests of a condition that no cell can pass, whatever it says. */
export const neverHolds = (when: WrittenCondition | undefined, path: Path): readonly Complaint[] => {
  if (when === undefined) return [];
  const own = Object.entries(when.fields).flatMap(([column, test]) => problemsOf(test, [...path, column]));
  return [
    ...own,
    ...when.all.flatMap((part, i) => neverHolds(part, [...path, 'all', i])),
    ...(when.any ?? []).flatMap((part, i) => neverHolds(part, [...path, 'any', i])),
    ...neverHolds(when.not, [...path, 'not']),
  ];
};
