import { retryAfterMs } from '../../contracts/http/retry-after.ts';
import { SINK_SECRETS } from '../../contracts/sinks/sink-secrets.ts';
import { readToldFact } from '../../contracts/sinks/told-fact.ts';
import type { WebhookSink } from '../../domain/sink/sink.ts';
import { HOUR_MS } from '../../domain/time/durations.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Digests } from '../../ports/digests.ts';
import type { SecretStore } from '../../ports/secret-store.ts';
import type { WebCalls } from '../../ports/web-calls.ts';
import { signedHeaders } from './sign-webhook.ts';
import { DONE, later, type SinkPorts, type Tell } from './sink-handler.ts';

export interface SendingPorts extends SinkPorts {
  readonly calls: WebCalls;
  readonly secrets: SecretStore;
  readonly digests: Digests;
}

/** Who says that it is there no more is asked again this late, in case somebody has mended it. */
const GONE_MS = HOUR_MS;

/** Tells a webhook a fact, signed. */
export const sendFact = (ports: SendingPorts): Tell<WebhookSink> => {
  const { calls, secrets, digests, counts, time } = ports;
  const gone = new Map<string, Instant>();
  return async ({ name, url }, { body: message }) => {
    const now = time.now();
    if ((gone.get(url) ?? 0) > now) return later('GONE');
    const fact = readToldFact(message);
    const kept = SINK_SECRETS.webhook.safeParse(await secrets.read(`sinks/${name}`));
    if (!kept.success) {
      counts.count('SinkRefused', name);
      return later('NO_SECRET');
    }
    const body = JSON.stringify(fact);
    const { status, headers } = await calls.call({
      method: 'POST',
      url,
      headers: {
        'content-type': 'application/json',
        ...signedHeaders({ id: fact.id, at: now, body, secrets: kept.data.secrets }, digests),
      },
      body,
    });
    if (status >= 200 && status < 300) {
      counts.count('SinkTold', name);
      return DONE;
    }
    if (status === 401 || status === 403) counts.count('SinkRefused', name);
    if (status === 410) {
      gone.set(url, now + GONE_MS);
      counts.count('SinkGone', name);
    }
    return later(`ANSWERED_${status}`, retryAfterMs(headers['retry-after'], now));
  };
};
