import { Argument, Option, Command as Parser } from 'commander';
import type { Command, Group, Streams } from './command.ts';
import { UsageError } from './failure.ts';
import { examplesText, usageOf } from './help.ts';
import { flagOf, type Parameter, written } from './parameter.ts';

/** The innermost command that the command line named, and what it answered. */
export interface Asked {
  parser: Parser;
  answer: boolean;
}

/** An option is given once, and with a value. */
const addOption = (parser: Parser, parameter: Exclude<Parameter, { kind: 'argument' }>): void => {
  const { key, description, fallback } = parameter;
  const flags = written(parameter);
  parser.addOption(new Option(flags, fallback === undefined ? description : `${description} (default: ${fallback})`));
  if (parameter.kind === 'flag') return;
  let before: string | undefined;
  parser.on(`option:${flagOf(key).slice(2)}`, (value: string) => {
    if (before !== undefined) throw new UsageError(`${flagOf(key)} is given twice: '${before}' and '${value}'`);
    if (value.startsWith('--')) throw new UsageError(`${flags} has no value: '${value}' follows it`);
    before = value;
  });
};

const addParameters = (parser: Parser, { parameters, examples }: Command): void => {
  for (const parameter of parameters) {
    // Whether one is missing, the command finds out when it reads all that was given.
    if (parameter.kind === 'argument') parser.addArgument(new Argument(`[${parameter.key}]`, parameter.description));
    else addOption(parser, parameter);
  }
  parser.usage(usageOf(parameters)).addHelpText('after', examplesText(examples));
};

/** By key: options as they are, arguments by their places. */
const givenTo = (parser: Parser, { parameters }: Command): Readonly<Record<string, unknown>> => {
  const places = parameters.filter(({ kind }) => kind === 'argument');
  const args = places
    .map(({ key }, nth): readonly [string, unknown] => [key, parser.processedArgs[nth]])
    .filter(([, value]) => value !== undefined);
  return { ...parser.opts(), ...Object.fromEntries(args) };
};

const inSentences = ({ summary, details }: Command | Group): string => {
  const sentence = `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`;
  return details === undefined ? sentence : `${sentence} ${details}`;
};

interface Target {
  readonly asked: Asked;
  readonly streams: Streams;
}

const addCommands = (parser: Parser, commands: readonly (Command | Group)[], target: Target): void => {
  const { asked, streams } = target;
  parser.usage('<command> [options]').hook('preSubcommand', (_, innermost) => {
    asked.parser = innermost;
  });
  for (const one of commands) {
    const child = new Parser(one.name).copyInheritedSettings(parser);
    child.summary(one.summary).description(inSentences(one));
    parser.addCommand(child);
    if (one.kind === 'group') {
      addCommands(child, one.commands, target);
    } else {
      addParameters(child, one);
      child.action(async () => {
        asked.answer = await one.run(givenTo(child, one), streams);
      });
    }
  }
};

export interface Product {
  readonly name: string;
  readonly summary: string;
  readonly version: string;
  readonly commands: readonly (Command | Group)[];
  /** What stands below the list of commands. */
  readonly footer: string;
}

/** The command line as commander reads it. Help goes to stdout; whatever is wrong is thrown. */
export const createProgram = ({ name, summary, version, commands, footer }: Product, streams: Streams): Asked => {
  const parser = new Parser(name)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: () => {},
      outputError: () => {},
    })
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .description(summary)
    .version(version)
    .addHelpText('after', `\n${footer}`);
  const asked: Asked = { parser, answer: true };
  addCommands(parser, commands, { asked, streams });
  return asked;
};
