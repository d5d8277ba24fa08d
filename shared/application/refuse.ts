import { createHash } from 'node:crypto';
import type { KeptInput } from '../domain/documents.ts';
import { refusalEvent } from '../domain/lead/fact-event.ts';
import type { Problem } from '../domain/lead/facts.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { DecisionPorts } from '../ports/ports.ts';
import type { CommitResult, DocumentStore, Write, WriteOf } from '../ports/store.ts';
import { RECEIPT_MS } from './documents/receipts.ts';

/** How much of a refused input is shown on the bus, and how much the table keeps, in bytes of UTF-8. */
const INPUT_SHOWN = 4_096;
const INPUT_KEPT = 32_768;

const cut = (text: string, most: number): string => {
  const bytes = Buffer.from(text.slice(0, most));
  return bytes.length <= most ? text.slice(0, most) : bytes.subarray(0, most).toString().replace(/�+$/, '');
};

const keep = (input: string, problems: readonly Problem[]): KeptInput => {
  const text = cut(input, INPUT_KEPT);
  return { problems, text: text.toWellFormed(), whole: text === input };
};

/** Nobody reads more, and a refusal is one item of the table and one event. */
const PROBLEMS_SHOWN = 20;
const CHARACTERS_SHOWN = 256;

const shorten = (text: string): string =>
  text.length <= CHARACTERS_SHOWN ? text : `${text.slice(0, CHARACTERS_SHOWN - 1).toWellFormed()}…`;

const shown = (problems: readonly Problem[]): readonly Problem[] => {
  const first = problems
    .slice(0, PROBLEMS_SHOWN)
    .map(({ path, message }) => ({ path: shorten(path), message: shorten(message) }));
  const more = problems.length - first.length;
  return more === 0 ? first : [...first, { path: '', message: `and ${more} more problems` }];
};

/** Input that cannot be used, and why. */
export interface Refusal {
  /** What the input is known by: a second delivery is refused no second time. */
  readonly key: string;
  readonly problems: readonly Problem[];
  readonly input: string;
  /** Committed with the refusal. */
  readonly receipts: readonly Write[];
}

const refusalOf = ({ key, problems, input }: Refusal, now: Instant): WriteOf<'refusal'> => {
  const id = createHash('sha256').update(key).digest('hex').slice(0, 32);
  const told = shown(problems);
  const data = { problems: told, input: cut(input, INPUT_SHOWN) };
  return {
    key: { type: 'refusal', id },
    expectedVersion: 0,
    value: { at: now, problems: problems.length, kept: keep(input, told) },
    events: [refusalEvent({ type: 'LeadRefused', data }, id, now)],
    expiresAt: now + RECEIPT_MS,
  };
};

/** One LeadRefused for each input that was not refused before, to be committed with what else changes. */
export const refusalWrites = async (
  refusals: readonly Refusal[],
  now: Instant,
  store: DocumentStore,
): Promise<readonly Write[]> => {
  const writes = refusals.map((refusal) => refusalOf(refusal, now));
  const known = await store.load(writes.map(({ key }) => key));
  return writes.filter(({ key }) => known.get(key) === undefined);
};

/** Keeps one LeadRefused for the input, however often it comes. */
export const refuse = async (
  refusal: Refusal,
  { store, time }: Pick<DecisionPorts, 'store' | 'time'>,
): Promise<CommitResult> => {
  const writes = await refusalWrites([refusal], time.now(), store);
  return writes.length === 0 ? 'ok' : store.commit([...writes, ...refusal.receipts]);
};
