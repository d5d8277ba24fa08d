import type { FactEvent } from '../../domain/lead/fact-event.ts';
import type { Ports } from '../../ports/ports.ts';
import { nameOf } from '../../ports/snapshot.ts';
import type { Outbox, Store } from '../../ports/store.ts';
import { countFacts } from '../count-facts.ts';

export type PublishPorts = Pick<Ports, 'bus' | 'observer'> & { readonly store: Pick<Store, 'markPublished'> };

/** How many of an outbox's first facts the bus took. */
const takenOf = ({ events }: Outbox, refused: ReadonlySet<FactEvent>): number => {
  const first = events.findIndex((event) => refused.has(event));
  return first === -1 ? events.length : first;
};

/** An outbox of which the bus took the first facts. */
interface Published {
  readonly outbox: Outbox;
  readonly taken: number;
}

/** Of one document, in order: a note that leaves a gap is ignored. */
const markInOrder = async (published: readonly Published[], { store, observer }: PublishPorts): Promise<void> => {
  try {
    for (const { outbox, taken } of published) {
      const { key, from } = outbox;
      if (taken > 0) await store.markPublished(key, from, from + taken);
    }
  } catch (error) {
    // The facts are out. watch-clocks finds the document, and has them published once more.
    observer.error('It could not be noted what is published', error);
  }
};

/** Documents abreast. */
const markAll = async (published: readonly Published[], ports: PublishPorts): Promise<void> => {
  const byDocument = new Map<string, Published[]>();
  for (const one of published) {
    const name = nameOf(one.outbox.key);
    const ofOne = byDocument.get(name);
    if (ofOne === undefined) byDocument.set(name, [one]);
    else ofOne.push(one);
  }
  await Promise.all([...byDocument.values()].map((ofOne) => markInOrder(ofOne, ports)));
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
