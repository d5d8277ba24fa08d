import { sourceSecrets } from '../../contracts/sources/source-secrets.ts';
import type { Source } from '../../domain/source/source.ts';
import type { Digests } from '../../ports/digests.ts';
import type { Ports } from '../../ports/ports.ts';
import type { ReceivedQueue } from '../../ports/received-queue.ts';
import type { SecretStore } from '../../ports/secret-store.ts';
import type { SourceCounts } from '../../ports/source-counts.ts';
import { type Received, receiveRequest, sourceOfRequest } from './receive-request.ts';
import type { WebRequest } from './web-request.ts';
import { NOT_NOW, TOO_BIG } from './web-responses.ts';

export interface ReceivingByWebPorts extends Pick<Ports, 'time' | 'observer'> {
  readonly sources: readonly Source[];
  readonly secrets: SecretStore;
  readonly received: ReceivedQueue;
  readonly digests: Digests;
  readonly counts: SourceCounts;
}

/** Where requests of a source have to be answered otherwise, they are told by it. */
const countAnswer = (
  source: Source | undefined,
  { response }: Received,
  { observer, counts }: ReceivingByWebPorts,
): void => {
  // Anybody may try any name: only ours are counted by it.
  if (response.status === 401) observer.count('RequestNotAuthentic');
  else if (response.status === 413) observer.count('RequestTooBig');
  if (source === undefined) return;
  if (response.status === 200) counts.count('RequestTaken', source.name);
  else counts.count('RequestNotTaken', source.name);
};

const secretsOf = async (source: Source, { secrets }: ReceivingByWebPorts) => {
  const kept = await secrets.read(`sources/${source.name}`);
  return kept === undefined ? undefined : sourceSecrets.parse(kept);
};

const received = async (
  request: WebRequest,
  source: Source | undefined,
  ports: ReceivingByWebPorts,
): Promise<Received> => {
  try {
    const known = source && (await secretsOf(source, ports));
    const { sources, digests, time } = ports;
    const taken = receiveRequest(request, { sources, digests, now: time.now(), secretsOf: () => known });
    if (taken.kept === undefined) return taken;
    return (await ports.received.keep(taken.kept)) ? taken : { response: TOO_BIG };
  } catch (error) {
    // Nothing is kept, and its sender has to know: whoever sends again loses nothing.
    ports.observer.error('A request could not be kept', error, source === undefined ? {} : { source: source.name });
    return { response: NOT_NOW };
  }
};

/** Answers a request of another system: verified, kept, and read by somebody who has the time. */
export const receiveByWeb = async (request: WebRequest, ports: ReceivingByWebPorts): Promise<Received> => {
  const source = sourceOfRequest(request, ports.sources);
  const answer = await received(request, source, ports);
  countAnswer(source, answer, ports);
  return answer;
};
