import { randomUUID } from 'node:crypto';
import { type FactListener, type HeardFact, listenToFacts } from '../../../local/fact-listener.ts';
import { type SentSms, sentSms } from '../../../local/messages.ts';
import { type InboundEvent, putEvents } from '../../../local/put-events.ts';

const PATIENCE_MS = 60_000;

/** A deployed stack as its users see it: the bus, the phones, the link. */
export interface RunningStack {
  put(...events: readonly InboundEvent[]): Promise<void>;
  /** Facts heard so far. */
  readonly heard: readonly HeardFact[];
  /** Waits for a fact, from those heard already on. Fails with what was heard instead. */
  fact(type: string, holds?: (fact: HeardFact) => boolean): Promise<HeardFact>;
  /** Waits for an SMS. */
  sms(holds: (sms: SentSms) => boolean): Promise<SentSms>;
  /** Hears what comes in so many milliseconds. */
  listen(ms: number): Promise<void>;
  close(): void;
}

export const openStack = async (endpoint: string, busName: string): Promise<RunningStack> => {
  const listener: FactListener = await listenToFacts(endpoint, busName);
  const heard: HeardFact[] = [];
  const until = async <T>(what: string, find: () => Promise<T | undefined>): Promise<T> => {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
      const found = await find();
      if (found !== undefined) return found;
      heard.push(...(await listener.receive()));
    }
    throw new Error(
      `No ${what}. Heard: ${heard.map(({ type, data }) => `${type} ${JSON.stringify(data).slice(0, 120)}`).join('\n')}`,
    );
  };
  return {
    heard,
    put: (...events) => putEvents(endpoint, busName, events),
    fact: (type, holds = () => true) =>
      until(type, async () => heard.find((fact) => fact.type === type && holds(fact))),
    sms: (holds) => until('SMS', async () => (await sentSms(endpoint)).find(holds)),
    listen: async (ms) => {
      for (const end = Date.now() + ms; Date.now() < end; ) heard.push(...(await listener.receive()));
    },
    close: listener.close,
  };
};

const SOURCE = 'e2e.website';

const inbound = (detailType: string, data: object): InboundEvent => ({
  source: SOURCE,
  detailType,
  detail: { metadata: { id: randomUUID(), version: 1, occurredAt: new Date().toISOString() }, data },
});

/** Somebody of `${name} works` leaves their address and asks for a demo; ISO 3166-1 alpha-2. */
export const demoWanted = (name: string, country?: string): readonly InboundEvent[] => {
  const email = `${name}@${name}-works.example`;
  const person = { email, firstName: 'Zoë', lastName: name };
  const company = { name: `${name} works`, employees: 500 };
  return [
    inbound('LeadCaptured', { person, company, location: { country } }),
    inbound('LeadActivityRecorded', { email, kind: 'demo-requested' }),
  ];
};
