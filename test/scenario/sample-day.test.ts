import { readFileSync, statSync } from 'node:fs';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { simulate } from '../../cli/simulate/simulate.ts';
import { makeSampleDay } from '../../examples/make-sample-day.ts';

const pathOf = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const FILE = pathOf('examples/sample-day.ndjson');

const play = async (json: boolean): Promise<string> => {
  const chunks: string[] = [];
  const stdout = new Writable({
    write: (chunk, _encoding, done) => {
      chunks.push(String(chunk));
      done();
    },
  });
  await simulate({ agreement: pathOf('agreement'), events: FILE, json, seed: 1 }, stdout);
  return chunks.join('');
};

const Line = z.object({
  at: z.iso.datetime(),
  type: z.string(),
  email: z.string().nullish(),
  data: z
    .looseObject({
      rep: z.string(),
      step: z.string(),
      territory: z.string(),
      lateBy: z.string(),
      decision: z.object({ by: z.string() }).partial(),
    })
    .partial()
    .optional(),
  rep: z.string().nullish(),
  channel: z.enum(['sms', 'email']).optional(),
  purpose: z.string().optional(),
});
type Line = z.output<typeof Line>;

describe('the sample day that ships', () => {
  let story = '';
  let lines: readonly Line[] = [];
  const all = (type: string): readonly Line[] => lines.filter((line) => line.type === type);
  const distinct = (values: readonly (string | undefined)[]): readonly string[] =>
    [...new Set(values)].filter((value) => value !== undefined).sort();

  beforeAll(async () => {
    story = await play(false);
    lines = (await play(true))
      .trimEnd()
      .split('\n')
      .map((line) => Line.parse(JSON.parse(line)));
  }, 60_000);

  it('is what its generator makes', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(`${makeSampleDay().join('\n')}\n`);
    expect(statSync(FILE).size).toBeLessThan(600 * 1_024);
  });

  it('has a few hundred leads, of every territory', () => {
    expect(distinct(all('LeadScored').map(({ email }) => email ?? undefined)).length).toBeGreaterThan(300);
    expect(distinct(all('LeadAssigned').map(({ data }) => data?.territory))).toEqual([
      'DACH',
      'DACH enterprise',
      'France & Benelux',
      'Nordics',
      'Rest of world',
      'UK & Ireland',
      'US East',
      'US West',
    ]);
  });

  it('has leads that go by fair share, to the account, by overflow, to whoever is on call and to the manager', () => {
    expect(distinct(all('LeadAssigned').map(({ data }) => data?.decision?.by))).toEqual([
      'account',
      'manager',
      'on-call',
      'overflow',
      'share',
    ]);
  });

  it('has leads that wait in line, are incomplete, are turned down and come back', () => {
    for (const type of ['LeadWaiting', 'LeadIncomplete', 'LeadRejected', 'LeadRecycled'])
      expect(all(type), type).not.toEqual([]);
    const qualified = all('LeadQualified').map(({ email }) => email);
    expect(qualified.length).toBeGreaterThan(new Set(qualified).size);
  });

  it('has every step of the clock that the agreement knows', () => {
    expect(distinct(all('LeadEscalated').map(({ data }) => data?.step))).toEqual([
      'assign-manager',
      'reassign',
      'remind',
      'tell-manager',
    ]);
    expect(distinct(all('Message').map(({ purpose }) => purpose))).toEqual([
      'alert',
      'marketing',
      'remind',
      'taken-away',
      'tell-manager',
    ]);
  });

  it('has answers in time and late ones, and outcomes', () => {
    expect(all('ContactRecorded').some(({ data }) => data?.lateBy === undefined)).toBe(true);
    expect(all('ContactRecorded').some(({ data }) => data?.lateBy !== undefined)).toBe(true);
    expect(all('OutcomeRecorded').length).toBeGreaterThan(50);
  });

  it('has lines that are refused, each once', () => {
    expect(all('LeadRefused')).toHaveLength(4);
  });

  it('is told with alerts by rep, channel and text, escalations and what was broken', () => {
    expect(story).toMatch(/^\d\d:\d\d {4}-> SMS to Ana Ortiz \(alert\): Heißer Lead: .+ https:\/\//m);
    expect(story).toMatch(/^\d\d:\d\d {4}-> e-mail to Dora Keller \(alert\): Heisser Lead: /m);
    expect(story).toMatch(/^\d\d:\d\d {2}ESCALATION by the clock: .+reassign\)$/m);
    expect(story).toMatch(/^\d\d:\d\d {2}BROKEN {2}accept of .+, by sales/m);
    expect(story).toMatch(/^\d\d:\d\d {2}REFUSED {2}a line: not JSON$/m);
  });

  it('ends with time to alert, clauses kept and broken, and the share of each rep', () => {
    const summary = story.slice(story.indexOf('\nSUMMARY\n'));
    expect(summary).toMatch(/^Time to alert.*\n {2}p50 {2}\d.*\n {2}p99 {2}\d/m);
    // Neither the steps of the alert nor the night leave anybody unalerted.
    expect(summary).toMatch(/^ {2}within 1 h +118 +100\.0 %$/m);
    expect(summary).toMatch(/^ {2}alert +118 +0$/m);
    for (const clause of ['accept', 'contact', 'verdict'])
      expect(summary).toMatch(new RegExp(`^  ${clause} +[1-9]\\d* +[1-9]\\d*$`, 'm'));
    const share = summary.slice(summary.indexOf('Share per rep'));
    const shares = [...share.matchAll(/ (\d+\.\d) %$/gm)].map(([, share]) => Number(share));
    expect(shares.length).toBeGreaterThan(15);
    expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(100, 0);
  });
});
