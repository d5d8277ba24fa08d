import type { FactEvent } from '../domain/lead/fact-event.ts';
import { BREACHES_BY, COUNTED_FACTS } from '../ports/observer.ts';
import type { Ports } from '../ports/ports.ts';

type CountedFact = (typeof COUNTED_FACTS)[number];

const isCounted = (type: FactEvent['type']): type is CountedFact => COUNTED_FACTS.some((counted) => counted === type);

type Observes = Pick<Ports, 'observer'>;

const countBreach = ({ type, detail: { data } }: FactEvent, { observer }: Observes): void => {
  if (type === 'SlaBreached' && 'party' in data) observer.count(BREACHES_BY[data.party]);
};

const measureWait = ({ type, time, detail: { data } }: FactEvent, { observer }: Observes): void => {
  if (type === 'LeadWaiting' && 'dueAt' in data)
    observer.measure('ExpectedWait', Date.parse(data.dueAt) - Date.parse(time));
};

/** Counts what is on the bus now. A fact that is published twice is counted twice. */
export const countFacts = (published: readonly FactEvent[], ports: Observes): void => {
  const times = new Map<CountedFact, number>();
  for (const { type } of published) if (isCounted(type)) times.set(type, (times.get(type) ?? 0) + 1);
  for (const [counted, many] of times) ports.observer.count(counted, many);
  for (const fact of published) {
    countBreach(fact, ports);
    measureWait(fact, ports);
  }
};
