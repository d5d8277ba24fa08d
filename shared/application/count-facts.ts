import type { FactEvent } from '../domain/lead/fact-event.ts';
import { COUNTED_FACTS } from '../ports/observer.ts';
import type { Ports } from '../ports/ports.ts';

/** Counts what is on the bus now. A fact that is published twice is counted twice. */
export const countFacts = (published: readonly FactEvent[], { observer }: Pick<Ports, 'observer'>): void => {
  for (const counted of COUNTED_FACTS) {
    const times = published.filter(({ type }) => type === counted).length;
    if (times > 0) observer.count(counted, times);
  }
};
