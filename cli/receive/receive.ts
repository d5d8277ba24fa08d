import type { Writable } from 'node:stream';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { createMemoryStore } from '../../shared/adapters/memory/memory-store.ts';
import { createSeededIds } from '../../shared/adapters/memory/seeded-ids.ts';
import { readSources } from '../../shared/agreement/sources/read-sources.ts';
import { createQueues } from '../../simulator/queues.ts';
import { createTimers, createVirtualTime } from '../../simulator/scheduler.ts';
import { createEmbeddedSources } from '../../simulator/sources.ts';
import { createOutput } from '../output.ts';
import { SILENT } from '../silent-observer.ts';
import { pretendedApi } from './pretended-api.ts';
import { printStep, type Step } from './print-step.ts';
import { type RecordedRequest, readApi, readRequests, readSecrets } from './requests.ts';

export interface ReceiveOptions {
  readonly agreement: string;
  readonly requests: string;
  readonly secrets: string;
  readonly api?: string;
  readonly json: boolean;
}

const lowerCased = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** As the HTTP API hands a request on. */
const httpEvent = ({ method, url, headers, bodyBase64 }: RecordedRequest): APIGatewayProxyEventV2 => {
  const [, domainName = '', rawPath = url, rawQueryString = ''] =
    /^https?:\/\/([^/?]*)([^?]*)\??(.*)$/s.exec(url) ?? [];
  const http = { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '', userAgent: '' };
  return {
    ...{ version: '2.0', routeKey: '$default', rawPath, rawQueryString, headers: lowerCased(headers) },
    ...{ body: bodyBase64, isBase64Encoded: true },
    requestContext: {
      ...{ accountId: '', apiId: '', domainName, domainPrefix: '', requestId: '', routeKey: '$default' },
      ...{ stage: '$default', time: '', timeEpoch: 0, http },
    },
  };
};

/** A body is JSON where it is shown. */
const bodyShown = (body: string | undefined): { readonly body?: unknown } =>
  body === undefined ? {} : { body: JSON.parse(body) };

/** Plays recorded requests through the functions that they would come to, and prints all that comes of each. Throws UnsoundAgreement, UnusableFile. */
export const receive = async (options: ReceiveOptions, stdout: Writable): Promise<boolean> => {
  const sources = await readSources(options.agreement);
  const secrets = readSecrets(options.secrets);
  const answers = options.api === undefined ? [] : readApi(options.api);
  const output = createOutput(stdout);
  const print = (step: Step): void => printStep(step, options.json, output.line);
  // Each request at its own instant, in whatever order they are.
  let now = 0;
  const time = { ...createVirtualTime(0), now: () => now };
  const timers = createTimers();
  const host = { time, timers, queues: createQueues(time, timers) };
  const store = createMemoryStore();
  store.onCommit(({ events }) => {
    for (const { detail } of events)
      if ('problems' in detail.data) print({ type: 'LeadRefused', problems: detail.data.problems });
  });
  const embedded = createEmbeddedSources({
    ...{ host, sources, store, ids: createSeededIds(1) },
    observer: {
      ...SILENT,
      error: (_, error) => print({ type: 'Waits', why: error instanceof Error ? error.message : String(error) }),
    },
    secrets: {
      read: async (name) => {
        const source = name.slice('sources/'.length);
        return Object.hasOwn(secrets, source) ? secrets[source] : undefined;
      },
    },
    calls: pretendedApi(answers, ({ method, url, body }) => print({ type: 'Call', method, url, ...bodyShown(body) })),
    sourceBus: {
      put: async (events) => {
        for (const event of events) print({ type: 'Put', event });
      },
    },
    ignore: (why) => print({ type: 'Ignored', why }),
  });
  for (const recorded of readRequests(options.requests)) {
    now = recorded.at;
    if ('event' in recorded) embedded.tell(recorded.event);
    else {
      const { response, answer } = await embedded.request(httpEvent(recorded));
      print({ type: 'Response', ...response });
      if (answer !== undefined) print({ type: 'Answer', ...answer });
    }
    await host.queues.drain();
    await output.flush();
  }
  await output.flush(true);
  return true;
};
