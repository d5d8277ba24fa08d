import type { Agreement } from '../../../shared/domain/agreement/agreement.ts';
import type { FactEvent } from '../../../shared/domain/lead/fact-event.ts';
import type { HubspotSink, SalesforceSink, Sink } from '../../../shared/domain/sink/sink.ts';
import type { FactType } from '../../../shared/domain/vocabulary/fact-types.ts';
import type { DocumentStore } from '../../../shared/ports/store.ts';
import { NotAnswered, type WebAnswer, type WebCall } from '../../../shared/ports/web-calls.ts';
import { createEmbedded } from '../../../simulator/embedded.ts';
import { createHost } from '../../../simulator/host.ts';
import { createEmbeddedSinks } from '../../../simulator/sinks.ts';
import { smallAgreement } from '../agreement/small-agreement.ts';
import { HUBSPOT, HUBSPOT_TOKEN, SALESFORCE, SALESFORCE_SECRET } from './pretended-crm.ts';
import { TEAMS_SECRET } from './pretended-teams.ts';

export const START = Date.UTC(2026, 10, 2, 9);
export const SECRET = 'whsec_bmV3LXMzY3JldC1vZi1hLXNpbms=';
export const WEBHOOK_URL = 'https://erp.example/golden-hour';

export const webhookTo = (name: string, facts: readonly FactType[], url = WEBHOOK_URL): Sink => ({
  ...{ name, url, facts },
  kind: 'webhook',
});

const STAGES = { assigned: 'OPEN', accepted: 'IN_PROGRESS', contacted: 'CONNECTED', won: 'WON' };

export const HUBSPOT_SINK: HubspotSink = {
  ...{ name: 'hubspot', kind: 'hubspot', apiBase: HUBSPOT, stages: STAGES, reps: {} },
  properties: { owner: 'hubspot_owner_id', stage: 'hs_lead_status', score: 'gh_score', reasons: 'gh_reasons' },
};

export const SALESFORCE_SINK: SalesforceSink = {
  ...{ name: 'salesforce', kind: 'salesforce', apiBase: SALESFORCE, stages: {}, reps: {} },
  properties: { owner: 'OwnerId', score: 'Score__c' },
  idField: 'fields.salesforceId',
};

/** By the name of a sink. */
export const SECRETS: Readonly<Record<string, unknown>> = {
  'sinks/erp': { secrets: [SECRET] },
  'sinks/bi': { secrets: [SECRET] },
  'sinks/hubspot': { apiToken: HUBSPOT_TOKEN },
  'sinks/salesforce': SALESFORCE_SECRET,
  'sinks/teams': TEAMS_SECRET,
};

export interface WorldOptions {
  readonly agreement?: Agreement;
  readonly sinks: readonly Sink[];
  readonly answer: (call: WebCall, now: number) => WebAnswer | undefined;
  readonly secrets?: (name: string) => unknown;
  /** Stands in for the table of those who tell; gets the one that it stands for. */
  readonly store?: (store: DocumentStore) => DocumentStore;
  /** Whether messages by the channels of reps go out. */
  readonly sends?: boolean;
}

/** Every function, with the systems that are told; each call that nobody answers is one that was not answered. */
export const openWorld = ({
  agreement = smallAgreement(),
  sinks,
  answer,
  secrets = (name) => SECRETS[name],
  store,
  sends = true,
}: WorldOptions) => {
  const host = createHost(START);
  const published: FactEvent[] = [];
  const counted: string[] = [];
  const messages: string[] = [];
  const said: unknown[] = [];
  const say = (...what: readonly unknown[]): void => void said.push(what);
  const runtime = createEmbedded({
    ...{ agreement, start: START, host, store: { freeze: true } },
    observer: { info: say, warn: say, error: (...what) => say(...what.map(String)), count: say, measure: say },
    ...(sends ? {} : { replace: () => ({ messenger: { send: async () => ({ failure: 'Down' }) } }) }),
    onMessage: ({ rep, purpose, channel }) => void messages.push(`${purpose} ${rep} ${channel}`),
    onFact: (fact) => {
      published.push(fact);
      embedded.tell(fact);
    },
  });
  const embedded = createEmbeddedSinks({
    ...runtime.ports,
    ...{ host, sinks, store: store?.(runtime.ports.store) ?? runtime.ports.store },
    secrets: { read: async (name) => secrets(name) },
    counts: { count: (metric, sink) => void counted.push(`${metric} ${sink}`) },
    calls: {
      call: async (call) => {
        const answered = answer(call, host.time.now());
        if (answered === undefined) throw new NotAnswered(new URL(call.url).host, 'TimeoutError');
        return answered;
      },
    },
  });
  let events = 0;
  /** An event of a producer, with all that follows from it at once. */
  const deliver = async (type: string, data: object): Promise<void> => {
    events += 1;
    const time = new Date(host.time.now()).toISOString();
    const detail = { metadata: { id: `event-${events}`, version: 1, occurredAt: time }, data };
    await runtime.deliver(
      JSON.stringify({ id: `event-${events}`, source: 'website', time, 'detail-type': type, detail }),
      type,
    );
  };
  return {
    ...{ host, runtime, published, counted, messages, said, deliver, tell: embedded.tell },
    capture: (email: string, more: object = {}) =>
      deliver('LeadCaptured', { person: { email }, company: { name: 'Acme', employees: 500 }, ...more }),
    accept: (email: string) => deliver('RepAnswered', { email, answer: 'accept' }),
    giveTo: (email: string, repId: string) => deliver('LeadOwnerChanged', { email, repId, by: 'mia' }),
    close: (email: string, outcome: string) => deliver('LeadClosed', { email, outcome }),
    pass: (ms: number) => runtime.runThrough(host.time.now() + ms),
    lead: (email: string) => [...runtime.store.leads()].find((lead) => lead.email === email),
  };
};
