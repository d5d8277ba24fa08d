import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import * as z from 'zod';
import { explain } from '../../../cli/explain/explain.ts';
import { simulate } from '../../../cli/simulate/simulate.ts';
import { writeFolder } from './command.ts';

/** An agreement as data; each file is written as JSON, which is YAML too. */
export interface Written {
  readonly scoring: object;
  readonly territories: readonly { readonly name: string; readonly when?: unknown; readonly [key: string]: unknown }[];
  readonly reps: readonly WrittenRep[];
  readonly calendars?: object;
  readonly onCall?: readonly object[];
  readonly sla: object;
}

export interface WrittenRep {
  readonly id: string;
  readonly away?: unknown;
  readonly languages?: unknown;
  readonly overrides?: readonly unknown[];
  readonly capacity?: Readonly<Record<string, number>>;
  readonly [key: string]: unknown;
}

/** An event as a producer sends it. */
export interface Line {
  readonly id: string;
  readonly time: string;
  readonly 'detail-type': string;
  readonly detail: { readonly data: Readonly<Record<string, unknown>> };
  readonly source: string;
}

const folder = mkdtempSync(join(tmpdir(), 'what-if-'));
let written = 0;

const place = (name: string): string => {
  written += 1;
  return join(folder, `${name}-${written}`);
};

export const writeAgreement = ({ scoring, territories, reps, calendars = {}, onCall = [], sla }: Written): string =>
  writeFolder(place('agreement'), {
    'scoring.yaml': JSON.stringify(scoring),
    'territories.yaml': JSON.stringify({ territories }),
    'reps.yaml': JSON.stringify({ reps, calendars, onCall }),
    'sla.yaml': JSON.stringify(sla),
    'content.yaml': '{ "content": [] }',
  });

export const writeFeed = (lines: readonly Line[]): string => {
  const file = place('events');
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return file;
};

/** What a command writes. */
export const collect = async (command: (stdout: Writable) => Promise<unknown>): Promise<string> => {
  const pieces: string[] = [];
  await command(
    new Writable({
      write: (chunk, _, done) => {
        pieces.push(String(chunk));
        done();
      },
    }),
  );
  return pieces.join('');
};

const assigned = z.object({
  at: z.string(),
  type: z.literal('LeadAssigned'),
  email: z.string(),
  data: z.looseObject({ rep: z.string(), attempt: z.number(), decision: z.unknown(), territory: z.string() }),
});
export type Assigned = z.infer<typeof assigned>;

/** The assignments of a simulation, in order. */
export const assignments = async (agreement: string, events: string): Promise<readonly Assigned[]> => {
  const text = await collect((stdout) => simulate({ agreement, events, json: true, seed: 1 }, stdout));
  return text.split('\n').flatMap((line) => {
    const parsed = line === '' ? undefined : assigned.safeParse(JSON.parse(line));
    return parsed?.success ? [parsed.data] : [];
  });
};

export const ownersOf = async (agreement: string, events: string, email: string): Promise<readonly string[]> =>
  (await assignments(agreement, events)).filter((one) => one.email === email).map(({ data }) => data.rep);

const then = { owner: z.string(), owners: z.array(z.string()) };
const scalar = z.union([z.string(), z.number(), z.boolean()]);

const counterfactual = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('field'),
    path: z.string(),
    from: scalar.nullable(),
    to: scalar.nullable(),
    ...then,
  }),
  z.strictObject({
    kind: z.enum(['away', 'hours', 'capacity', 'language']),
    rep: z.string(),
    path: z.string(),
    from: z.unknown(),
    to: z.unknown(),
    ...then,
  }),
  z.strictObject({
    kind: z.literal('time'),
    path: z.literal('time'),
    from: z.string(),
    to: z.string(),
    by: z.string(),
    ...then,
  }),
  z.strictObject({
    kind: z.literal('activity'),
    path: z.literal('kind'),
    from: z.null(),
    to: z.string(),
    activity: z.record(z.string(), scalar),
    ...then,
  }),
]);
export type Told = z.infer<typeof counterfactual>;

