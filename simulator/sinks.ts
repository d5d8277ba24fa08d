import { postCard } from '../functions/post-card/handler.ts';
import { sendWebhook } from '../functions/send-webhook/handler.ts';
import { writeCrm } from '../functions/write-crm/handler.ts';
import { nodeDigests } from '../shared/adapters/node/node-digests.ts';
import type { SqsHandler } from '../shared/application/sqs-handler.ts';
import { SINK_RECEIVES } from '../shared/contracts/sinks/sink-queues.ts';
import { factsOf, type SinkFunctionName, TOLD_BY } from '../shared/contracts/sinks/told-by.ts';
import type { FactEvent } from '../shared/domain/lead/fact-event.ts';
import type { Sink } from '../shared/domain/sink/sink.ts';
import type { DecisionPorts, Ports } from '../shared/ports/ports.ts';
import type { SecretStore } from '../shared/ports/secret-store.ts';
import type { SinkCounts } from '../shared/ports/sink-counts.ts';
import type { SinkQueues } from '../shared/ports/sink-queues.ts';
import type { WebCalls } from '../shared/ports/web-calls.ts';
import type { Host } from './host.ts';

export interface EmbeddedSinksOptions extends DecisionPorts, Pick<Ports, 'linkBase'> {
  readonly host: Pick<Host, 'queues'>;
  readonly sinks: readonly Sink[];
  readonly secrets: SecretStore;
  /** The APIs that are told. */
  readonly calls: WebCalls;
  readonly counts?: SinkCounts;
}

/** The functions between the bus and other systems, in one process. What their queues hold is worked off by `host.queues.drain`. */
export interface EmbeddedSinks {
  /** A fact, as the rules of the bus hand it to the queue of each sink that hears it. */
  tell(fact: FactEvent): void;
}

const queueOf = ({ name }: Sink): string => `sink:${name}`;

export const createEmbeddedSinks = (options: EmbeddedSinksOptions): EmbeddedSinks => {
  const { host, sinks, counts = { count: () => {} } } = options;
  const { queues } = host;
  const hiding: SinkQueues = {
    sinkOf: (queue) => sinks.find((sink) => queueOf(sink) === queue)?.name,
    hide: async ({ messageId }, ms) => queues.hide(messageId, ms),
  };
  const ports = { ...options, counts, queues: hiding, digests: nodeDigests };
  const functions: Readonly<Record<SinkFunctionName, SqsHandler>> = {
    'send-webhook': sendWebhook(ports),
    'write-crm': writeCrm(ports),
    'post-card': postCard(ports),
  };
  for (const sink of sinks) queues.consume(queueOf(sink), functions[TOLD_BY[sink.kind]], SINK_RECEIVES);
  return {
    tell: ({ type, detail }) => {
      for (const sink of sinks.filter((one) => factsOf(one).includes(type)))
        queues.send(queueOf(sink), JSON.stringify({ 'detail-type': type, detail }));
    },
  };
};
