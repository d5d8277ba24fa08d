import type { FactEvent } from '../../domain/lead/fact-event.ts';
import type { Ports } from '../../ports/ports.ts';
import { nameOf } from '../../ports/snapshot.ts';
import type { Outbox } from '../../ports/store.ts';
import { countFacts } from '../count-facts.ts';

export type PublishPorts = Pick<Ports, 'store' | 'bus' | 'observer'>;

/** How many of an outbox's first facts the bus took. */
const takenOf = ({ events }: Outbox, refused: ReadonlySet<FactEvent>): number => {
  const first = events.findIndex((event) => refused.has(event));
  return first === -1 ? events.length : first;
};

/** Documents abreast, the outboxes of one in order: a note that leaves a gap is ignored. */
const markAll = async (
  published: readonly { readonly outbox: Outbox; readonly taken: number }[],
  { store, observer }: PublishPorts,
): Promise<void> => {
  const marks = new Map<string, Promise<void>>();
  for (const { outbox, taken } of published) {
    if (taken === 0) continue;
    const { key, from } = outbox;
    const before = marks.get(nameOf(key)) ?? Promise.resolve();
    const mark = before.then(() => store.markPublished(key, from, from + taken));
    marks.set(nameOf(key), mark);
  }
  for (const result of await Promise.allSettled(marks.values())) {
    // The facts are out. watch-clocks finds the document, and has them published once more.
    if (result.status === 'rejected') observer.error('It could not be noted what is published', result.reason);
  }
};

/**
 * Publishes in the given order, in one call where the bus takes so many. Answers with what is left: what the bus did not
 * take, and all after it of the same commit. A call that fails throws; then it is not known what is out.
 */
export const publishOutboxes = async (outboxes: readonly Outbox[], ports: PublishPorts): Promise<readonly Outbox[]> => {
  const refused = new Set(await ports.bus.publish(outboxes.flatMap(({ events }) => events)));
  const published = outboxes.map((outbox) => ({ outbox, taken: takenOf(outbox, refused) }));
  await markAll(published, ports);
  countFacts(
    published.flatMap(({ outbox, taken }) => outbox.events.slice(0, taken)),
    ports,
  );
  const left = published.flatMap(({ outbox: { key, from, events }, taken }) =>
    taken === events.length ? [] : [{ key, from: from + taken, events: events.slice(taken) }],
  );
  const facts = left.reduce((sum, { events }) => sum + events.length, 0);
  if (facts > 0) ports.observer.count('FactNotPublished', facts);
  return left;
};
