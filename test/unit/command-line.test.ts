import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Command, Group } from '../../cli/command-line/command.ts';
import { flagOf } from '../../cli/command-line/parameter.ts';
import { COMMANDS } from '../../cli/commands.ts';
import { PRODUCT } from '../../cli/product.ts';
import { refused, runIn } from '../support/scenario/command-line.ts';

const golden = (...args: readonly string[]) => runIn(PRODUCT, ...args);

const saidOf = async (...args: readonly string[]) => (await refused(PRODUCT, ...args)).said;

const lists = (commands: readonly (Command | Group)[]): readonly (readonly [path: string, Command])[] =>
  commands.flatMap((one) =>
    one.kind === 'command'
      ? [[one.name, one] as const]
      : lists(one.commands).map(([path, inner]) => [`${one.name} ${path}`, inner] as const),
  );

const ALL = lists(COMMANDS);
const AGREEMENT = ['--agreement', 'agreement'];
const SAMPLE_DAY = [...AGREEMENT, '--events', 'examples/sample-day.ndjson'];

describe('the help', () => {
  it('lists every command with its summary', async () => {
    const { code, stdout, stderr } = await golden('--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const { name, summary } of COMMANDS) {
      expect(stdout).toMatch(new RegExp(`^ {2}${name} +${summary.split(' ').slice(0, 3).join(' ')}`, 'm'));
    }
  });

  it.each(ALL)('of %s has each of its options, and an example', async (path, { parameters, examples }) => {
    const words = path.split(' ');
    const { code, stdout, stderr } = await golden('help', ...words);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^Usage: golden-hour ${path} `));
    for (const { key, kind, description } of parameters) {
      const start = kind === 'argument' ? key : flagOf(key);
      expect(stdout).toMatch(new RegExp(`^ {2}${start}( <\\w+>)? +${description.split(' ')[0]}`, 'm'));
    }
    for (const { line, does } of examples) expect(stdout).toContain(`  npx ${line}\n      ${does}\n`);
    expect(await golden(...words, '--help')).toEqual({ code, stdout, stderr });
  });

  it.each(ALL)('shows only examples of %s that it would understand', async (path, { examples, parameters }) => {
    const known = parameters.filter(({ kind }) => kind !== 'argument').map(({ key }) => flagOf(key));
    for (const { line } of examples) {
      expect(line.startsWith(`golden-hour ${path}`)).toBe(true);
      const given = line.split(' ').filter((word) => word.startsWith('--'));
      expect(given.filter((one) => !known.includes(one))).toEqual([]);
    }
  });

  it('shows in the usage what must be given', async () => {
    const { stdout } = await golden('help', 'compare');
    expect(stdout.split('\n')[0]).toBe(
      'Usage: golden-hour compare --agreement <dir> --with <dir> --events <file> [options]',
    );
  });

  it('comes before anything else that is wrong with a command that there is', async () => {
    const { code, stdout } = await golden('simulate', '--loud', '--until', 'soon', '--help');
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^Usage: golden-hour simulate /) });
  });
});

it('the version is that of the package', async () => {
  const { version }: { version: unknown } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(await golden('--version')).toEqual({
    code: 0,
    stdout: `${version}
`,
    stderr: '',
  });
});

describe('a usage error', () => {
  it.each([
    ['of no command', [], ['golden-hour: a command is missing']],
    ['of an empty one', [''], ["golden-hour: unknown command ''"]],
    ['of an unknown command', ['fly'], ["golden-hour: unknown command 'fly'"]],
    ['of a mistyped command', ['simulat'], ["golden-hour: unknown command 'simulat'. Did you mean simulate?"]],
    [
      'of one whose help is asked for',
      ['help', 'docter'],
      ["golden-hour: unknown command 'docter'. Did you mean doctor?"],
    ],
    ['likewise', ['chek', '--help'], ["golden-hour: unknown command 'chek'. Did you mean check?"]],
    [
      'of an option before the command',
      [...AGREEMENT, 'check'],
      ["golden-hour: unknown option '--agreement'. Options come after the command"],
    ],
    [
      'of a mistyped option that must be given',
      ['check', '--agrement', 'agreement'],
      ["golden-hour: unknown option '--agrement'. Did you mean --agreement?"],
    ],
    [
      'of a mistyped flag',
      ['check', ...AGREEMENT, '--jsn'],
      ["golden-hour: unknown option '--jsn'. Did you mean --json?"],
    ],
    ['of an option of another command', ['demo', '--coverage'], ["golden-hour: unknown option '--coverage'"]],
    ['of a value for a flag', ['check', ...AGREEMENT, '--json=yes'], ["golden-hour: unknown option '--json=yes'"]],
    ['of too much', ['check', 'this', ...AGREEMENT], ["golden-hour: unexpected argument 'this'"]],
    ['of too much after --', ['check', ...AGREEMENT, '--', '--json'], ["golden-hour: unexpected argument '--json'"]],
    [
      'of all that is missing',
      ['import-csv'],
      ['golden-hour: <file> is missing', 'golden-hour: --map <file> is missing'],
    ],
    ['of a value that is missing', ['check', '--agreement'], ['golden-hour: --agreement <dir> has no value']],
    [
      'of another option where the value should be',
      ['check', '--agreement', '--json'],
      ["golden-hour: --agreement <dir> has no value: '--json' follows it"],
    ],
    [
      'of an option that is given twice',
      ['check', ...AGREEMENT, '--agreement=proposal'],
      ["golden-hour: --agreement is given twice: 'agreement' and 'proposal'"],
    ],
    [
      'of a folder that is not there',
      ['check', '--agreement', 'nowhere'],
      ["golden-hour: --agreement 'nowhere' does not exist; give the folder of an agreement"],
    ],
    [
      'of a file where a folder should be',
      ['check', '--agreement', 'package.json'],
      ["golden-hour: --agreement 'package.json' is not a folder; give the folder of an agreement"],
    ],
    [
      'of a file that is not there',
      ['simulate', ...AGREEMENT, '--events', 'nowhere'],
      ["golden-hour: --events 'nowhere' does not exist; give a file of events, one a line"],
    ],
    [
      'of a folder where a file should be',
      ['simulate', ...AGREEMENT, '--events', 'examples'],
      ["golden-hour: --events 'examples' is a folder; give a file of events, one a line"],
    ],
    [
      'of what is no address',
      ['explain', ...SAMPLE_DAY, '--lead', 'nobody'],
      ["golden-hour: --lead 'nobody' is not an e-mail address; give one such as jo@acme.example"],
    ],
    [
      'of every value that is not understood',
      ['simulate', ...SAMPLE_DAY, '--until', 'soon', '--seed', '-1'],
      [
        "golden-hour: --until 'soon' is not an instant with an offset or Z; give one such as 2026-11-02T09:00:00Z",
        "golden-hour: --seed '-1' is not a whole number of up to ten digits; give one such as 7",
      ],
    ],
    [
      'of a map that is a folder',
      ['import-csv', 'package.json', '--map', 'agreement'],
      ["golden-hour: --map 'agreement' is a folder; give a map in YAML"],
    ],
  ])('%s says what is wrong, with one line of usage', async (_, args, said) => {
    expect(await saidOf(...args)).toEqual(said);
  });

  it('shows the usage of the command that was meant', async () => {
    const { usage } = await refused(PRODUCT, 'simulate', ...AGREEMENT);
    expect(usage).toBe(
      'Usage: golden-hour simulate --agreement <dir> --events <file> [options] (golden-hour help simulate tells more)',
    );
    expect((await refused(PRODUCT, 'fly')).usage).toBe(
      'Usage: golden-hour <command> [options] (golden-hour help tells more)',
    );
  });
});
