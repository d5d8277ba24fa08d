import type { SourceListing } from '../../contracts/sources/listing.ts';
import type { Fetch, Fetched } from '../../contracts/sources/source.ts';
import { SOURCE_LISTINGS } from '../../contracts/sources/source-listings.ts';
import type { Source } from '../../domain/source/source.ts';
import { DAY_MS, MINUTE_MS } from '../../domain/time/durations.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { DecisionPorts, Ports } from '../../ports/ports.ts';
import type { ReceivedQueue } from '../../ports/received-queue.ts';
import type { SourceCounts } from '../../ports/source-counts.ts';

/** Looked through at the first time. */
const FIRST_MS = DAY_MS;

/** Clocks differ, and a vendor lists a lead some time after it came. What is listed twice is read twice, and counts once. */
const OVERLAP_MS = 15 * MINUTE_MS;

/** Of one source in one look: a hundred leads each. */
const MOST_LISTS = 500;

/** A look is kept as long as it may be gone on from. */
const KEPT_MS = 90 * DAY_MS;

/** More came than one look can list. The next begins where this one did. */
export class TooMuchToList extends Error {
  readonly code = 'TOO_MUCH_TO_LIST';
  constructor(source: string) {
    super(`${source} has more than ${MOST_LISTS} lists of leads since the last look: import what is missing.`);
    this.name = 'TooMuchToList';
  }
}

/** The API has no such list: its address in sources.yaml is wrong, or the token sees nothing. */
export class NoSuchList extends Error {
  readonly code = 'NO_SUCH_LIST';
  constructor(source: string) {
    super(`The API of ${source} has no list of leads: look at its apiBase, and at what its token may see.`);
    this.name = 'NoSuchList';
  }
}

export interface ReconcilingPorts extends Pick<Ports, 'time' | 'observer'> {
  readonly sources: readonly Source[];
  readonly store: DecisionPorts['store'];
  readonly received: ReceivedQueue;
  readonly counts: SourceCounts;
  readonly fetch: (request: Fetch, source: Source) => Promise<Fetched>;
}

/** Hands on, as if its source had sent it, each lead that is listed. */
const listAll = async (
  source: Source,
  listing: SourceListing,
  period: { readonly from: Instant; readonly to: Instant },
  { fetch, received }: ReconcilingPorts,
): Promise<void> => {
  const begun = listing.begin(period, source);
  const lists = [...begun];
  // Further lists join those that are asked for.
  for (const request of lists) {
    const answer = await fetch(request, source);
    if ('missing' in answer) {
      if (begun.includes(request)) throw new NoSuchList(source.name);
      continue;
    }
    const { bodies, next } = listing.read(request, answer.found, period, source);
    for (const body of bodies) {
      const headers = { 'content-type': 'application/json' };
      await received.keep({
        ...{ source: source.name, receivedAt: period.to, headers },
        body: new TextEncoder().encode(JSON.stringify(body)),
      });
    }
    lists.push(...next);
    if (lists.length > MOST_LISTS) throw new TooMuchToList(source.name);
  }
};

const lookThrough = async (source: Source, listing: SourceListing, ports: ReconcilingPorts): Promise<void> => {
  const key = { type: 'look', id: source.name } as const;
  const { value, version = 0 } = (await ports.store.load([key])).get(key) ?? {};
  const now = ports.time.now();
  await listAll(source, listing, { from: (value?.until ?? now - FIRST_MS) - OVERLAP_MS, to: now }, ports);
  // In a conflict somebody else has looked at the same time.
  await ports.store.commit([{ key, expectedVersion: version, value: { until: now }, expiresAt: now + KEPT_MS }]);
};

/**
 * Asks each source that may lose a delivery what came since the last look, and takes it as if it had been delivered: ids are
 * the same, so what was taken already changes nothing. One that does not answer keeps none of the others from it, and the
 * next look begins where its last one ended.
 */
export const reconcileSources = async (ports: ReconcilingPorts): Promise<void> => {
  for (const source of ports.sources) {
    const listing = SOURCE_LISTINGS[source.kind];
    if (listing === undefined) continue;
    try {
      await lookThrough(source, listing, ports);
    } catch (error) {
      ports.observer.error('A source could not be looked through', error, { source: source.name });
      ports.counts.count('LookFailed', source.name);
    }
  }
};
