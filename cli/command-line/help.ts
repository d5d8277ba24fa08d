import type { Command as Parser } from 'commander';
import type { Example } from './command.ts';
import { type Parameter, written } from './parameter.ts';

/** What must be given is shown; everything else is in the list of options. */
export const usageOf = (parameters: readonly Parameter[]): string => {
  const places = parameters.filter(({ kind }) => kind === 'argument');
  const needed = parameters.filter(({ kind, optional }) => kind === 'option' && !optional);
  return [...[...places, ...needed].map(written), '[options]'].join(' ');
};

/** `golden-hour`, `refused`, `list`. */
const pathOf = (parser: Parser): readonly string[] =>
  parser.parent === null ? [parser.name()] : [...pathOf(parser.parent), parser.name()];

/** The one line that stands below a usage error. */
export const usageLine = (parser: Parser): string => {
  const [name = '', ...words] = pathOf(parser);
  return `Usage: ${[name, ...words, parser.usage()].join(' ')} (${[name, 'help', ...words].join(' ')} tells more)`;
};

export const examplesText = (examples: readonly Example[]): string =>
  ['', 'Examples:', ...examples.flatMap(({ line, does }) => [`  npx ${line}`, `      ${does}`])].join('\n');