const explanation = z.looseObject({
  lead: z.string(),
  owner: z.string().nullable(),
  decisions: z.array(
    z.looseObject({
      type: z.enum(['LeadAssigned', 'LeadWaiting']),
      at: z.string(),
      territory: z.string(),
      decisive: z.array(
        z.looseObject({
          field: z.string(),
          value: scalar.optional(),
          held: z.array(z.unknown()),
          above: z.array(z.object({ territory: z.string(), failed: z.array(z.unknown()) })),
        }),
      ),
      score: z.number(),
      reasons: z.array(z.object({ name: z.string(), points: z.number() })),
      rep: z.string().optional(),
      decision: z.unknown().optional(),
      reps: z.array(z.object({ rep: z.string(), excluded: z.string(), until: z.string().optional() })).optional(),
    }),
  ),
  cycle: z.number(),
  life: z.array(
    z.looseObject({ at: z.string(), type: z.string(), cycle: z.number(), sequence: z.number().optional() }),
  ),
  unassigned: z.looseObject({ why: z.string() }).nullable(),
  unowned: z.looseObject({ why: z.string() }).nullable(),
  counterfactuals: z.array(counterfactual),
});
export type Explained = z.infer<typeof explanation>;

const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });

export const explainLead = async (agreement: string, events: string, lead: string): Promise<Explained> =>
  explanation.parse(
    JSON.parse(await collect((stdout) => explain({ agreement, events, lead, json: true, seed: 1 }, stdout, nowhere))),
  );

const emailOf = ({ detail: { data } }: Line): unknown =>
  z.object({ person: z.object({ email: z.string() }) }).safeParse(data).data?.person.email ?? data.email;

/** The data with another value at a dotted path; null takes it out. */
export const setAt = (data: unknown, path: string, value: unknown): Record<string, unknown> => {
  const [head = '', ...rest] = path.startsWith('fields.') ? ['fields', path.slice(7)] : path.split('.');
  const known = z.record(z.string(), z.unknown()).safeParse(data).data ?? {};
  if (rest.length > 0) return { ...known, [head]: setAt(known[head], rest.join('.'), value) };
  const { [head]: _, ...others } = known;
  return value === null ? others : { ...others, [head]: value };
};

export const withField = (lines: readonly Line[], email: string, path: string, value: unknown): readonly Line[] =>
  lines.map((line) =>
    line['detail-type'] === 'LeadCaptured' && emailOf(line) === email
      ? { ...line, detail: { data: setAt(line.detail.data, path, value) } }
      : line,
  );

const withRep = (agreement: Written, change: Extract<Told, { rep: string }>): Written => ({
  ...agreement,
  reps: agreement.reps.map((rep) => {
    if (rep.id !== change.rep) return rep;
    const [, , name = '', limit = ''] = change.path.split('.');
    if (name === 'overrides') return { ...rep, overrides: [...(rep.overrides ?? []), change.to] };
    if (name !== 'capacity') return { ...rep, [name]: change.to };
    const { [limit]: _, ...capacity } = rep.capacity ?? {};
    return { ...rep, capacity: typeof change.to === 'number' ? { ...capacity, [limit]: change.to } : capacity };
  }),
});

/** Does what a counterfactual says, as a reader of it would, and answers who owned the lead then. */
export const apply = async (
  agreement: Written,
  lines: readonly Line[],
  email: string,
  change: Told,
): Promise<readonly string[]> => {
  switch (change.kind) {
    case 'field':
      return ownersOf(writeAgreement(agreement), writeFeed(withField(lines, email, change.path, change.to)), email);
    case 'time': {
      const by = Date.parse(change.to) - Date.parse(change.from);
      const moved = lines.map((line) =>
        emailOf(line) === email ? { ...line, time: new Date(Date.parse(line.time) + by).toISOString() } : line,
      );
      return ownersOf(writeAgreement(agreement), writeFeed(moved), email);
    }
    case 'activity': {
      const last = lines.findLast((line) => line['detail-type'] === 'LeadCaptured' && emailOf(line) === email);
      const done: Line = {
        id: `${last?.id}-and`,
        source: 'test',
        time: last?.time ?? '',
        'detail-type': 'LeadActivityRecorded',
        detail: { data: { email, ...change.activity } },
      };
      return ownersOf(writeAgreement(agreement), writeFeed([...lines, done]), email);
    }
    default:
      return ownersOf(writeAgreement(withRep(agreement, change)), writeFeed(lines), email);
  }
};
