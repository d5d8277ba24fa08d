import { createMessenger } from '../shared/adapters/aws/senders/messenger.ts';
import { createMemoryReach, healthyAccount } from '../shared/adapters/memory/memory-account.ts';
import { createMemoryMeasuredStore } from '../shared/adapters/memory/memory-measured-store.ts';
import type { MemoryStore } from '../shared/adapters/memory/memory-store.ts';
import { createSeededIds } from '../shared/adapters/memory/seeded-ids.ts';
import { nodeDigests } from '../shared/adapters/node/node-digests.ts';
import { createSlackSender, createSlackUpdates } from '../shared/adapters/slack/slack-chat.ts';
import type { Sent } from '../shared/domain/alert/delivery/sent.ts';
import type { FactEvent } from '../shared/domain/lead/fact-event.ts';
import { DEFAULT_TERMS } from '../shared/domain/measures/terms.ts';
import { createRules } from '../shared/domain/rules.ts';
import { fitsBus } from '../shared/ports/bus-rules.ts';
import type { IdSource } from '../shared/ports/id-source.ts';
import type { Observer } from '../shared/ports/observer.ts';
import type { Ports } from '../shared/ports/ports.ts';
import type { SecretStore } from '../shared/ports/secret-store.ts';
import { NotAnswered, type WebCalls } from '../shared/ports/web-calls.ts';
import { createEmbeddedClocks } from './clock.ts';
import type { EmbeddedOptions } from './embedded-options.ts';
import type { Queues } from './queues.ts';
import type { Timers, VirtualTime } from './scheduler.ts';

/** Nothing outside is called, unless somebody stands for it. */
const NOBODY: WebCalls = {
  call: async ({ url }) => {
    throw new NotAnswered(new URL(url).host, 'nobody is there');
  },
};
const NO_SECRETS: SecretStore = { read: async () => undefined };

const SILENT: Observer = { info: () => {}, warn: () => {}, error: () => {}, count: () => {}, measure: () => {} };

/** What the runtime is made of. */
export interface EmbeddedParts {
  readonly store: MemoryStore;
  readonly time: VirtualTime;
  readonly timers: Timers;
  readonly queues: Queues;
  readonly dispatch: (fact: FactEvent) => void;
}

/** Ids come from the address. Whoever comes back after they were forgotten gets another one, as random ids would be. */
const idsBeside = (store: MemoryStore, ids: IdSource): IdSource => ({
  ...ids,
  leadId: (email) => {
    let id = ids.leadId(email);
    for (let nth = 2; store.lead(id) !== undefined; nth += 1) id = ids.leadId(`${email} ${nth}`);
    return id;
  },
});

/** The ports of one process: nothing leaves it but by the options' listeners. */
export const embeddedPorts = (
  options: EmbeddedOptions,
  { store, time, timers, queues, dispatch }: EmbeddedParts,
): Ports => {
  let sent = 0;
  const { slack } = options;
  const calls = slack?.webCalls(time.now) ?? NOBODY;
  const secrets = slack?.secrets ?? NO_SECRETS;
  const take = async (): Promise<Sent> => {
    sent += 1;
    return { messageId: `message-${sent}` };
  };
  const messenger = createMessenger({
    ...{ sms: take, email: take },
    slack: slack === undefined ? take : createSlackSender({ calls, secrets, time }),
  });
  return {
    rules: createRules(options.agreement),
    store,
    time,
    ids: idsBeside(store, createSeededIds(options.seed ?? 1)),
    observer: options.observer ?? SILENT,
    linkBase: options.linkBase ?? 'https://golden-hour.example/a/',
    pageBase: 'https://golden-hour.example/m/',
    terms: DEFAULT_TERMS,
    repliesBySms: options.repliesBySms ?? false,
    measured: options.measured ?? createMemoryMeasuredStore(),
    messenger: {
      send: async (message) => {
        const handed = await messenger.send(message);
        if (!('messageId' in handed)) return handed;
        options.onMessage?.(message, time.now(), handed.messageId);
        const mayReturn = options.emailBy === 'ses' && 'subject' in message;
        return mayReturn ? { ...handed, mayReturn } : handed;
      },
    },
    chatUpdates: createSlackUpdates({ calls, secrets, time }),
    ...{ calls, secrets, digests: nodeDigests },
    reachQuestions: createMemoryReach(() => healthyAccount(Object.values(options.agreement.reps))),
    bus: {
      publish: async (events) => {
        const refused = events.filter((event) => !fitsBus(event));
        for (const event of events) if (!refused.includes(event)) dispatch(event);
        return refused;
      },
    },
    clocks: createEmbeddedClocks({ timers, queues }),
    rechecks: {
      recheck: async (target, leadIds) =>
        leadIds.forEach((leadId) => void queues.send(target, JSON.stringify({ leadId }))),
      publishAgain: async (outboxes) =>
        outboxes.forEach((left) => void queues.send('publish-events', JSON.stringify(left))),
    },
    // Whatever waits here is done before the next instant.
    backlog: { waiting: async () => 0 },
  };
};
