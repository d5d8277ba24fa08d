import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { simulate } from '../../cli/simulate/simulate.ts';
import { collect } from '../support/scenario/what-if.ts';

/** Reports of the field, each with its agreement and feed. They are not part of the repository. */
const PLACES = ['../../..', '../../../..'].map((up) => join(import.meta.dirname, up, 'shared/cases/field'));
const CASES = PLACES.find((folder) => existsSync(folder)) ?? '';

const fact = z.looseObject({
  type: z.string(),
  email: z.string().nullish(),
  data: z.looseObject({ rep: z.string().optional(), territory: z.string().optional(), score: z.number().optional() }),
});

const played = async (name: string, until?: string) => {
  const folder = join(CASES, name);
  const options = { agreement: join(folder, 'agreement'), events: join(folder, 'feed.ndjson'), json: true, seed: 1 };
  const text = await collect((stdout) =>
    simulate({ ...options, ...(until === undefined ? {} : { until: Date.parse(until) }) }, stdout),
  );
  const facts = text
    .split('\n')
    .filter((line) => line.includes('"type":"Lead'))
    .map((line) => fact.parse(JSON.parse(line)));
  const of = (type: string) => facts.filter((one) => one.type === type);
  const first = new Map<string, z.infer<typeof fact>['data']>();
  for (const { email, data } of of('LeadAssigned')) if (!first.has(email ?? '')) first.set(email ?? '', data);
  return { of, first };
};

describe.skipIf(CASES === '')('a report of the field', { timeout: 120_000 }, () => {
  it('03: no mailbox provider is anybody’s company', async () => {
    const { of, first } = await played('03-free-mail-providers');
    expect(of('LeadRefused')).toEqual([]);
    const abroad = [...first].filter(([email]) => email.startsWith('y') || email.includes('de'));
    expect(first.size).toBeGreaterThan(18);
    expect(abroad.length).toBeGreaterThan(0);
    const byAccount = of('LeadAssigned').filter(
      ({ data }) => z.looseObject({ by: z.string() }).parse(data.decision).by === 'account',
    );
    expect(byAccount).toEqual([]);
  });

  it('04: a website names the same company as its bare host', async () => {
    const { first } = await played('04-website-as-domain');
    const strangers = [...first].filter(([email]) => /^y.*@gmail\.com$/.test(email));
    expect(strangers.map(([, { rep }]) => rep)).toEqual(Array.from({ length: 7 }, () => 'ana'));
  });

  it('05: a placeholder for a visitor is nobody', async () => {
    const { of } = await played('05-visitor-undefined');
    expect(of('LeadQualified')).toEqual([]);
    expect(of('LeadScored').length).toBeGreaterThan(0);
    expect(of('LeadScored').filter(({ data }) => data.score !== 0)).toEqual([]);
  });

  it('06: null and empty say nothing', async () => {
    const { of, first } = await played('06-null-and-empty');
    expect(of('LeadRefused')).toEqual([]);
    expect(first.size).toBe(11);
  });

  it('27: one lead for every spelling of an address, none under what cannot be written to', async () => {
    const { of } = await played('27-addresses');
    expect([...new Set(of('LeadAssigned').map(({ email }) => email))]).toEqual(['jo@acme.example']);
  });

  it('35: an instant in any form of ISO 8601', async () => {
    const { of, first } = await played('35-instants');
    expect([...first.keys()]).toEqual(expect.arrayContaining(['a@a.example', 'b@b.example', 'c@c.example']));
    expect(of('LeadRefused')).toEqual([]);
  });

  it('40: the usual names of a country are that country, and no lead is lost by another', async () => {
    const { of, first } = await played('40-uk-is-gb');
    expect(of('LeadRefused')).toEqual([]);
    const territories = ['x0@a0.example', 'x1@a1.example', 'x2@a2.example', 'x3@a3.example'].map(
      (email) => first.get(email)?.territory,
    );
    expect(new Set(territories).size).toBe(1);
    expect(first.get('x4@a4.example')?.territory).toBe(first.get('x5@a5.example')?.territory);
  });

  it('58: a competitor is known in any spelling, also by the address alone', async () => {
    const { of } = await played('58-competitor-by-address', '2026-11-16T09:10:00Z');
    expect(of('LeadScored').length).toBeGreaterThan(0);
    expect(of('LeadAssigned')).toEqual([]);
  });

  it('63: a date that stands for none is not said', async () => {
    const { of, first } = await played('63-default-dates');
    expect(of('LeadRefused')).toEqual([]);
    expect(first.size).toBe(6);
  });
});
