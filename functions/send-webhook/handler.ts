import { type SendingPorts, sendFact } from '../../shared/application/sinks/send-fact.ts';
import { sinkHandler } from '../../shared/application/sinks/sink-handler.ts';
import { isWebhook } from '../../shared/domain/sink/sink.ts';

/** Tells webhooks of sinks.yaml the facts that they want, each signed, until they have taken it. */
export const sendWebhook = (ports: SendingPorts) => sinkHandler(isWebhook, sendFact(ports), ports);
