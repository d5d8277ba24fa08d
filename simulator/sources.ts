import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { reconcileSources } from '../functions/reconcile-sources/handler.ts';
import { translateLead } from '../functions/translate-lead/handler.ts';
import { nodeDigests } from '../shared/adapters/node/node-digests.ts';
import { packed, unpacked } from '../shared/adapters/node/packed.ts';
import { fetchBy } from '../shared/application/receiving/fetch-lead.ts';
import { receiveByWeb } from '../shared/application/receiving/receive-by-web.ts';
import type { Received } from '../shared/application/receiving/receive-request.ts';
import { readSourceRequest } from '../shared/contracts/http/source-request.ts';
import { readReceivedMessage, receivedMessage } from '../shared/contracts/sources/received-message.ts';
import type { Source } from '../shared/domain/source/source.ts';
import { toIso } from '../shared/domain/time/instant.ts';
import type { DecisionPorts } from '../shared/ports/ports.ts';
import type { ReceivedQueue } from '../shared/ports/received-queue.ts';
import type { SecretStore } from '../shared/ports/secret-store.ts';
import type { SourceBus } from '../shared/ports/source-bus.ts';
import type { SourceCounts } from '../shared/ports/source-counts.ts';
import type { WebCalls } from '../shared/ports/web-calls.ts';
import type { Host } from './host.ts';

export interface EmbeddedSourcesOptions extends Pick<DecisionPorts, 'store' | 'ids' | 'observer'> {
  readonly host: Host;
  readonly sources: readonly Source[];
  readonly secrets: SecretStore;
  /** The APIs that leads are fetched from. */
  readonly calls: WebCalls;
  readonly sourceBus: SourceBus;
  readonly counts?: SourceCounts;
  readonly ignore?: (why: string) => void;
  /** Stands in for the queue between the functions; gets the one that it stands for. */
  readonly received?: (queue: ReceivedQueue) => ReceivedQueue;
}

/** The functions between other systems and the bus, in one process. What the queue holds is worked off by `host.queues.drain`. */
export interface EmbeddedSources {
  /** A request to the HTTP API of the sources. */
  request(event: APIGatewayProxyEventV2): Promise<Received>;
  /** What is done every hour. */
  reconcile(): Promise<void>;
  /** An event of a partner's bus. */
  tell(event: { readonly id: string; readonly source: string; readonly detail?: unknown }): void;
}

const QUEUE = 'translate-lead';

export const createEmbeddedSources = (options: EmbeddedSourcesOptions): EmbeddedSources => {
  const { host, sources, secrets, calls, counts = { count: () => {} }, ignore = () => {} } = options;
  const { time, queues } = host;
  const queue: ReceivedQueue = {
    keep: async (request) => {
      queues.send(QUEUE, receivedMessage(request, packed));
      return true;
    },
  };
  const received = options.received?.(queue) ?? queue;
  const { store, ids, observer, sourceBus } = options;
  const shared = { time, observer, sources, counts, digests: nodeDigests };
  const fetch = fetchBy({ calls, secrets, counts });
  queues.consume(
    QUEUE,
    translateLead({
      ...{ ...shared, store, ids, sourceBus, ignore },
      fetch,
      readMessage: (body) => readReceivedMessage(body, unpacked),
    }),
  );
  return {
    reconcile: reconcileSources({ ...shared, store, received, fetch }),
    request: (event) => receiveByWeb(readSourceRequest(event), { ...shared, secrets, received }),
    tell: (event) => queues.send(QUEUE, JSON.stringify({ time: toIso(time.now()), ...event })),
  };
};
