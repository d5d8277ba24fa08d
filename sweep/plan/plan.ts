import { createSeededIds } from '../../shared/adapters/memory/seeded-ids.ts';
import { FUNCTION_NAMES, type FunctionName } from '../../shared/contracts/functions.ts';
import { FAULTS, type Fault, type Point, SKEW_MS } from './fault.ts';

/** Who decides what goes wrong in a run, and what goes on first where several things could. */
export interface Plan {
  at(point: Point): Fault | undefined;
  /** By how much the clock of a function is wrong, in milliseconds. */
  skewOf(name: FunctionName): number;
  /** One of so many things that could go on now; 0 is the oldest. */
  choose(count: number): number;
  /** From now on nothing goes wrong. */
  calm(): void;
}

/** How the functions' clocks are wrong, by the function. */
export type Skews = Readonly<Partial<Record<FunctionName, number>>>;

export interface SingleFault {
  /** Which of the run's points, from 0. */
  readonly point: number;
  readonly fault: Fault;
}

/** Everything in order, and at most one fault before it is calm. `seen` hears of each point until then. */
export const singlePlan = (
  single?: SingleFault,
  { skews = {}, seen }: { readonly skews?: Skews; readonly seen?: (point: Point) => void } = {},
): Plan => {
  let index = -1;
  let isCalm = false;
  return {
    at: (point) => {
      if (isCalm) return undefined;
      index += 1;
      seen?.(point);
      return index === single?.point ? single.fault : undefined;
    },
    skewOf: (name) => (isCalm ? 0 : (skews[name] ?? 0)),
    choose: () => 0,
    calm: () => {
      isCalm = true;
    },
  };
};

/** Of the points of a run, so many meet a fault: few in some runs, one in five in others. */
const RATES = [0.002, 0.01, 0.03, 0.08, 0.2];

/** Many faults, any order, wrong clocks; the same for the same seed. */
export const randomPlan = (seed: number): Plan => {
  const { random } = createSeededIds(seed);
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const rate = pick(RATES) ?? 0;
  const isSkewed = random() < 0.3;
  const skews = new Map(FUNCTION_NAMES.map((name) => [name, isSkewed ? Math.round((random() * 2 - 1) * SKEW_MS) : 0]));
  let isCalm = false;
  return {
    at: ({ kind }) => (isCalm || random() >= rate ? undefined : pick<Fault>(FAULTS[kind])),
    skewOf: (name) => (isCalm ? 0 : (skews.get(name) ?? 0)),
    choose: (count) => (count === 1 ? 0 : Math.floor(random() * count)),
    calm: () => {
      isCalm = true;
    },
  };
};
