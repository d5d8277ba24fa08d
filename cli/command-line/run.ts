import { CommanderError, type Command as Parser } from 'commander';
import { UnsoundAgreement } from '../../shared/agreement/unsound-agreement.ts';
import { counted } from '../../shared/domain/language/counted.ts';
import type { Streams } from './command.ts';
import { CommandFailure, UsageError } from './failure.ts';
import { usageLine } from './help.ts';
import { createProgram, type Product } from './program.ts';

const isGroup = (parser: Parser): boolean => parser.commands.length > 0;

/**
 * `help a b` asks what `a b --help` does. Of a command that is not there, nothing but its name is left: that it
 * is unknown matters more than the help that was asked for with it.
 */
const prepared = (args: readonly string[], program: Parser): readonly string[] => {
  const [first, ...rest] = args;
  const asked = first === 'help' ? [...rest, '--help'] : args;
  let at = program;
  for (const [nth, word] of asked.entries()) {
    if (word.startsWith('-') || word === 'help' || !isGroup(at)) return asked;
    const next = at.commands.find((one) => one.name() === word);
    if (next === undefined) return asked.slice(0, nth + 1);
    at = next;
  }
  return asked;
};

/** What commander found wrong, in our words where its own do not say enough. */
const inWords = ({ code, message }: CommanderError, parser: Parser): string => {
  const [said = '', suggestion] = message.replace('error: ', '').split('\n');
  // Commander puts it in brackets: (Did you mean --json?)
  if (suggestion !== undefined) return `${said}. ${suggestion.slice(1, -1)}`;
  switch (code) {
    case 'commander.help':
      return 'a command is missing';
    case 'commander.excessArguments':
      return `unexpected argument '${parser.args[parser.registeredArguments.length]}'`;
    case 'commander.optionMissingArgument':
      return said.replace(/^option '(.*)' .*$/, '$1 has no value');
    case 'commander.unknownOption':
      return isGroup(parser) ? `${said}. Options come after the command` : said;
    default:
      return said;
  }
};

const tell = (failure: CommandFailure, parser: Parser, { stderr }: Streams): void => {
  const messages = failure instanceof UsageError ? failure.messages : [failure.message];
  const lines = [...failure.details, ...messages.map((message) => `golden-hour: ${message}`)];
  if (failure instanceof UsageError) lines.push(usageLine(parser));
  stderr.write(`${lines.join('\n')}\n`);
};

/** Every command that reads an agreement ends so if it is not sound: its problems are the result. */
const tellProblems = ({ problems }: UnsoundAgreement, { stdout, stderr }: Streams): void => {
  stdout.write(`${problems.join('\n')}\n`);
  stderr.write(`golden-hour: ${counted(problems.length, 'problem')} in the agreement\n`);
};

/**
 * Runs a command line, the words behind `golden-hour`. Answers the exit code: 0 fine, 1 what was asked is not
 * so, 2 used wrongly. Whatever nobody foresaw is thrown.
 */
export const run = async (args: readonly string[], product: Product, streams: Streams): Promise<0 | 1 | 2> => {
  const asked = createProgram(product, streams);
  try {
    await asked.parser.parseAsync(prepared(args, asked.parser), { from: 'user' });
    return asked.answer ? 0 : 1;
  } catch (error) {
    if (error instanceof UnsoundAgreement) {
      tellProblems(error, streams);
      return 1;
    }
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const failure = error instanceof CommanderError ? new UsageError(inWords(error, asked.parser)) : error;
    if (!(failure instanceof CommandFailure)) throw error;
    tell(failure, asked.parser, streams);
    return failure.exitCode;
  }
};
