import { SECOND_MS } from '../../domain/time/durations.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Digests } from '../../ports/digests.ts';

const SECRET_PREFIX = 'whsec_';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export interface Signing {
  readonly id: string;
  readonly at: Instant;
  readonly body: string;
  /** Each makes a signature, so that either is enough for whoever verifies. */
  readonly secrets: readonly string[];
}

/** Headers of Standard Webhooks 1.0. */
export const signedHeaders = (
  { id, at, body, secrets }: Signing,
  digests: Digests,
): Readonly<Record<string, string>> => {
  const timestamp = String(Math.floor(at / SECOND_MS));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64');
    return `v1,${Buffer.from(digests.hmac('sha256', key, utf8(`${id}.${timestamp}.${body}`))).toString('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
};
