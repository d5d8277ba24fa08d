import { FUNCTION_NAMES, type FunctionName } from '../shared/contracts/functions.ts';
import { FAULTS, type Fault, SKEW_MS } from './plan/fault.ts';
import { type Plan, randomPlan, singlePlan } from './plan/plan.ts';

/** One run of a flow: with many faults by a seed, with one fault at one of its points, or with one wrong clock. */
export type Case =
  | { readonly kind: 'none' }
  | { readonly kind: 'many'; readonly seed: number }
  | { readonly kind: 'one'; readonly point: number; readonly fault: Fault }
  | { readonly kind: 'clock'; readonly of: FunctionName; readonly aheadMs: number };

export const planOf = (one: Case): Plan => {
  switch (one.kind) {
    case 'none':
      return singlePlan();
    case 'many':
      return randomPlan(one.seed);
    case 'one':
      return singlePlan(one);
    case 'clock':
      return singlePlan(undefined, { skews: { [one.of]: one.aheadMs } });
  }
};

/** As it is written on the command line. */
export const nameOfCase = (one: Case): string => {
  switch (one.kind) {
    case 'none':
      return 'none';
    case 'many':
      return `${one.seed}`;
    case 'one':
      return `${one.point}:${one.fault}`;
    case 'clock':
      return `${one.of}:${one.aheadMs > 0 ? 'ahead' : 'behind'}`;
  }
};

const isFault = (text: string): text is Fault =>
  Object.values(FAULTS).some((faults) => faults.some((fault) => fault === text));

export const readCase = (text: string): Case | undefined => {
  if (text === 'none') return { kind: 'none' };
  const [first = '', second = ''] = text.split(':');
  const number = /^\d+$/.test(first) ? Number(first) : Number.NaN;
  if (Number.isInteger(number) && second === '') return { kind: 'many', seed: number };
  if (Number.isInteger(number) && isFault(second)) return { kind: 'one', point: number, fault: second };
  const of = FUNCTION_NAMES.find((name) => name === first);
  if (of === undefined || (second !== 'ahead' && second !== 'behind')) return undefined;
  return { kind: 'clock', of, aheadMs: second === 'ahead' ? SKEW_MS : -SKEW_MS };
};
