import type { Period, SourceListing } from '../../contracts/sources/listing.ts';
import type { Fetch, Fetched } from '../../contracts/sources/source.ts';
import { listingOf } from '../../contracts/sources/source-listings.ts';
import type { Source } from '../../domain/source/source.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/time/durations.ts';
import { type Instant, toIso } from '../../domain/time/instant.ts';
import type { DecisionPorts, Ports } from '../../ports/ports.ts';
import type { ReceivedQueue } from '../../ports/received-queue.ts';
import type { SourceCounts } from '../../ports/source-counts.ts';

/** How far back a source is asked that was never asked before. */
const FIRST_MS = DAY_MS;

/** Clocks differ, and a vendor lists a lead some time after it came. What is listed twice is read twice, and counts once. */
const OVERLAP_MS = 15 * MINUTE_MS;

/** After an outage it is asked for six hours at a time, and what was listed is done with. */
const MOST_AT_ONCE_MS = 6 * HOUR_MS;

/** Of one source at a time: a list has a hundred leads, with Salesforce two thousand. */
const MOST_LISTS = 500;

/** Handed on at once. */
const AT_ONCE = 25;

/** Of the function's fifteen minutes; each source has its share of it, so that one that has much to list leaves the others theirs. */
const BUDGET_MS = 10 * MINUTE_MS;

/** Shorter than receipts last: what was taken before that instant is still known, and counts no second time. */
const KEPT_MS = 60 * DAY_MS;

/** More came than can be listed. The next time it goes on behind that, or it would never come any further. */
export class TooMuchToList extends Error {
  readonly code = 'TOO_MUCH_TO_LIST';
  constructor(source: string, { from, to }: Period) {
    super(
      `${source} has more than ${MOST_LISTS} lists of leads from ${toIso(from)} to ${toIso(to)}: import what is missing.`,
    );
    this.name = 'TooMuchToList';
  }
}

/** The API has no such list: its address in sources.yaml is wrong, or the token may not see it. */
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

const failed = ({ name }: Source, error: unknown, { observer, counts }: ReconcilingPorts): void => {
  observer.error('A source could not be asked what came', error, { source: name });
  counts.count(error instanceof TooMuchToList ? 'ReconcileCut' : 'ReconcileFailed', name);
};

/** An id and a time each: never too long for the queue. */
const handOn = async (
  { name }: Source,
  bodies: readonly unknown[],
  { received, time }: ReconcilingPorts,
): Promise<void> => {
  const headers = { 'content-type': 'application/json' };
  for (let from = 0; from < bodies.length; from += AT_ONCE) {
    await Promise.all(
      bodies.slice(from, from + AT_ONCE).map((one) => {
        const body = new TextEncoder().encode(JSON.stringify(one));
        return received.keep({ source: name, receivedAt: time.now(), headers, body });
      }),
    );
  }
};

/** Hands on, as if its source had sent it, each lead that is listed. */
const listAll = async (
  source: Source,
  listing: SourceListing,
  period: Period,
  ports: ReconcilingPorts,
): Promise<void> => {
  const lists = [listing.begin(period, source)];
  // Further lists join those that are asked for.
  for (const [index, request] of lists.entries()) {
    if (index === MOST_LISTS) return failed(source, new TooMuchToList(source.name, period), ports);
    const answer = await ports.fetch(request, source);
    const listed = 'found' in answer ? listing.read(request, answer.found, period, source) : undefined;
    if (listed === undefined) throw new NoSuchList(source.name);
    await handOn(source, listed.bodies, ports);
    lists.push(...listed.next);
  }
};

/** Until all is listed, or the time is up: the next run goes on from there. */
const reconcile = async (
  source: Source,
  listing: SourceListing,
  deadline: Instant,
  ports: ReconcilingPorts,
): Promise<void> => {
  const key = { type: 'reconciled', id: source.name } as const;
  const now = ports.time.now();
  const stored = (await ports.store.load([key])).get(key);
  let { version, until } = { version: stored?.version ?? 0, until: stored?.value.until ?? now - FIRST_MS };
  do {
    const to = Math.min(until + MOST_AT_ONCE_MS, now);
    await listAll(source, listing, { from: Math.min(until, now) - OVERLAP_MS, to }, ports);
    const write = { key, expectedVersion: version, value: { until: to }, expiresAt: now + KEPT_MS };
    // Somebody else asks at the same time, and goes on.
    if ((await ports.store.commit([write])) === 'conflict') return;
    version += 1;
    until = to;
  } while (until < now && ports.time.now() < deadline);
};

/**
 * Asks each source that may lose a delivery what came since it was asked last, and takes that as if it had been delivered.
 * One that does not answer keeps none of the others from it, and is asked the same once more the next time.
 */
export const reconcileEach = async (ports: ReconcilingPorts): Promise<void> => {
  const listed = ports.sources.flatMap((source) => {
    const listing = listingOf(source);
    return listing === undefined ? [] : [{ source, listing }];
  });
  const began = ports.time.now();
  for (const [index, { source, listing }] of listed.entries()) {
    const deadline = began + (BUDGET_MS * (index + 1)) / listed.length;
    try {
      await reconcile(source, listing, deadline, ports);
    } catch (error) {
      failed(source, error, ports);
    }
  }
};
