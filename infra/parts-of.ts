import type { Construct } from 'constructs';
import type { Parts } from './constructs/all-parts.ts';

const partsOfConstructs = new WeakMap<Construct, Parts>();

/** Kept here and not in a member of GoldenHour: whoever places it in an app sees no part of it. */
export const keepParts = (goldenHour: Construct, parts: Parts): void => void partsOfConstructs.set(goldenHour, parts);

/** For the outputs of our own stack. */
export const partsOf = (goldenHour: Construct): Parts => {
  const parts = partsOfConstructs.get(goldenHour);
  if (parts === undefined) throw new Error(`${goldenHour.node.path} is no GoldenHour`);
  return parts;
};
