import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Command, Group } from '../../cli/command-line/command.ts';
import { flagOf } from '../../cli/command-line/parameter.ts';
import { COMMANDS } from '../../cli/commands.ts';

const pages = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(file));

/** Command lines as a page shows them, in a block or between backticks, without the name of the command. */
const shownIn = (page: string): readonly (readonly string[])[] =>
  [...page.replaceAll('\\\n', ' ').matchAll(/(?:npx |`)golden-hour ([^`#\n]*)/g)].map(([, words = '']) =>
    words.split(/\s+/).filter((word) => word !== ''),
  );

/** What of a command line the command does not know. */
const unknownIn = (words: readonly string[], commands: readonly (Command | Group)[] = COMMANDS): readonly string[] => {
  const [name = 'nothing', ...rest] = words;
  if (name === '--help' || name === '--version' || name === 'help') return [];
  const found = commands.find((one) => one.name === name);
  if (found === undefined) return [name];
  if (found.kind === 'group') return unknownIn(rest, found.commands);
  const known = found.parameters.map(({ key }) => flagOf(key));
  return rest.flatMap((word) => /--[a-z-]+/.exec(word) ?? []).filter((flag) => !known.includes(flag));
};

describe('the pages', () => {
  it('name only commands and options that there are', () => {
    const unknown = pages.flatMap((page) =>
      shownIn(readFileSync(page, 'utf8')).flatMap((words) => unknownIn(words).map((what) => `${page}: ${what}`)),
    );
    expect(unknown).toEqual([]);
  });

  it('of which the README names nearly every command', () => {
    const named = new Set(shownIn(readFileSync('README.md', 'utf8')).map(([name]) => name));
    // `npm start` is the demo.
    const others = COMMANDS.filter(({ name }) => !named.has(name)).map(({ name }) => name);
    expect(others).toEqual(['demo']);
  });
});

it('knows what it does not know', () => {
  const page = 'Run `golden-hour fly`, or\n```\nnpx golden-hour check \\\n  --agreement x [--loud] # quietly\n```\n';
  expect(shownIn(page).flatMap((words) => unknownIn(words))).toEqual(['fly', '--loud']);
});
