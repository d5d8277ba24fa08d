import { GetParameterCommand, ParameterNotFound, type SSMClient } from '@aws-sdk/client-ssm';
import { MINUTE_MS, SECOND_MS } from '../../domain/time/durations.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { type SecretName, type SecretStore, SecretUnreadable } from '../../ports/secret-store.ts';
import type { TimeSource } from '../../ports/time-source.ts';

/** What was put meanwhile is known so much later: of two that are valid at once, the old one as long. */
const KNOWN_MS = 5 * MINUTE_MS;
/** Nothing was kept: somebody is about to put it, and SSM takes 40 questions a second of an account. */
const MISSED_MS = 10 * SECOND_MS;

export interface SsmSecretStoreOptions {
  readonly client: SSMClient;
  /** Ends with a slash; the name of a parameter is this and the name of the secret. */
  readonly prefix: string;
  readonly time: Pick<TimeSource, 'now'>;
}

interface Known {
  readonly at: Instant;
  readonly value: unknown;
}

const isFresh = ({ at, value }: Known, now: Instant): boolean =>
  now - at < (value === undefined ? MISSED_MS : KNOWN_MS);

const parsed = (name: SecretName, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The error quotes the text.
    throw new SecretUnreadable(name, 'it is no JSON');
  }
};

/** SecureStrings of SSM. While SSM does not answer, what was known last is still good. */
export const createSsmSecretStore = ({ client, prefix, time }: SsmSecretStoreOptions): SecretStore => {
  const known = new Map<SecretName, Known>();
  const ask = async (name: SecretName): Promise<unknown> => {
    try {
      const { Parameter } = await client.send(
        new GetParameterCommand({ Name: `${prefix}${name}`, WithDecryption: true }),
      );
      return Parameter?.Value === undefined ? undefined : parsed(name, Parameter.Value);
    } catch (error) {
      if (error instanceof ParameterNotFound) return undefined;
      if (error instanceof SecretUnreadable) throw error;
      throw new SecretUnreadable(name, error instanceof Error ? error.name : 'no answer');
    }
  };
  return {
    read: async (name) => {
      const now = time.now();
      const before = known.get(name);
      if (before !== undefined && isFresh(before, now)) return before.value;
      try {
        const value = await ask(name);
        known.set(name, { at: now, value });
        return value;
      } catch (error) {
        if (before?.value === undefined) throw error;
        return before.value;
      }
    },
  };
};
