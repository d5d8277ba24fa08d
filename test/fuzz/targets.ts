import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { COMMANDS } from '../../cli/commands.ts';
import { PRODUCT } from '../../cli/product.ts';
import { readYaml } from '../../shared/agreement/yaml/read-yaml.ts';
import { INBOUND_TYPES } from '../../shared/domain/vocabulary/inbound-types.ts';
import { createEmbedded, type Embedded } from '../../simulator/embedded.ts';
import { rep, smallAgreement, territory } from '../support/agreement/small-agreement.ts';
import { httpEvent } from '../support/pages/http-event.ts';
import { runIn } from '../support/scenario/command-line.ts';
import { damaged, nasty, replaced, textOf } from './hostile.ts';

/** One edge of the product: what is sent to it, and what tells that it held. */
export interface Target {
  readonly inputs: fc.Arbitrary<string>;
  /** Throws where the edge did not know what to do with the input. */
  readonly take: (input: string) => Promise<void>;
}

const START = Date.parse('2026-11-02T09:00:00Z');
const agreement = smallAgreement({ reps: [rep('ana')], territories: [territory('Everywhere', ['ana'])] });
const PHONE = agreement.reps.ana?.phone ?? '+4915550009999';

/** So many inputs meet one runtime, in which what came before them is still there. */
const INPUTS_A_RUNTIME = 200;

/** A rep has been alerted of a lead, and has a link. */
const withHotLead = async (): Promise<{ readonly runtime: Embedded; readonly link: string }> => {
  let link: string | undefined;
  const onMessage = (message: object): void => {
    link ??= /\/a\/[\w-]+/.exec(JSON.stringify(message))?.[0];
  };
  const runtime = createEmbedded({ agreement, seed: 1, start: START, onMessage });
  const data = { person: { email: 'jo@acme.example' }, company: { name: 'Acme', employees: 300 } };
  const event = { source: 'website', time: '2026-11-02T09:00:00Z' };
  const captured = { ...event, id: 'c', 'detail-type': 'LeadCaptured', detail: { data } };
  const asked = { email: 'jo@acme.example', kind: 'demo-requested' };
  const raised = { ...event, id: 'd', 'detail-type': 'LeadActivityRecorded', detail: { data: asked } };
  for (const one of [captured, raised]) await runtime.deliver(JSON.stringify(one), one['detail-type']);
  await runtime.runBefore(START + 60_000);
  if (link === undefined) throw new Error('nobody was alerted');
  return { runtime, link };
};

/** What a function cannot handle is a dead letter: no input may become one. */
const onRuntime = (take: (runtime: Embedded, input: string, link: string) => Promise<void>): Target['take'] => {
  let runtime: Embedded | undefined;
  let link = '';
  let taken = 0;
  return async (input) => {
    if (runtime === undefined || taken++ % INPUTS_A_RUNTIME === 0) ({ runtime, link } = await withHotLead());
    await take(runtime, input, link);
    const [dead] = runtime.deadLetters;
    if (dead === undefined) return;
    runtime = undefined;
    throw new Error(`${dead.queue} gave up on it`);
  };
};

const sampleDay = readFileSync('examples/sample-day.ndjson', 'utf8').trim().split('\n').slice(0, 200);

const typeOf = (text: string): string => INBOUND_TYPES.find((type) => text.includes(type)) ?? 'LeadCaptured';

const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
const written = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

/** Whatever is none of the failures that a command knows is thrown. */
const runs = async (args: readonly string[]): Promise<void> => {
  await runIn(PRODUCT, ...args);
};

const METHODS = ['GET', 'HEAD', 'POST', 'PUT'] as const;
const FORM = [
  'answer=accept',
  'answer=reject',
  'availability=away',
  'manage=give',
  'owner=ana',
  'rep=ana',
  '&',
  '=',
  'reason=',
  'note=',
  'from=',
  'to=',
  '2026-12-01',
  '+',
  '%',
  'attempt=1',
];
const PATHS = ['/a/', 'x'.repeat(43), '.', '1', 'mine', 'away', '/', '?', '0'];
const MAP = written(
  'map.yaml',
  `source: crm
id: row-{Email}
zone: Europe/Berlin
time: { column: Created, format: yyyy-mm-dd, at: "09:00" }
events:
  - type: LeadCaptured
    data: { person.email: "{Email}" }
`,
);

/** Commands that ask AWS, or that do not end by themselves. */
const NOT_RUN = ['doctor', 'confirm', 'refused', 'dead-letters', 'demo'];
const OFFLINE = COMMANDS.filter(({ name }) => !NOT_RUN.includes(name));
/** No `--out`: it would write a file by a name that nobody chose. */
const FLAGS = ['--agreement', '--events', '--json', '--until', '--seed', '--lead', '--from', '--map', '--help', '--'];

export const TARGETS = {
  events: {
    inputs: fc.oneof(damaged(sampleDay), replaced(sampleDay), textOf(['{"id":', '"detail":', '{}', '"source":', '}'])),
    take: onRuntime((runtime, input) => runtime.deliver(input, typeOf(input))),
  },
  http: {
    inputs: fc.oneof(textOf(PATHS), textOf(FORM), nasty),
    take: onRuntime(async (runtime, input, link) => {
      // As a path, behind a link that opens a lead, and as the form of one.
      const requests = [`/a/${input}`, `${link}${input}`, link, `${link}.away`];
      for (const [path, method] of requests.flatMap((one) => METHODS.map((method) => [one, method] as const))) {
        const { statusCode = 200 } = await runtime.answer(httpEvent({ method, path, body: input }));
        if (statusCode >= 500) throw new Error(`${method} ${path} was answered by ${statusCode}`);
      }
    }),
  },
  sms: {
    inputs: fc.oneof(textOf(['1', '2', '3', ' ', 'yes', 'away', 'back', 'until', 'STOP', '10:00', 'Friday']), nasty),
    take: onRuntime((runtime, text) => runtime.reply({ from: PHONE, text })),
  },
  yaml: {
    inputs: fc.oneof(
      damaged(['scoring', 'territories', 'reps', 'sla'].map((name) => readFileSync(`agreement/${name}.yaml`, 'utf8'))),
      textOf(['a: ', '- ', '\n', '  ', '[', ']', '{', '}', '&a ', '*a', '<<: *a', '|', '>', '"', '---\n']),
    ),
    take: async (input) => {
      const { value, problems } = readYaml(input);
      if (value === undefined && problems.length === 0 && input.trim() !== '') throw new Error('no value, no problem');
    },
  },
  csv: {
    inputs: fc.oneof(
      damaged(['Email,Created\njo@acme.example,2026-11-02\n"a ""b""",x\n', 'Email;Created\r\njo@acme.example;1\r\n']),
      textOf(['Email', ',', ';', '\t', '"', '\n', '\r', 'jo@acme.example', '2026-11-02']),
    ),
    take: (input) => runs(['import-csv', written('table.csv', input), '--map', MAP]),
  },
  arguments: {
    inputs: fc
      .tuple(
        fc.constantFrom(...OFFLINE.map(({ name }) => name), 'help', 'fly'),
        fc.array(fc.oneof(fc.constantFrom(...FLAGS), fc.constantFrom('agreement', MAP), nasty), { maxLength: 6 }),
      )
      .map((words) => JSON.stringify(words.flat())),
    take: (input) => runs(JSON.parse(input)),
  },
} as const satisfies Readonly<Record<string, Target>>;

export type TargetName = keyof typeof TARGETS;

export const isTarget = (name: string): name is TargetName => Object.hasOwn(TARGETS, name);
