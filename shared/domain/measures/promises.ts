import type { Instant } from '../time/instant.ts';
import type { ClauseName } from '../vocabulary/clauses.ts';
import type { Cycle, Promised } from './cycle.ts';

/** Which promise of a cycle; our alert is one for the whole cycle. */
export interface PromiseOf {
  readonly clause: ClauseName;
  readonly attempt: number;
}

const find = ({ promises }: Cycle, { clause, attempt }: PromiseOf): Promised | undefined =>
  promises.find((one) => one.clause === clause && (clause === 'alert' || one.attempt === attempt));

/** A clause starts once for an attempt, however often it is told. */
export const start = (cycle: Cycle, of: PromiseOf, rep: string | undefined, at: Instant): Promised => {
  const known = find(cycle, of);
  if (known !== undefined) return known;
  const promise: Promised = {
    clause: of.clause,
    attempt: of.attempt,
    startedAt: at,
    state: 'running',
    at,
    ...(rep === undefined || of.clause === 'alert' ? {} : { rep }),
  };
  cycle.promises.push(promise);
  return promise;
};

/** In time, it is kept; after the deadline it is late. */
export const meet = (promise: Promised | undefined, at: Instant): void => {
  if (promise === undefined) return;
  if (promise.state === 'running') Object.assign(promise, { state: 'kept', at });
  else if (promise.state === 'broken') promise.metAt ??= at;
};

export const meetClause = (cycle: Cycle, of: PromiseOf, at: Instant): void => meet(find(cycle, of), at);

/** What was ended by something else may run on: the last owner keeps a lead that nobody else can take. */
export const breach = (promise: Promised, dueAt: Instant): void => {
  if (promise.state === 'running' || promise.state === 'void') Object.assign(promise, { state: 'broken', at: dueAt });
};

export const meetAll = (cycle: Cycle, at: Instant): void => {
  for (const promise of cycle.promises) meet(promise, at);
};

/** Whatever runs ends unmet; `all` ends our alert too, which outlives an owner. */
export const endRunning = (cycle: Cycle, at: Instant, all: boolean): void => {
  for (const promise of cycle.promises) {
    if (promise.state !== 'running' || (!all && promise.clause === 'alert')) continue;
    Object.assign(promise, { state: 'void', at });
  }
};
