import * as fc from 'fast-check';

// biome-ignore lint/performance/noBarrelFile: it stands in for the whole of fast-check
export * from 'fast-check';

/** A tenth of the runs, and at least ten. */
const runsFor = (numRuns = 100): number => Math.max(10, Math.ceil(numRuns / 10));

/**
 * fast-check for a mutation run: few runs, the same ones each time, and no search for the smallest example.
 * A property with a seed of its own counts what its runs have seen, and gets them all.
 */
export function assert<Ts>(property: fc.IAsyncProperty<Ts>, params?: fc.Parameters<Ts>): Promise<void>;
export function assert<Ts>(property: fc.IProperty<Ts>, params?: fc.Parameters<Ts>): void;
export function assert<Ts>(property: fc.IRawProperty<Ts>, params: fc.Parameters<Ts> = {}): Promise<void> | void {
  if (params.seed !== undefined) return fc.assert(property, params);
  return fc.assert(property, { ...params, numRuns: runsFor(params.numRuns), seed: 1, endOnFailure: true });
}

export default { ...fc, assert };
