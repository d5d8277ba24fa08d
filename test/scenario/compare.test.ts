import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { compare } from '../../cli/compare/compare.ts';
import { simulate } from '../../cli/simulate/simulate.ts';
import {
  assignments,
  collect,
  type Line,
  type Written,
  writeAgreement,
  writeFeed,
} from '../support/scenario/what-if.ts';
import { event, generatedFeed, WORLDS } from '../support/scenario/what-if-worlds.ts';

const load = z.object({ leads: z.number(), share: z.number(), peak: z.number() });
const kept = z.object({ kept: z.number(), broken: z.number() });
const owners = z.object({ first: z.string(), last: z.string(), territory: z.string() }).nullable();
const team = z.object({ difference: z.number(), bound: z.number(), kept: z.boolean() }).nullable();
const counts = z.object({ qualified: z.number(), assigned: z.number(), waited: z.number() });
const alert = z
  .object({
    p50: z.iso.duration(),
    p99: z.iso.duration(),
    atLeast: z.array(z.enum(['p50', 'p99'])),
    inTime: z.number(),
    late: z.number(),
    notAlerted: z.number(),
  })
  .nullable();
const both = <T extends z.ZodType>(schema: T) => ({ a: schema, b: schema });

const comparison = z.object({
  agreements: z.object(both(z.object({ folder: z.string(), hash: z.string() }))),
  counts: z.object(both(counts)),
  leads: z.object({
    firstDiffers: z.number(),
    lastDiffers: z.number(),
    list: z.array(z.object({ email: z.string(), ...both(owners) })),
  }),
  reps: z.array(z.object({ rep: z.string(), ...both(load) })),
  teams: z.array(z.object({ team: z.string(), ...both(team) })),
  timeToAlert: z.object(both(alert)),
  clauses: z.array(z.object({ clause: z.string(), ...both(kept) })),
});

const compared = async (a: Written, b: Written, lines: readonly Line[]) => {
  const options = { agreement: writeAgreement(a), with: writeAgreement(b), events: writeFeed(lines), seed: 1 };
  const text = await collect((stdout) => compare({ ...options, json: true }, stdout));
  return { ...options, told: comparison.parse(JSON.parse(text)) };
};

const world = WORLDS['by country'];

/** Eve alone takes the rest of the world. */
const withoutFay: Written = {
  ...world,
  territories: world.territories.map((one) => (one.name === 'Rest' ? { ...one, team: [{ rep: 'eve' }] } : one)),
};

const lines = generatedFeed(60, 7);

const factsOf = async (agreement: string, events: string, type: string): Promise<readonly unknown[]> => {
  const text = await collect((stdout) => simulate({ agreement, events, json: true, seed: 1 }, stdout));
  return text.split('\n').filter((line) => line.includes(`"type":"${type}"`));
};

/** First and last owner by lead. */
const ownersIn = async (agreement: string, events: string): Promise<ReadonlyMap<string, readonly [string, string]>> => {
  const found = new Map<string, readonly [string, string]>();
  for (const { email, data } of await assignments(agreement, events)) {
    found.set(email, [found.get(email)?.[0] ?? data.rep, data.rep]);
  }
  return found;
};

