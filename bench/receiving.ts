import { receiveWebhook } from '../functions/receive-webhook/handler.ts';
import { createMemoryStore } from '../shared/adapters/memory/memory-store.ts';
import { createSeededIds } from '../shared/adapters/memory/seeded-ids.ts';
import { nodeDigests } from '../shared/adapters/node/node-digests.ts';
import { packed } from '../shared/adapters/node/packed.ts';
import { receivedMessage } from '../shared/contracts/sources/received-message.ts';
import type { SourceKind } from '../shared/domain/vocabulary/source-kinds.ts';
import { createHost } from '../simulator/host.ts';
import { createEmbeddedSources } from '../simulator/sources.ts';
import { httpEvent } from '../test/support/pages/http-event.ts';
import { SAMPLES, textOf } from '../test/support/sources/bodies.ts';
import { signed } from '../test/support/sources/signed.ts';
import { addressOf, sourceOf, TOKEN } from '../test/support/sources/source.ts';
import { percentile, printTable, whole } from './table.ts';

const NOW = Date.UTC(2026, 10, 16, 9);
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const KINDS = ['typeform', 'meta', 'hubspot', 'segment', 'json'] as const satisfies readonly SourceKind[];
const REQUESTS = 2_000;
/** As many as Segment puts into one request. */
const BATCH = 4_000;

const batch = (): string =>
  JSON.stringify(
    Array.from({ length: BATCH }, (_, nth) => ({
      ...{ type: 'identify', messageId: `m${nth}`, timestamp: '2026-11-16T08:51:18Z' },
      traits: { email: `person${nth}@company${nth % 700}.example`, name: 'Ines Marin' },
    })),
  );

const eventOf = (kind: SourceKind, body: string, secret = SECRET) => {
  const source = sourceOf(kind);
  const { pathname } = new URL(addressOf(source));
  const { headers } = signed(kind, { url: `https://localhost${pathname}`, body, secret, now: NOW });
  return httpEvent({ method: 'POST', path: pathname, body, headers });
};

/** Milliseconds that each took, but for the first, when code is compiled. */
const timed = async (times: number, work: () => Promise<unknown>): Promise<readonly number[]> => {
  const took: number[] = [];
  for (let nth = 0; nth <= times; nth += 1) {
    const started = performance.now();
    await work();
    took.push(performance.now() - started);
  }
  return took.slice(1);
};

const milliseconds = (value: number): string => value.toFixed(2);

/** Verifying, packing and answering; SQS and SSM are left out, whose calls take some 10 ms each on AWS. */
const benchAnswers = async (): Promise<void> => {
  let bytes = 0;
  const handler = receiveWebhook({
    sources: [...KINDS].map((kind) => sourceOf(kind)),
    secrets: { read: async () => ({ token: TOKEN, secrets: [SECRET] }) },
    digests: nodeDigests,
    time: { now: () => NOW, pause: async () => {} },
    observer: { info: () => {}, warn: () => {}, error: () => {}, count: () => {}, measure: () => {} },
    counts: { count: () => {} },
    received: {
      keep: async (request) => {
        bytes = receivedMessage(request, packed).length;
        return true;
      },
    },
  });
  const rows: string[][] = [];
  const add = async (name: string, times: number, event: ReturnType<typeof eventOf>, status: number): Promise<void> => {
    const answer = await handler(event);
    if (answer.statusCode !== status) throw new Error(`${name} was answered by ${answer.statusCode}`);
    const took = await timed(times, () => handler(event));
    const sum = took.reduce((all, one) => all + one, 0);
    rows.push([
      name,
      ...[percentile(took, 0.5), percentile(took, 0.99)].map(milliseconds),
      whole((1_000 * took.length) / sum),
    ]);
  };
  for (const kind of KINDS) await add(kind, REQUESTS, eventOf(kind, textOf(SAMPLES[kind])), 200);
  await add('forged', REQUESTS, eventOf('typeform', textOf(SAMPLES.typeform), 'an0ther'), 401);
  await add(`segment, a batch of ${whole(BATCH)}`, 20, eventOf('segment', batch()), 200);
  const size = `${whole(batch().length / 1_024)} KiB, ${whole(bytes / 1_024)} KiB in the queue`;
  printTable('receive-webhook, a request (ms), and a second', ['', 'p50', 'p99', 'a second'], rows);
  console.log(`  the batch is ${size}`);
};

/** What the queue holds is read: by translate-lead, whose events go nowhere. */
const benchReading = async (): Promise<void> => {
  const host = createHost(NOW);
  let events = 0;
  const embedded = createEmbeddedSources({
    ...{ host, sources: [sourceOf('segment')], store: createMemoryStore(), ids: createSeededIds(1) },
    observer: { info: () => {}, warn: () => {}, error: () => {}, count: () => {}, measure: () => {} },
    secrets: { read: async () => ({ token: TOKEN, secrets: [SECRET] }) },
    calls: { call: async () => ({ status: 404, headers: {}, body: '{}' }) },
    sourceBus: {
      put: async (put) => {
        events += put.length;
      },
    },
  });
  await embedded.request(eventOf('segment', batch()));
  const started = performance.now();
  await host.queues.drain();
  const took = performance.now() - started;
  printTable(
    'translate-lead, the same batch',
    ['', ''],
    [
      ['events', whole(events)],
      ['time', `${whole(took)} ms`],
    ],
  );
};

export const benchReceiving = async (): Promise<void> => {
  await benchAnswers();
  await benchReading();
};
