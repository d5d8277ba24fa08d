import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readInbound } from '../../shared/contracts/events/read-inbound.ts';
import { type FreshCopy, makeFreshCopy } from '../support/docs/fresh-copy.ts';
import { type Block, blocksOf, codeSpansOf, commandsOf } from '../support/docs/markdown.ts';
import { notPrinted } from '../support/docs/shown-output.ts';

const readme = readFileSync('README.md', 'utf8');
const blocks = blocksOf(readme);
const shells = blocks.filter(({ language }) => language === 'sh');
const manifest = z
  .object({ version: z.string(), scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

/** Commands of the README that are not run here, as they stand there, and why. */
const NOT_RUN: Readonly<Record<string, string>> = {
  'npm ci': 'the tests run with what it installed',
  'npm ci && npm test': 'it runs this test',
  'npm run local': 'downloads a local AWS the first time, and runs until it is stopped; npm run e2e deploys the same',
  'npm run e2e': 'the end-to-end lane, a command of its own',
  'npx cdk bootstrap': 'needs an AWS account',
  'npm run deploy': 'needs an AWS account',
  'npm run deploy -- -c agreement=../our-agreement': 'needs an AWS account',
  'npm run deploy -- -c alarmEmail=on-call@example.com': 'needs an AWS account',
  'npm install ../golden-hour/golden-hour-0.1.0.tgz': 'is for an app beside this folder; test/package has one',
  'cp -r node_modules/golden-hour/agreement agreement': 'the same',
  'npx golden-hour page --agreement agreement --events examples/sample-day.ndjson':
    'runs until it is stopped; its own tests serve the page',
  'golden-hour forecast --agreement agreement --events history.ndjson': 'needs a history of twelve weeks',
  'golden-hour receive --agreement agreement --requests requests.ndjson --secrets secrets.json':
    'needs requests of a source of its own',
  'golden-hour secrets put demo-form --stack GoldenHour': 'needs a deployed stack; its own tests give it one',
  'golden-hour cold-list --agreement agreement --events history.ndjson': 'needs a history of its own',
  'golden-hour calibrate --agreement agreement --events history.ndjson': 'needs a hundred outcomes',
  'npx golden-hour doctor --agreement agreement': 'needs a deployed stack; its own tests give it one',
  "npx golden-hour confirm 'https://sns.eu-central-1.amazonaws.com/confirmation.html?TopicArn=...&Token=...'":
    'the same',
  'npx golden-hour export jo@acme.example --stack GoldenHour': 'the same',
  'npx golden-hour forget jo@acme.example --stack GoldenHour': 'the same',
  'npx golden-hour refused list': 'the same',
  'npx golden-hour dead-letters list': 'the same',
  'npx golden-hour recount --stack GoldenHour': 'the same',
};

/** Commands of the README that run here with a stand-in for AWS, as they stand there. */
const ON_A_STAND_IN: readonly string[] = [
  `BUS=$(aws cloudformation describe-stacks --stack-name GoldenHour \\
  --query "Stacks[0].Outputs[?OutputKey=='BusName'].OutputValue" --output text)`,
  'aws events put-events --entries file://lead.json',
];

const isRun = (command: string): boolean => NOT_RUN[command] === undefined;

const scriptOf = ({ text }: Block): string => commandsOf(text).filter(isRun).join('\n');

const titleOf = (block: Block): string => scriptOf(block).split('\n')[0] ?? '';

/** What the README says that a block prints: the block after it, if that shows an output. */
const shownAfter = (block: Block): readonly string[] => {
  const next = blocks[blocks.indexOf(block) + 1];
  return next?.language === 'text' || next?.language === '' ? next.text.trimEnd().split('\n') : [];
};

let copy: FreshCopy;
const outputs = new Map<string, string>();

beforeAll(() => {
  copy = makeFreshCopy();
}, 180_000);

afterAll(() => copy?.remove(), 60_000);

describe('a command of the README', () => {
  const inBlocks = shells.flatMap(({ text }) => commandsOf(text));
  const inProse = codeSpansOf(readme).filter((span) => /^(npm|npx|node|cdk|aws|golden-hour) /.test(span));
  const written = [...inBlocks, ...inProse];

  it.each(shells.filter((block) => scriptOf(block) !== '').map((block) => [titleOf(block), block] as const))(
    'does what is said of it: %s',
    (_title, block) => {
      const script = scriptOf(block);
      const { code, output } = copy.run(script);
      outputs.set(script, output);
      expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
      expect(notPrinted(shownAfter(block), output)).toEqual([]);
    },
    180_000,
  );

  it('ends well where it stands between words', () => {
    const failing = inProse.filter(isRun).filter((command) => copy.run(command).code !== 0);
    expect(failing).toEqual([]);
  }, 180_000);

  it('that is not run is listed with the reason, and is there', () => {
    expect(Object.keys(NOT_RUN).filter((command) => !written.includes(command))).toEqual([]);
  });

  it('reaches for AWS only where a stand-in answers', () => {
    expect(written.filter((command) => /\baws \w/.test(command))).toEqual(ON_A_STAND_IN);
  });

  it('runs a script that there is', () => {
    const named = written.flatMap((command) => /^npm (?:run )?([a-z0-9-]+)/.exec(command)?.[1] ?? []);
    const ofNpm = ['ci', 'install', 'pack'];
    const scripts = named.filter((name) => !ofNpm.includes(name));
    expect(scripts.length).toBeGreaterThan(4);
    expect(scripts.filter((name) => manifest.scripts[name] === undefined)).toEqual([]);
  });
});

describe('the events of the README', () => {
  const entries = z.array(
    z.strictObject({ EventBusName: z.string(), Source: z.string(), DetailType: z.string(), Detail: z.string() }),
  );

  it('go on the bus as producers put them, and are understood', () => {
    const put = entries.parse(JSON.parse(readFileSync(join(copy.folder, 'put-events.json'), 'utf8')));
    expect(put.map(({ EventBusName, DetailType }) => [EventBusName, DetailType])).toEqual([
      ['bus-of-the-stack', 'LeadCaptured'],
      ['bus-of-the-stack', 'LeadActivityRecorded'],
    ]);
    const readings = put.map(({ Source, DetailType, Detail }, index) =>
      readInbound(
        JSON.stringify({
          id: `${index}`,
          source: Source,
          time: '2026-11-16T09:00:00Z',
          'detail-type': DetailType,
          detail: JSON.parse(Detail),
        }),
      ),
    );
    expect(readings.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('show one line of the example feed, and count the others', () => {
    const shown = blocks.filter(({ language }) => language === 'json').map(({ text }) => JSON.parse(text));
    const lines = readFileSync('examples/one-lead.ndjson', 'utf8').trimEnd().split('\n');
    expect(shown).toEqual([JSON.parse(lines[1] ?? '')]);
    expect(lines).toHaveLength(3);
    expect(readme).toMatch(/The example has three\s+lines/);
  });
});

describe('the README', () => {
  it('names the version that the package has', () => {
    expect(readme).toContain(`\nVersion ${manifest.version} · `);
  });

  it('names the five files of the agreement', () => {
    const named = codeSpansOf(readme).filter((span) => span.endsWith('.yaml'));
    const files = readdirSync('agreement').filter((file) => file.endsWith('.yaml'));
    expect(new Set(named)).toEqual(new Set([...files]));
  });

  it('counts the leads of the sample day', () => {
    const [, captured] = /leads captured +(\d+)/.exec(outputs.get('npm start') ?? '') ?? [];
    expect(readme).toContain(`a sample day of ${captured} leads`);
  });

  it('shows pictures that load fast, by day and by night', () => {
    const pictures = [...readme.matchAll(/(?:src|srcset)="([^"]+)"/g)].map(([, file = '']) => file);
    expect(pictures.toSorted()).toEqual([
      'docs/images/measures-page.png',
      'docs/images/rep-page-dark.png',
      'docs/images/rep-page-light.png',
    ]);
    expect(pictures.filter((file) => !existsSync(file) || statSync(file).size > 120_000)).toEqual([]);
  });
});

describe('the rules themselves', () => {
  it('see each command of a block', () => {
    const block = 'a b && c   # why\n# a comment\nd \\\n  e\ncat > f <<END\ntext && more\nEND\ng\n';
    expect(commandsOf(block)).toEqual(['a b', 'c', 'd \\\n  e', 'cat > f <<END\ntext && more\nEND', 'g']);
  });

  it('see a line that is not printed, is printed otherwise, or comes too late', () => {
    const output = '09:00  one\n09:01  two https://x.example/a\n09:02  three\n';
    expect(notPrinted(['09:00  one', '09:01  two https://…', '09:02  three'], output)).toEqual([]);
    expect(notPrinted(['09:01  tw', '09:03  four'], output)).toEqual(['09:01  tw', '09:03  four']);
    expect(notPrinted(['09:02  three', '09:00  one'], output)).toEqual(['09:00  one']);
  });
});