describe('golden-hour compare', { timeout: 60_000 }, () => {
  it('finds no difference between an agreement and itself', async () => {
    const { told } = await compared(world, world, lines);
    expect(told.leads).toEqual({ firstDiffers: 0, lastDiffers: 0, list: [] });
    expect(told.agreements.a.hash).toBe(told.agreements.b.hash);
    for (const { a, b } of [...told.reps, ...told.clauses, ...told.teams]) expect(a).toEqual(b);
    expect(told.counts.a).toEqual(told.counts.b);
  });

  it('lists each lead whose first or last owner is another, as two simulations say', async () => {
    const { told, agreement, with: other, events } = await compared(world, withoutFay, lines);
    const [a, b] = [await ownersIn(agreement, events), await ownersIn(other, events)];
    const emails = [...new Set([...a.keys(), ...b.keys()])].sort();
    const differ = emails.filter((email) => JSON.stringify(a.get(email)) !== JSON.stringify(b.get(email)));
    expect(differ.length).toBeGreaterThan(0);
    expect(
      told.leads.list.map(({ email, a: was, b: is }) => [email, was?.first, was?.last, is?.first, is?.last]),
    ).toEqual(
      differ.map((email) => [email, a.get(email)?.[0], a.get(email)?.[1], b.get(email)?.[0], b.get(email)?.[1]]),
    );
    expect(told.leads.firstDiffers).toBe(emails.filter((email) => a.get(email)?.[0] !== b.get(email)?.[0]).length);
    expect(told.leads.lastDiffers).toBe(emails.filter((email) => a.get(email)?.[1] !== b.get(email)?.[1]).length);
    expect(told.counts.a.assigned).toBe(a.size);
  });

  it('counts the leads of each rep, and the clauses that were broken', async () => {
    const { told, agreement, with: other, events } = await compared(world, withoutFay, lines);
    for (const [side, folder] of [
      ['a', agreement],
      ['b', other],
    ] as const) {
      const all = await assignments(folder, events);
      for (const rep of told.reps) {
        expect(rep[side].leads).toBe(all.filter(({ data }) => data.rep === rep.rep).length);
        expect(rep[side].share).toBeCloseTo(rep[side].leads / all.length, 10);
        expect(rep[side].peak).toBeLessThanOrEqual(rep[side].leads);
      }
      const breaches = await factsOf(folder, events, 'SlaBreached');
      expect(told.clauses.reduce((sum, clause) => sum + clause[side].broken, 0)).toBe(breaches.length);
      expect(told.counts[side].qualified).toBe((await factsOf(folder, events, 'LeadQualified')).length);
    }
    expect(told.reps.find(({ rep }) => rep === 'ben')?.a.peak).toBeLessThanOrEqual(2);
    expect(told.reps.find(({ rep }) => rep === 'fay')?.b).toEqual({ leads: 0, share: 0, peak: 0 });
  });

  it('counts a lead that nobody was alerted to as the worst time to alert', async () => {
    const nobody: Written = { ...world, reps: world.reps.map((rep) => ({ ...rep, capacity: { open: 1 } })) };
    const { told } = await compared(world, nobody, lines);
    const { a, b } = told.timeToAlert;
    for (const [side, counts] of [
      [a, told.counts.a],
      [b, told.counts.b],
    ] as const) {
      expect((side?.inTime ?? 0) + (side?.late ?? 0) + (side?.notAlerted ?? 0)).toBe(counts.qualified);
    }
    expect(b?.notAlerted).toBeGreaterThan(a?.notAlerted ?? 0);
    expect(b?.atLeast).toContain('p99');
  });

  it('measures how far the reps of a team were apart, and that their bound holds', async () => {
    for (const agreement of Object.values(WORLDS)) {
      const { told } = await compared(agreement, agreement, lines);
      expect(told.teams.length).toBeGreaterThan(0);
      for (const { team: name, a } of told.teams) expect({ name, kept: a?.kept ?? true }).toEqual({ name, kept: true });
    }
  });

  it('finds the bound kept where leads of accounts came to one rep while another could take none', async () => {
    const reps = ['cem', 'dee', 'eve'].map((id) => ({
      id,
      name: id,
      email: `${id}@sales.example`,
      timeZone: 'UTC',
      hours: { 'mon-sun': ['00:00-24:00'] },
      languages: id === 'cem' ? ['de'] : ['de', 'fr'],
    }));
    const french: Written = {
      scoring: {
        hot: 10,
        minimum: [],
        fit: [{ name: 'any', when: { 'person.email': { exists: true } }, points: 10 }],
        behaviour: { halfLife: 'P7D', actions: [] },
      },
      territories: [{ name: 'All', team: reps.map(({ id }) => ({ rep: id })), language: 'match' }],
      reps,
      sla: { alert: { within: 'PT1H' }, accept: { within: 'P7D', clock: 'wall' } },
    };
    // One large customer, which becomes an account of Eve's, between leads that Cem cannot take.
    const companies = ['a', 'b', 'b', 'b', 'b', 'b', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
    const leads = companies.map((company, index) =>
      event(`c${index}`, index, 'LeadCaptured', {
        person: { email: `l${index}@${company}.example` },
        language: index < 8 ? 'fr' : 'de',
      }),
    );
    const { told } = await compared(french, french, leads);
    expect(told.teams).toMatchObject([{ team: 'All', a: { kept: true } }]);
    expect(told.reps.find(({ rep }) => rep === 'eve')?.a.leads).toBeGreaterThan(6);
  });

  it('weighs what two reps got: two leads for each one of the other', async () => {
    const weighted: Written = {
      ...world,
      territories: [{ name: 'All', team: [{ rep: 'eve', weight: 2 }, { rep: 'cem' }] }],
      reps: world.reps
        .filter(({ id }) => ['eve', 'cem', 'mia'].includes(id))
        .map(({ id, name, email }) => ({ id, name, email, timeZone: 'UTC', hours: { 'mon-sun': ['00:00-24:00'] } })),
    };
    const many = Array.from({ length: 30 }, (_, index) => [
      event(`c${index}`, index, 'LeadCaptured', {
        person: { email: `l${index}@c${index}.example` },
        company: { name: 'C' },
      }),
      event(`d${index}`, index, 'LeadActivityRecorded', {
        email: `l${index}@c${index}.example`,
        kind: 'demo-requested',
      }),
      event(`e${index}`, index, 'RepAnswered', { email: `l${index}@c${index}.example`, answer: 'accept' }),
    ]).flat();
    const { told } = await compared(weighted, weighted, many);
    expect(told.reps.map(({ rep, a }) => [rep, a.leads])).toEqual([
      ['cem', 10],
      ['eve', 20],
    ]);
    expect(told.teams).toMatchObject([{ team: 'All', a: { difference: expect.any(Number), bound: 1.5, kept: true } }]);
    expect(told.teams[0]?.a?.difference).toBeGreaterThan(0);
  });

  it('can be read', async () => {
    const options = { agreement: writeAgreement(world), with: writeAgreement(withoutFay), events: writeFeed(lines) };
    const text = await collect((stdout) => compare({ ...options, seed: 1, json: false }, stdout));
    for (const heading of ['Leads that change hands', 'Time to alert', 'Clauses', 'Leads per rep', 'Furthest apart']) {
      expect(text).toContain(heading);
    }
    expect(text).toMatch(/FAY\s+\d+.*\s0 {5}0\.0 %/);
    expect(text.split('\n').filter((line) => line.includes('@')).length).toBeLessThanOrEqual(20);
  });
});
