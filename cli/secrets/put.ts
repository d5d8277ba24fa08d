import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { SINK_SECRETS } from '../../shared/contracts/sinks/sink-secrets.ts';
import { SLACK_SECRET, slackSecrets } from '../../shared/contracts/sinks/slack-secrets.ts';
import { sourceSecrets } from '../../shared/contracts/sources/source-secrets.ts';
import type { SecretName } from '../../shared/ports/secret-store.ts';
import type { Streams } from '../command-line/command.ts';
import { UnusableInput } from '../command-line/failure.ts';
import { nextSecrets, nextSinkSecrets } from './next-secrets.ts';
import type { Secrets } from './open-secrets.ts';

export interface PutOptions {
  readonly name: string;
  readonly file?: string | undefined;
  readonly newAddress: boolean;
  readonly only: boolean;
}

const text = z.string().min(1, 'must not be empty');

const given = z.strictObject({
  token: z
    .string()
    .regex(/^[\w-]{16,}$/, 'expected at least 16 letters, digits, "-" and "_"')
    .exactOptional(),
  secrets: z.array(text).max(2, 'two are valid at once').exactOptional(),
  apiToken: text.exactOptional(),
  clientId: text.exactOptional(),
  clientSecret: text.exactOptional(),
  verifyToken: text.exactOptional(),
  apiTokenUntil: z.iso.date().exactOptional(),
});

const sink = z.looseObject({
  secrets: z.array(text).max(2, 'two are valid at once').exactOptional(),
  urls: z.record(z.string(), z.unknown()).exactOptional(),
});

/** What a parameter of SSM holds. */
const MOST_BYTES = 8_192;

const unusable = (
  file: string | undefined,
  [first]: readonly Pick<z.core.$ZodIssue, 'path' | 'message'>[],
): UnusableInput =>
  new UnusableInput(`${file ?? 'It'}: ${first?.path.join('.') || 'it'}: ${first?.message ?? 'cannot be used'}`);

/** No message quotes what stands in the file. */
const readGiven = <T>(file: string | undefined, schema: z.ZodType<T>): T => {
  let value: unknown = {};
  try {
    if (file !== undefined) value = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new UnusableInput(`${file} is no JSON that can be read`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw unusable(file, parsed.error.issues);
};

/** 128 bits. */
const freshToken = (): string => randomBytes(16).toString('base64url');

/** Answers the newest token. */
const putSource = async (secrets: Secrets, { name, file, newAddress, only }: PutOptions): Promise<string> => {
  const key: SecretName = `sources/${name}`;
  const before = sourceSecrets.safeParse(await secrets.read(key));
  const next = nextSecrets(before.success ? before.data : undefined, {
    ...{ given: readGiven(file, given), freshToken: freshToken(), only },
    isAddressNew: newAddress,
  });
  await secrets.put(key, next, next.apiTokenUntil);
  const [token = ''] = [next.token].flat();
  return token;
};

/** What it is of the command does not know; functions read no other. */
const isOfSomeSink = (value: unknown): boolean =>
  Object.values(SINK_SECRETS).some((schema) => schema.safeParse(value).success);

const putSink = async (
  secrets: Secrets,
  { name, file, only }: PutOptions,
  { stdout, stderr }: Streams,
): Promise<void> => {
  const key: SecretName = `sinks/${name}`;
  const before = sink.safeParse(await secrets.read(key));
  const next = nextSinkSecrets(before.data, readGiven(file, sink), only);
  const isSlack = key === SLACK_SECRET;
  const schema = isSlack ? slackSecrets : 'urls' in next ? SINK_SECRETS.teams : undefined;
  const known = schema?.safeParse(next);
  if (known?.success === false) throw unusable(file, known.error.issues);
  if (!isSlack && !isOfSomeSink(next))
    throw new UnusableInput(`${file ?? 'without --file it'} is not what a sink takes: docs/sinks.md says what`);
  // AWS would say so too, with what is secret in its message.
  if (Buffer.byteLength(JSON.stringify(next)) > MOST_BYTES)
    throw new UnusableInput(
      `${file ?? 'It'}: more than ${MOST_BYTES} bytes are not kept in one place: make it two sinks`,
    );
  await secrets.put(key, next);
  stdout.write(`Kept as ${key}. It is used from five minutes on at the latest\n`);
  if (!isSlack) return;
  if (secrets.slackUrl === undefined) {
    stderr.write('No rep of the stack has Slack yet: deploy one, and call this again for the address of the buttons\n');
    return;
  }
  stdout.write(`${secrets.slackUrl}\n`);
  stderr.write('This address is the Request URL of "Interactivity & Shortcuts" in Slack\n');
};

/**
 * Keeps what is secret of a source or a sink, from now on, and prints the address of a source or of Slack's buttons, which is
 * to be entered at the vendor. Throws UnusableInput, StackNotRead.
 */
export const putSecret = async (
  secrets: Secrets,
  options: PutOptions,
  { stdout, stderr }: Streams,
): Promise<boolean> => {
  const [, side = 'sources', name = ''] = /^(?:(sources|sinks)\/)?([a-z0-9][a-z0-9-]{0,63})$/.exec(options.name) ?? [];
  if (name === '') {
    stderr.write(`golden-hour: ${JSON.stringify(options.name)} is no name of a source or a sink, such as demo-form\n`);
    return false;
  }
  if (side === 'sinks') {
    await putSink(secrets, { ...options, name }, { stdout, stderr });
    return true;
  }
  const token = await putSource(secrets, { ...options, name });
  if (secrets.sourcesUrl === undefined) {
    stderr.write('Kept. The stack has no sources yet: deploy a sources.yaml, and call this again for the address\n');
    return true;
  }
  stdout.write(`${secrets.sourcesUrl}${name}/${token}\n`);
  stderr.write('Enter this address at the system that sends. Whoever has it can send leads: keep it like a password\n');
  return true;
};
