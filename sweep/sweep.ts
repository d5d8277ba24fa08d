import { createSeededIds } from '../shared/adapters/memory/seeded-ids.ts';
import { FUNCTION_NAMES } from '../shared/contracts/functions.ts';
import { type Case, planOf } from './case.ts';
import type { Flow } from './flows/flow.ts';
import { FAULTS, type Point, SKEW_MS } from './plan/fault.ts';
import { singlePlan } from './plan/plan.ts';
import { type PlayOptions, playFlow } from './play-flow.ts';

export interface SweepOptions extends PlayOptions {
  readonly flows: readonly Flow[];
  /** The first seed; each schedule has the next. */
  readonly seed: number;
  /** Runs with many faults, over all flows. */
  readonly schedules: number;
  /** At most so many runs with one fault, over all flows, chosen by the seed; all of them unless told. */
  readonly singles?: number;
  /** So many broken runs are enough. */
  readonly mostBroken?: number;
  /** Hears of each broken run at once. */
  readonly onBroken?: (broken: Broken) => void;
  readonly progress?: (done: string) => void;
}

/** A run in which something does not hold. */
export interface Broken {
  readonly flow: Flow;
  readonly run: Case;
  readonly problems: readonly string[];
}

export interface Swept {
  readonly flows: number;
  /** Calls of ports, deliveries, records and clocks of the flows without a fault. */
  readonly points: number;
  readonly singles: number;
  readonly schedules: number;
  readonly facts: number;
  readonly messages: number;
  readonly broken: readonly Broken[];
}

interface Job {
  readonly flow: Flow;
  readonly run: Case;
}

/** The points of a flow in which nothing goes wrong. */
const pointsOf = async (flow: Flow, options: PlayOptions) => {
  const points: Point[] = [];
  const plan = singlePlan(undefined, { seen: (point) => points.push(point) });
  const played = await playFlow(flow, plan, options);
  const types = new Set(played.facts.map(({ type }) => type));
  const missing = flow.comesTo.filter((type) => !types.has(type));
  const problems = [...played.problems, ...missing.map((type) => `the flow never comes to ${type}`)];
  return { points, problems };
};

const singleCases = (points: readonly Point[]): readonly Case[] => [
  ...points.flatMap(({ kind }, point) => FAULTS[kind].map((fault): Case => ({ kind: 'one', point, fault }))),
  ...FUNCTION_NAMES.flatMap((of): readonly Case[] =>
    [SKEW_MS, -SKEW_MS].map((aheadMs) => ({ kind: 'clock', of, aheadMs })),
  ),
];

/** So many of them, by the seed; the same for the same. */
const sample = <T>(all: readonly T[], count: number, seed: number): readonly T[] => {
  if (count >= all.length) return all;
  const { random } = createSeededIds(seed);
  const left = [...all];
  return Array.from({ length: count }, () => left.splice(Math.floor(random() * left.length), 1)).flat();
};

/** One fault at a time at each point of each flow, then many at once. */
export const sweep = async (options: SweepOptions): Promise<Swept> => {
  const {
    flows,
    seed,
    schedules,
    singles = Number.POSITIVE_INFINITY,
    mostBroken = 10,
    onBroken = () => {},
    progress = () => {},
  } = options;
  const broken: Broken[] = [];
  const note = (found: Broken): void => {
    broken.push(found);
    onBroken(found);
  };
  const jobs: Job[] = [];
  let points = 0;
  for (const flow of flows) {
    const clean = await pointsOf(flow, options);
    points += clean.points.length;
    if (clean.problems.length > 0) note({ flow, run: { kind: 'none' }, problems: clean.problems });
    jobs.push(...singleCases(clean.points).map((run) => ({ flow, run })));
  }
  const chosen = sample(jobs, singles, seed);
  const random = Array.from({ length: schedules }, (_, index): readonly Job[] =>
    flows.flatMap((flow, at) =>
      at === index % flows.length ? [{ flow, run: { kind: 'many', seed: seed + index } }] : [],
    ),
  ).flat();
  const total = { singles: 0, schedules: 0, facts: 0, messages: 0 };
  for (const { flow, run } of [...chosen, ...random]) {
    if (broken.length >= mostBroken) break;
    const { problems, facts, messages } = await playFlow(flow, planOf(run), options);
    total[run.kind === 'many' ? 'schedules' : 'singles'] += 1;
    total.facts += facts.length;
    total.messages += messages.length;
    if (problems.length > 0) note({ flow, run, problems });
    const done = total.singles + total.schedules;
    if (done % 1_000 === 0) progress(`${done} of ${chosen.length + random.length} runs, ${broken.length} broken`);
  }
  return { flows: flows.length, points, ...total, broken };
};
