import { accessSync, constants, existsSync, statSync } from 'node:fs';
import * as z from 'zod';
import { readInstant } from '../shared/contracts/events/read-instant.ts';
import { readEmailAddress } from '../shared/fields/email-address.ts';
import { flag, option } from './command-line/parameter.ts';

/** The path of a folder that is there; `such` says which, as in `the folder of an agreement`. */
const folder = (such: string) =>
  z.string().superRefine((path, { addIssue }) => {
    if (!existsSync(path)) addIssue(`does not exist; give ${such}`);
    else if (!statSync(path).isDirectory()) addIssue(`is not a folder; give ${such}`);
  });

const isReadable = (path: string): boolean => {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
};

/** The path of a file that is there, or of a pipe; `such` says which, as in `a CSV file`. */
export const file = (such: string) =>
  z.string().superRefine((path, { addIssue }) => {
    if (!existsSync(path)) addIssue(`does not exist; give ${such}`);
    else if (statSync(path).isDirectory()) addIssue(`is a folder; give ${such}`);
    else if (!isReadable(path)) addIssue(`cannot be read; give ${such}`);
  });

export const agreementFolder = () => folder('the folder of an agreement');
export const eventsFile = () => file('a file of events, one a line');

export const agreementOption = (description: string) => option('dir', description, agreementFolder());

export const AGREEMENT = agreementOption('the folder of the agreement');
export const EVENTS = option('file', 'the feed: inbound events, one a line', eventsFile());

/** Epoch milliseconds. */
const instant = z.string().transform((text, { addIssue }) => {
  const at = readInstant(text);
  if (at !== undefined) return at;
  addIssue('is not an instant with an offset or Z; give one such as 2026-11-02T09:00:00Z');
  return z.NEVER;
});

export const UNTIL = option('instant', 'end at this instant, such as 2026-11-02T09:00:00Z', instant.exactOptional());

const seed = z
  .string()
  .regex(/^\d{1,10}$/, 'is not a whole number of up to ten digits; give one such as 7')
  .transform(Number);

export const SEED = option('number', 'what the ids are made from: another number gives other ids', seed.default(1));

/** An e-mail address in any spelling, as the identity of its lead. */
export const emailAddress = z.string().transform((text, { addIssue }) => {
  const reading = readEmailAddress(text);
  if ('value' in reading) return reading.value.identity;
  addIssue('is not an e-mail address; give one such as jo@acme.example');
  return z.NEVER;
});

export const STACK = option('name', 'the stack', z.string().default('GoldenHour'));

export const JSON_OUTPUT = flag('print JSON, for programs to read');
