import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readInstant } from '../shared/contracts/events/read-instant.ts';
import type { Instant } from '../shared/domain/time/instant.ts';
import { UsageError } from './usage.ts';

const options = {
  agreement: { type: 'string' },
  events: { type: 'string' },
  until: { type: 'string' },
  json: { type: 'boolean', default: false },
  coverage: { type: 'boolean', default: false },
  seed: { type: 'string', default: '1' },
  lead: { type: 'string' },
  with: { type: 'string' },
  map: { type: 'string' },
  out: { type: 'string' },
  stack: { type: 'string', default: 'GoldenHour' },
  help: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parse>['values'];

const parse = (args: string[]) => parseArgs({ args, options, allowPositionals: true, strict: true });

/** What was given on the command line; every reader here throws UsageError. */
export const parseOrExplain = (args: string[]) => {
  try {
    return parse(args);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

export const needed = (values: Values, name: 'agreement' | 'with' | 'events' | 'lead' | 'map'): string => {
  const value = values[name];
  if (value === undefined) throw new UsageError(`--${name} is missing`);
  return value;
};

/** A file or folder that there is. */
export const given = (values: Values, name: 'agreement' | 'with' | 'events' | 'map'): string => {
  const value = needed(values, name);
  if (!existsSync(value)) throw new UsageError(`--${name} ${value}: there is no such file or folder`);
  return value;
};

/** Epoch milliseconds of --until, where it is given. */
export const untilOf = (text: string | undefined): { until?: Instant } => {
  if (text === undefined) return {};
  const until = readInstant(text);
  if (until === undefined) throw new UsageError(`--until ${text} is not an instant such as 2026-11-02T09:00:00Z`);
  return { until };
};

export const seedOf = (text: string): number => {
  if (!/^\d{1,10}$/.test(text)) throw new UsageError(`--seed ${text} is not a whole number`);
  return Number(text);
};
