import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { allSourceSecrets, type SourceSecrets } from '../../shared/contracts/sources/source-secrets.ts';
import { CommandFailure } from '../command-line/failure.ts';

const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

const request = z.object({
  at: instant,
  method: z.string(),
  url: z.string(),
  headers: z.record(z.string(), z.string()).default({}),
  bodyBase64: z.base64().default(''),
});

export type RecordedRequest = z.output<typeof request>;

const line = z.union([
  request,
  z.object({ at: instant, event: z.object({ id: z.string(), source: z.string(), detail: z.unknown() }) }),
]);

/** A request as it was recorded, or an event of a partner's bus. */
export type Recorded = z.output<typeof line>;

/** What the outside answers to a call: by its address, or a contact of HubSpot however it is read. */
const apiAnswer = z.object({
  match: z.string().default(''),
  status: z.int().default(200),
  authorization: z.string().optional(),
  body: z.unknown().optional(),
  contact: z.looseObject({ id: z.string() }).optional(),
});

export type ApiAnswer = z.output<typeof apiAnswer>;

/** A file that cannot be used. */
export class UnusableFile extends CommandFailure {
  override readonly name = 'UnusableFile';
  readonly code = 'UNUSABLE_FILE';
  readonly exitCode = 2;
}

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

/** A schema of either build of zod. */
interface Schema<T> {
  safeParse(
    value: unknown,
  ):
    | { readonly success: true; readonly data: T }
    | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };
}

const parsed = <T>(file: string, text: string, schema: Schema<T>, where = ''): T => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UnusableFile(`${file}${where} is no JSON`);
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [first] = read.error.issues;
  throw new UnusableFile(`${file}${where}: ${first?.path.join('.') || 'it'}: ${first?.message ?? 'cannot be read'}`);
};

export const readRequests = (file: string): readonly Recorded[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, index) => (text.trim() === '' ? [] : [parsed(file, text, line, `:${index + 1}`)]));

export const readSecrets = (file: string): Readonly<Record<string, SourceSecrets>> =>
  parsed(file, readFileSync(file, 'utf8'), allSourceSecrets);

export const readApi = (file: string): readonly ApiAnswer[] =>
  parsed(file, readFileSync(file, 'utf8'), z.array(apiAnswer));
