import type { FactEvent } from '../domain/lead/fact-event.ts';
import { BREACHES_BY, COUNTED_FACTS } from '../ports/observer.ts';
import type { Ports } from '../ports/ports.ts';

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
  for (const counted of COUNTED_FACTS) {
    const times = published.filter(({ type }) => type === counted).length;
    if (times > 0) ports.observer.count(counted, times);
  }
  for (const fact of published) {
    countBreach(fact, ports);
    measureWait(fact, ports);
  }
};
