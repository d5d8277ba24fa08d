import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { advanceClock } from '../../../functions/advance-clock/handler.ts';
import { clientConfig } from '../../../local/clients.ts';
import { apiUrl } from '../../../local/deploy.ts';
import { sentSms } from '../../../local/messages.ts';
import { putEvents } from '../../../local/put-events.ts';
import { createDynamoStore } from '../../../shared/adapters/aws/dynamo-store.ts';
import { randomIds } from '../../../shared/adapters/node/random-ids.ts';
import { systemTime } from '../../../shared/adapters/node/system-time.ts';
import { createPublicHolidays } from '../../../shared/agreement/holidays/public-holidays.ts';
import { loadAgreement } from '../../../shared/agreement/load-agreement.ts';
import type { Agreement } from '../../../shared/domain/agreement/agreement.ts';
import { createRules } from '../../../shared/domain/rules.ts';
import type { Observer } from '../../../shared/ports/observer.ts';
import type { Store } from '../../../shared/ports/store.ts';
import { createEmbedded } from '../../../simulator/embedded.ts';
import { MINUTE } from '../agreement/small-agreement.ts';
import { serveEmbedded } from '../pages/embedded-server.ts';
import { freePort } from './free-port.ts';
import type { Deployed } from './setup.ts';

/** A runtime that works, as producers, reps and time see it: the same stories are told on each. */
export interface World {
  readonly agreement: Agreement;
  readonly store: Store;
  /** A link is this and a token. */
  readonly linkBase: string;
  /** An inbound event, which occurred so many minutes ago. */
  tell(type: string, data: object, minutesAgo?: number): Promise<void>;
  /** Texts of all SMS so far, oldest first for each phone. */
  sms(): Promise<readonly string[]>;
  /** The lead's clock looks at it so many minutes from now. */
  pass(leadId: string, minutes: number): Promise<void>;
  close(): Promise<void>;
}

const SOURCE = 'e2e.website';

/** A Tuesday, 11:00 in Berlin. */
const START = Date.UTC(2026, 2, 3, 10);

const SILENT: Observer = { info: () => {}, warn: () => {}, error: () => {}, count: () => {}, measure: () => {} };

export const readAgreement = async (folder: string): Promise<Agreement> => {
  const loaded = await loadAgreement(folder, { year: new Date().getUTCFullYear(), calendar: createPublicHolidays() });
  if ('problems' in loaded) throw new Error(loaded.problems.map(({ message }) => message).join('; '));
  return loaded.agreement;
};

const detailOf = (data: object, occurredAt: number) => ({
  metadata: { id: randomUUID(), version: 1, occurredAt: new Date(occurredAt).toISOString() },
  data,
});

/** In this process, with a virtual clock; its pages are served on this machine. */
export const openEmbedded = async ({ agreementFolder }: Deployed): Promise<World> => {
  const agreement = await readAgreement(agreementFolder);
  const texts: string[] = [];
  const port = await freePort();
  const linkBase = `http://127.0.0.1:${port}/a/`;
  const runtime = createEmbedded({
    agreement,
    start: START,
    linkBase,
    onMessage: ({ channel, text }) => void (channel === 'sms' && texts.push(text)),
  });
  const server = await serveEmbedded(runtime, port);
  return {
    agreement,
    store: runtime.store,
    linkBase,
    tell: (type, data, minutesAgo = 0) => {
      const detail = detailOf(data, runtime.now() - minutesAgo * MINUTE);
      const time = new Date(runtime.now()).toISOString();
      return runtime.deliver(
        JSON.stringify({ id: detail.metadata.id, source: SOURCE, time, 'detail-type': type, detail }),
        type,
      );
    },
    sms: async () => texts,
    pass: (_, minutes) => runtime.runThrough(runtime.now() + minutes * MINUTE),
    close: server.close,
  };
};

/** The stack deployed to MiniStack. It has the machine's own clock: to pass time, advance-clock is asked as of later. */
export const openDeployed = async ({ endpoint, outputs, agreementFolder }: Deployed): Promise<World> => {
  const { BusName = '', TableName = '' } = outputs;
  const agreement = await readAgreement(agreementFolder);
  const client = new DynamoDBClient(clientConfig(endpoint));
  const store = createDynamoStore({ client, tableName: TableName });
  const ports = { store, rules: createRules(agreement), ids: randomIds, observer: SILENT };
  return {
    agreement,
    store,
    linkBase: `${apiUrl(endpoint)}/a/`,
    tell: (type, data, minutesAgo = 0) => {
      const detail = detailOf(data, Date.now() - minutesAgo * MINUTE);
      return putEvents(endpoint, BusName, [{ source: SOURCE, detailType: type, detail }]);
    },
    sms: async () => (await sentSms(endpoint)).map(({ text }) => text),
    pass: async (leadId, minutes) => {
      const time = { ...systemTime, now: () => Date.now() + minutes * MINUTE };
      await advanceClock({ ...ports, time })({ leadId });
    },
    close: async () => client.destroy(),
  };
};

/** For `describe.each`: what holds of the one holds of the other. */
export const WORLDS = [
  ['the embedded runtime', openEmbedded],
  ['the stack on MiniStack', openDeployed],
] as const;

const PATIENCE_MS = 45_000;

/** Asks until there is an answer. */
export const until = async <T>(
  what: string,
  ask: () => Promise<T | undefined>,
  patienceMs = PATIENCE_MS,
): Promise<T> => {
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(100)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
  throw new Error(`There was no ${what} in ${patienceMs / 1_000} seconds`);
};
