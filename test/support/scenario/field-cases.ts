import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { check } from '../../../cli/check/check.ts';
import { importCsv } from '../../../cli/import-csv/import-csv.ts';
import { WrongMap } from '../../../cli/import-csv/read-map.ts';
import { simulate } from '../../../cli/simulate/simulate.ts';
import { UnsoundAgreement } from '../../../shared/agreement/unsound-agreement.ts';
import { collect } from './what-if.ts';

/** Reports of the field, each with its agreement and feed, or its table and map. They are not part of the repository. */
const PLACES = ['../../../..', '../../../../..'].map((up) => join(import.meta.dirname, up, 'shared/cases/field'));
const CASES = PLACES.find((folder) => existsSync(folder)) ?? '';

export const areAbsent = CASES === '';

const INSTANT = z.string().transform(Date.parse);

const fact = z.looseObject({
  at: z.string(),
  type: z.string(),
  email: z.string().nullish(),
  data: z
    .looseObject({
      rep: z.string().optional(),
      territory: z.string().optional(),
      score: z.number().optional(),
      dueAt: z.string().optional(),
      clause: z.string().optional(),
      outcome: z.string().optional(),
      applied: z.boolean().optional(),
      decision: z.looseObject({ by: z.string().optional(), unspokenLanguage: z.unknown().optional() }).optional(),
    })
    .optional(),
});
export type CaseFact = z.infer<typeof fact>;

/** What the simulation of a case's feed tells. */
export const played = async (name: string, until?: string) => {
  const folder = join(CASES, name);
  const options = { agreement: join(folder, 'agreement'), events: join(folder, 'feed.ndjson'), json: true, seed: 1 };
  const text = await collect((stdout) =>
    simulate({ ...options, ...(until === undefined ? {} : { until: INSTANT.parse(until) }) }, stdout),
  );
  const facts = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => fact.parse(JSON.parse(line)));
  const of = (type: string): readonly CaseFact[] => facts.filter((one) => one.type === type);
  /** Who got a lead first, by the beginning of its address. */
  const owners = new Map<string, string>();
  /** The territory in which a lead was first assigned. */
  const territories = new Map<string, string>();
  for (const { email, data } of of('LeadAssigned')) {
    const who = email ?? '';
    if (owners.has(who)) continue;
    owners.set(who, data?.rep ?? '');
    territories.set(who, data?.territory ?? '');
  }
  return { of, owners, territories };
};

/** `x0@a0.example`, as the cases number their people. */
export const person = (nth: number): string => `x${nth}@a${nth}.example`;

export const people = (count: number): readonly string[] => Array.from({ length: count }, (_, nth) => person(nth));

const event = z.looseObject({
  id: z.string(),
  time: z.string(),
  detail: z.object({ data: z.record(z.string(), z.unknown()) }),
});

/** What import-csv makes of a case's table: its events by id, what it says, and what is wrong with the map. */
export const imported = async (name: string) => {
  const [file, map] = ['leads.csv', 'map.yaml'].map((one) => join(CASES, name, one));
  let said = '';
  const stderr = { write: (text: string) => (said += text.replaceAll(`${join(CASES, name)}/`, '')) };
  try {
    const text = await collect((stdout) => importCsv({ file: file ?? '', map: map ?? '' }, { stdout, stderr }));
    const lines = text.split('\n').filter((line) => line !== '');
    const events = lines.map((line) => event.parse(JSON.parse(line)));
    const at = (path: readonly string[]) =>
      Object.fromEntries(
        events.map(({ id, detail }) => [
          id,
          path.reduce<unknown>(
            (tree, key) => z.record(z.string(), z.unknown()).safeParse(tree).data?.[key],
            detail.data,
          ),
        ]),
      );
    const times = Object.fromEntries(events.map(({ id, time }) => [id, time]));
    const bad = [...said.matchAll(/^leads\.csv:(\d+) /gm)].map(([, line]) => Number(line) - 2);
    return { events, at, times, bad, said, problems: [] };
  } catch (error) {
    if (!(error instanceof WrongMap)) throw error;
    const problems = error.details.map((one) => one.replaceAll(`${join(CASES, name)}/`, ''));
    return { events: [], at: () => ({}), times: {}, bad: [], said, problems };
  }
};

/** The problems that check tells of a case's agreement. */
export const problemsOf = async (name: string): Promise<readonly string[]> => {
  const agreement = join(CASES, name, 'agreement');
  const told = collect((stdout) =>
    check(
      { agreement, coverage: false, promise: false, json: false, now: Date.parse('2026-11-16T09:00:00Z') },
      stdout,
      stdout,
    ),
  );
  try {
    await told;
    return [];
  } catch (error) {
    if (!(error instanceof UnsoundAgreement)) throw error;
    return error.problems.map((one) => one.replaceAll(`${agreement}/`, ''));
  }
};

export const caseNames = (): readonly string[] =>
  readdirSync(CASES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
