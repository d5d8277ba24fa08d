import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { command, group } from '../../cli/command-line/command.ts';
import { argument, flag, option, parametersOf } from '../../cli/command-line/parameter.ts';
import type { Product } from '../../cli/command-line/program.ts';
import { PRODUCT } from '../../cli/product.ts';
import { refused, runIn } from '../support/scenario/command-line.ts';

describe('a command that is declared', () => {
  const heard: unknown[] = [];
  const show = command({
    name: 'show',
    summary: 'shows one',
    takes: {
      id: argument('which', z.string()),
      dryRun: flag('only say so'),
      limit: option('number', 'at most', z.string().regex(/^\d+$/, 'is no number').transform(Number).default(10)),
      note: option('text', 'why', z.string().exactOptional()),
    },
    examples: [{ line: 'golden-hour refused show 7', does: 'shows the seventh' }],
    run: async (values) => {
      heard.push(values);
      return values.id !== 'none';
    },
  });
  const list = command({
    name: 'list',
    summary: 'lists all',
    takes: {},
    examples: [{ line: 'golden-hour refused list', does: 'lists all' }],
    run: async () => true,
  });
  const nested: Product = {
    ...PRODUCT,
    commands: [group({ name: 'refused', summary: 'looks at what was refused', commands: [list, show] })],
  };

  it('gets what was given, read', async () => {
    expect((await runIn(nested, 'refused', 'show', '7', '--limit=3', '--dry-run')).code).toBe(0);
    expect(heard.pop()).toEqual({ id: '7', limit: 3, dryRun: true });
    expect((await runIn(nested, 'refused', 'show', '--note', '-', 'none')).code).toBe(1);
    expect(heard.pop()).toEqual({ id: 'none', limit: 10, dryRun: false, note: '-' });
  });

  it('has a help of its own inside a group', async () => {
    const { stdout } = await runIn(nested, 'help', 'refused', 'show');
    expect(stdout).toMatch(/^Usage: golden-hour refused show <id> \[options\]/);
    expect(stdout).toMatch(/--limit <number> +at most \(default: 10\)/);
    expect((await runIn(nested, 'refused', 'help', 'show')).stdout).toBe(stdout);
    expect((await runIn(nested, 'help', 'refused')).stdout).toMatch(/list +lists all\n +show +shows one/);
  });

  it.each([
    [['refused'], 'golden-hour: a command is missing', 'golden-hour refused <command> [options]'],
    [
      ['refused', 'shwo', '--help'],
      "golden-hour: unknown command 'shwo'. Did you mean show?",
      'golden-hour refused <command> [options]',
    ],
    [['refused', 'show'], 'golden-hour: <id> is missing', 'golden-hour refused show <id> [options]'],
    [
      ['refused', 'show', '7', '--limit', 'x'],
      "golden-hour: --limit 'x' is no number",
      'golden-hour refused show <id> [options]',
    ],
    [['refused', 'list', '--dry-run'], "golden-hour: unknown option '--dry-run'", 'golden-hour refused list [options]'],
  ])('refuses %j with the usage of the innermost command', async (args, said, usage) => {
    const told = await refused(nested, ...args);
    expect(told.said).toEqual([said]);
    expect(told.usage).toContain(`Usage: ${usage} (golden-hour help refused`);
  });

  it('cannot take what is not described', () => {
    expect(() => parametersOf({ id: z.string() })).toThrow('id is neither option, flag nor argument');
  });
});
