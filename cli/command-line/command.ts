import type { Writable } from 'node:stream';
import * as z from 'zod';
import { UsageError } from './failure.ts';
import { flagOf, type Parameter, parametersOf, type Shape, written } from './parameter.ts';

export interface Streams {
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean };
}

interface Described {
  readonly name: string;
  /** A line for the list of commands, from its verb on. */
  readonly summary: string;
  /** What else its own help says, in sentences. */
  readonly details?: string;
}

/** A command line that works from the root of the repository, or shows what to put in. */
export interface Example {
  readonly line: string;
  readonly does: string;
}

/** One command, as the parser needs it: with what it takes, whatever that is. */
export interface Command extends Described {
  readonly kind: 'command';
  readonly examples: readonly Example[];
  readonly parameters: readonly Parameter[];
  /** Reads what was given by key and runs. Answers false where what was asked is not so. Throws UsageError. */
  run(given: Readonly<Record<string, unknown>>, streams: Streams): Promise<boolean>;
}

/** Commands that are about the same, such as `refused list` and `refused show`. */
export interface Group extends Described {
  readonly kind: 'group';
  readonly commands: readonly (Command | Group)[];
}

interface Declared<S extends Shape> extends Described {
  readonly examples: readonly [Example, ...Example[]];
  /** By key: what `option`, `flag` and `argument` of parameter.ts make. */
  readonly takes: S;
  /** Loads what it needs by `await import`, so that other commands start without it. */
  run(values: z.output<z.ZodObject<S>>, streams: Streams): Promise<boolean>;
}

const complaint = (
  { path, message }: z.core.$ZodIssue,
  given: Readonly<Record<string, unknown>>,
  parameters: readonly Parameter[],
): string => {
  const parameter = parameters.find(({ key }) => key === path[0]);
  if (parameter === undefined) return message;
  const { key } = parameter;
  if (!(key in given)) return `${written(parameter)} is missing`;
  return `${parameter.kind === 'argument' ? key : flagOf(key)} '${given[key]}' ${message}`;
};

/** Declares a command; that it is there, commands.ts says. */
export const command = <const S extends Shape>({ takes, run, ...declared }: Declared<S>): Command => {
  const schema = z.object(takes);
  const parameters = parametersOf(takes);
  return {
    kind: 'command',
    ...declared,
    parameters,
    run: async (given, streams) => {
      const read = schema.safeParse(given);
      if (read.success) return run(read.data, streams);
      const [first = 'it is not understood', ...more] = read.error.issues.map((issue) =>
        complaint(issue, given, parameters),
      );
      throw new UsageError(first, ...more);
    },
  };
};

/** Declares commands that are written behind the name of the group. */
export const group = (declared: Omit<Group, 'kind'>): Group => ({ kind: 'group', ...declared });
