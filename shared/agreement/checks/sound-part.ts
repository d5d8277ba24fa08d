import type { WrittenCondition } from '../files/condition.ts';
import type { Path } from './finding.ts';

/** A condition and its way from the root of the file. */
export interface Placed {
  readonly condition: WrittenCondition;
  readonly path: Path;
}

type IsSound = (path: Path) => boolean;

/**
 * A condition without its tests that are not sound: it holds wherever the whole does. What must not hold and has such a
 * test in it is left out, and comes by itself.
 */
const withoutUnsound = (
  { condition, path }: Placed,
  isSound: IsSound,
): readonly [WrittenCondition, readonly Placed[]] => {
  const { fields, all, any, not } = condition;
  const apart: Placed[] = [];
  const partsOf = (key: 'all' | 'any', parts: readonly WrittenCondition[]) =>
    parts.map((part, i) => {
      const [left, more] = withoutUnsound({ condition: part, path: [...path, key, i] }, isSound);
      apart.push(...more);
      return left;
    });
  const isNotSound = isSound([...path, 'not']);
  if (not !== undefined && !isNotSound) apart.push({ condition: not, path: [...path, 'not'] });
  const left = {
    fields: Object.fromEntries(Object.entries(fields).filter(([field]) => isSound([...path, field]))),
    all: partsOf('all', all),
    ...(any === undefined ? {} : { any: partsOf('any', any) }),
    ...(not === undefined || !isNotSound ? {} : { not }),
  };
  return [left, apart];
};

/** What can be reasoned about of a condition, the whole first: `isSound` where nothing is wrong with what is at a path. */
export const soundParts = (placed: Placed, isSound: IsSound): readonly Placed[] => {
  const [condition, apart] = withoutUnsound(placed, isSound);
  return [{ condition, path: placed.path }, ...apart.flatMap((one) => soundParts(one, isSound))];
};
