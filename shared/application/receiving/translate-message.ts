import { sourceOfEvent } from '../../contracts/sources/partner-buses.ts';
import type { ReceivedMessage } from '../../contracts/sources/received-message.ts';
import type { Source } from '../../domain/source/source.ts';
import type { DecisionPorts, Ports } from '../../ports/ports.ts';
import type { SourceBus } from '../../ports/source-bus.ts';
import type { SourceCounts } from '../../ports/source-counts.ts';
import { retryOnConflict } from '../documents/retry-on-conflict.ts';
import { refuse } from '../refuse.ts';
import {
  type Refused,
  type TranslatingPorts,
  type Translation,
  translateEvent,
  translateReceived,
} from './translate-received.ts';

/** The source of a request is in sources.yaml no more. The request waits among the dead letters for it to come back. */
export class UnknownSource extends Error {
  readonly code = 'UNKNOWN_SOURCE';
  constructor(name: string) {
    super(`sources.yaml has no source ${name} any more: add it, deploy, and redrive the dead letters.`);
    this.name = 'UnknownSource';
  }
}

export interface TranslatingMessagePorts extends TranslatingPorts, Pick<Ports, 'time' | 'ids' | 'observer'> {
  readonly sources: readonly Source[];
  readonly sourceBus: SourceBus;
  readonly store: DecisionPorts['store'];
  readonly counts: SourceCounts;
  /** Is told what is none of ours, and why. */
  readonly ignore: (why: string, source: Source | undefined) => void;
}

const translated = async (
  message: ReceivedMessage,
  ports: TranslatingMessagePorts,
): Promise<{ readonly source: Source; readonly translation: Translation } | undefined> => {
  if ('event' in message) {
    const source = sourceOfEvent(message.event.source, ports.sources);
    if (source === undefined) return undefined;
    return { source, translation: await translateEvent(message.event, message.receivedAt, source, ports) };
  }
  const { request } = message;
  const source = ports.sources.find(({ name }) => name === request.source);
  if (source === undefined) throw new UnknownSource(request.source);
  return { source, translation: await translateReceived(request, source, ports) };
};

/** One LeadRefused for each of whom nothing can be made, however often the request is read. */
const refuseAll = async (
  refused: readonly Refused[],
  source: Source,
  ports: TranslatingMessagePorts,
): Promise<void> => {
  for (const { id, problems, event } of refused) {
    const refusal = { key: `${source.name} ${id}`, problems, input: JSON.stringify(event), receipts: [] };
    await retryOnConflict('a refusal', ports, () => refuse(refusal, ports));
    ports.counts.count('SubmissionRefused', source.name);
  }
};

/**
 * Reads what was taken, and puts its events on the bus. Whatever fails is done again from the beginning: events and refusals
 * are known by their ids.
 */
export const translateMessage = async (message: ReceivedMessage, ports: TranslatingMessagePorts): Promise<void> => {
  const found = await translated(message, ports);
  if (found === undefined) return ports.ignore('an event of no source', undefined);
  const { source, translation } = found;
  await ports.sourceBus.put(translation.events);
  await refuseAll(translation.refused, source, ports);
  for (const why of translation.ignored) ports.ignore(why, source);
};
