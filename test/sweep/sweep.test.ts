import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { FUNCTION_NAMES, type FunctionName } from '../../shared/contracts/functions.ts';
import { nameOfCase, planOf, readCase } from '../../sweep/case.ts';
import { FLOWS } from '../../sweep/flows/flows.ts';
import { FAULTS, type PointKind, SKEW_MS } from '../../sweep/plan/fault.ts';
import { singlePlan } from '../../sweep/plan/plan.ts';
import { playFlow } from '../../sweep/play-flow.ts';
import { tellBroken, tellSwept } from '../../sweep/report.ts';
import { sweep } from '../../sweep/sweep.ts';

/** Of each kind so many runs, other ones each time. `npm run sweep` has all of them. */
const SINGLES = 80;
const SCHEDULES = 80;

describe('a short sweep', { timeout: 600_000 }, () => {
  it('breaks no invariant', async () => {
    const seed = Number(process.env.SWEEP_SEED ?? randomInt(1_000_000_000));
    console.log(`Sweeping with SWEEP_SEED=${seed}`);
    const swept = await sweep({ flows: FLOWS, seed, singles: SINGLES, schedules: SCHEDULES });
    console.log(tellSwept(swept, seed));
    expect(swept.broken.map(tellBroken)).toEqual([]);
    expect(swept).toMatchObject({ singles: SINGLES, schedules: SCHEDULES });
  });
});

/** They decide nothing of a lead. test/scenario/{sources,reconcile-sources}.test.ts and those of the sinks have their calls fail. */
const BESIDE_THE_BUS: readonly FunctionName[] = [
  'receive-webhook',
  'translate-lead',
  'reconcile-sources',
  'send-webhook',
  'write-crm',
  'post-card',
];

describe('the flows', () => {
  it('come to every function and every kind of point at which something can go wrong', async () => {
    const kinds = new Set<PointKind>();
    const functions = new Set<string>();
    for (const flow of FLOWS) {
      const seen = ({ kind, what }: { kind: PointKind; what: string }): void => {
        kinds.add(kind);
        const [name = ''] = what.split(':');
        functions.add(name);
      };
      await playFlow(flow, singlePlan(undefined, { seen }));
    }
    const swept = FUNCTION_NAMES.filter((name) => !BESIDE_THE_BUS.includes(name));
    expect(swept.filter((name) => !functions.has(name))).toEqual([]);
    expect(Object.keys(FAULTS).filter((kind) => ![...kinds].some((one) => one === kind))).toEqual([]);
  });

  it('have names of their own', () => {
    expect(new Set(FLOWS.map(({ name }) => name)).size).toBe(FLOWS.length);
  });
});

describe('a run', () => {
  const [flow] = FLOWS;
  if (flow === undefined) throw new Error('there are flows');

  it('of a clock that is behind comes to its end, and the lead loses nothing', async () => {
    for (const one of FLOWS) {
      const { problems } = await playFlow(one, planOf({ kind: 'clock', of: 'advance-clock', aheadMs: -SKEW_MS }));
      expect(problems).toEqual([]);
    }
  });

  it.each(['none', '4711', '12:killed', 'route-lead:ahead'])('%s is the same each time', async (name) => {
    const run = readCase(name);
    if (run === undefined) throw new Error(`${name} is a run`);
    expect(nameOfCase(run)).toBe(name);
    const first = await playFlow(flow, planOf(run), { isTold: true });
    const second = await playFlow(flow, planOf(run), { isTold: true });
    expect(second.story).toEqual(first.story);
    expect(first.story.length).toBeGreaterThan(50);
  });

  it.each(['', 'x', '12:no-fault', 'no-function:ahead', 'route-lead:never'])('%j is none', (name) => {
    expect(readCase(name)).toBeUndefined();
  });

  it('tells deliveries, faults, commits, facts and messages in its story', async () => {
    const { story } = await playFlow(flow, planOf({ kind: 'one', point: 3, fault: 'fails' }), { isTold: true });
    const text = story.join('\n');
    for (const part of [
      'OUTSIDE',
      'score-lead gets',
      'FAULT',
      'commits lead#',
      'bus: LeadQualified',
      'MESSAGE alert to',
    ])
      expect(text).toContain(part);
  });

  it('is told with the command that plays it again', () => {
    const told = tellBroken({ flow, run: { kind: 'many', seed: 7 }, problems: ['nothing holds'] });
    expect(told).toContain('nothing holds');
    expect(told).toContain(`npm run sweep -- --flows ${flow.name} --replay 7`);
  });
});
