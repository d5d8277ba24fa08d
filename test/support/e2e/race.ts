import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { advanceClock } from '../../../functions/advance-clock/handler.ts';
import { answerAlert } from '../../../functions/answer-alert/handler.ts';
import { routeLead } from '../../../functions/route-lead/handler.ts';
import { randomIds } from '../../../shared/adapters/node/random-ids.ts';
import { systemTime } from '../../../shared/adapters/node/system-time.ts';
import type { ClockAnswer } from '../../../shared/contracts/clock-wake.ts';
import type { Agreement } from '../../../shared/domain/agreement/agreement.ts';
import { createRules } from '../../../shared/domain/rules.ts';
import {
  DOCUMENTS_WITH_FACTS,
  type DocumentWithFacts,
} from '../../../shared/domain/vocabulary/documents-with-facts.ts';
import { nameOf } from '../../../shared/ports/snapshot.ts';
import type { Store, Write, WriteOf } from '../../../shared/ports/store.ts';
import { createEmbedded } from '../../../simulator/embedded.ts';
import { sqsRecord } from '../../../simulator/sqs-record.ts';
import { rep, smallAgreement, territory, withoutManager } from '../agreement/small-agreement.ts';
import { httpEvent } from '../pages/http-event.ts';

/** A Tuesday. */
const START = Date.UTC(2026, 2, 3, 10);

export const TEAM = Array.from({ length: 10 }, (_, index) => `rep-${index}`);

/** More leads than this a rep may not have, whatever races. */
export const OPEN_AT_MOST = 25;

export const TERRITORY = 'Everywhere';

/** Ten reps have half an hour to answer; then somebody else gets the lead. */
const agreement: Agreement = smallAgreement({
  reps: [
    ...TEAM.map((id) => rep(id, { phone: `+49170${id.slice(-1)}000000`, capacity: { open: OPEN_AT_MOST } })),
    withoutManager(rep('mia')),
  ],
  territories: [territory(TERRITORY, TEAM)],
});

/** When the first owners' time is up. */
export const TIMEOUT = START + agreement.sla.accept.withinMs;

/** A lead in its first owner's hands, with the owner's link. */
export interface Contested {
  readonly id: string;
  readonly domain: string;
  readonly rep: string;
  readonly token: string;
}

const hasFacts = (write: Write): write is { [T in DocumentWithFacts]: WriteOf<T> }[DocumentWithFacts] =>
  DOCUMENTS_WITH_FACTS.some((type) => type === write.key.type);

/** What was committed last of each document, with all its facts, as first writes to another store. */
const recorder = () => {
  const latest = new Map<string, Write>();
  return {
    record: (write: Write): void => {
      const events = [...(latest.get(nameOf(write.key))?.events ?? []), ...(write.events ?? [])];
      const first = { ...write, expectedVersion: 0 };
      latest.set(nameOf(write.key), hasFacts(first) ? { ...first, events } : first);
    },
    writes: (): readonly Write[] => [...latest.values()],
  };
};

/** A commit takes a hundred documents and facts. */
const RACES_AT_ONCE = 5;

/**
 * Lets so many leads come to the last instant before their first owners' time is up, in memory and by the
 * real functions, and copies all that is known then to the store.
 */
export const seedContested = async (store: Store, count: number): Promise<readonly Contested[]> => {
  const tokens = new Map<string, string>();
  const { record, writes } = recorder();
  const runtime = createEmbedded({
    agreement,
    start: START,
    onMessage: ({ leadIds: [id = ''], purpose, channel, text }) => {
      const token = /\/a\/([\w-]{22})/.exec(text)?.[1];
      if (purpose === 'alert' && channel === 'sms' && token !== undefined) tokens.set(id, token);
    },
    replace: (ports) => ({
      store: {
        ...ports.store,
        commit: async (committed) => {
          const result = await ports.store.commit(committed);
          if (result === 'ok') committed.forEach(record);
          return result;
        },
      },
    }),
  });
  for (let index = 0; index < count; index += 1) {
    const person = { email: `jo@company-${index}.example` };
    const detail = { data: { person, company: { name: `Company ${index}`, employees: 900 } } };
    const event = { id: `capture-${index}`, source: 'website', time: new Date(START).toISOString(), detail };
    await runtime.deliver(JSON.stringify({ ...event, 'detail-type': 'LeadCaptured' }), 'LeadCaptured');
  }
  await runtime.runBefore(TIMEOUT);
  const all = writes();
  for (let first = 0; first < all.length; first += RACES_AT_ONCE)
    await store.commit(all.slice(first, first + RACES_AT_ONCE));
  return [...runtime.store.leads()].map((lead) => ({
    id: lead.id,
    domain: lead.email.replace(/.*@/, ''),
    rep: 'owner' in lead ? lead.owner.rep : '',
    token: tokens.get(lead.id) ?? '',
  }));
};

/** Where two meet: each waits for the other, then they go on, the one called `first` so many milliseconds ahead. */
const meeting = (first: string, aheadMs: number) => {
  const arrived = new Map<string, () => void>();
  return (who: string): Promise<void> =>
    new Promise((resolve) => {
      arrived.set(who, resolve);
      if (arrived.size < 2) return;
      arrived.get(first)?.();
      const others = [...arrived].filter(([name]) => name !== first);
      const release = () => others.forEach(([, go]) => void go());
      if (aheadMs === 0) release();
      else setTimeout(release, aheadMs);
    });
};

export interface Outcome {
  readonly page: APIGatewayProxyStructuredResultV2;
  readonly clock: ClockAnswer;
}

/** The rep's form; which of the two commits first, if only by a little: so many milliseconds ahead. */
export interface Start {
  readonly form: string;
  readonly first: 'page' | 'clock';
  readonly aheadMs: number;
}

export interface Racers {
  /**
   * The owner's answer and the clock, at the very instant of the timeout: both have decided on the same lead
   * before either commits.
   */
  race(lead: Contested, start: Start): Promise<Outcome>;
  /** route-lead, as its queue wakes it for a lead that lost its owner. */
  route(leadId: string): Promise<void>;
  /** Commits that found that somebody else had been faster. */
  conflicts(): number;
}

/** The real functions on a store, at the instant of the timeout. */
export const openRacers = (store: Store): Racers => {
  let conflicts = 0;
  const ports = {
    rules: createRules(agreement),
    time: { ...systemTime, now: () => TIMEOUT },
    ids: randomIds,
    observer: {
      info: () => {},
      warn: () => {},
      error: (message: string, error: unknown) => {
        throw new Error(message, { cause: error });
      },
      count: (metric: string) => {
        if (metric === 'CommitConflict') conflicts += 1;
      },
      measure: () => {},
    },
  };
  const route = routeLead({ ...ports, store });
  return {
    conflicts: () => conflicts,
    route: async (leadId) => {
      const { batchItemFailures } = await route({ Records: [sqsRecord('', leadId, JSON.stringify({ leadId }))] });
      if (batchItemFailures.length > 0) throw new Error(`route-lead failed for ${leadId}`);
    },
    race: async ({ id, token }, { form, first, aheadMs }) => {
      const meet = meeting(first, aheadMs);
      /** The store of one of the two: its first commit waits for the other's. */
      const as = (who: 'page' | 'clock') => {
        let met = false;
        const commit: Store['commit'] = async (writes) => {
          if (!met) {
            met = true;
            await meet(who);
          }
          return store.commit(writes);
        };
        return { ...ports, store: { ...store, commit } };
      };
      const [page, clock] = await Promise.all([
        answerAlert(as('page'))(httpEvent({ method: 'POST', path: `/a/${token}`, body: form })),
        advanceClock(as('clock'))({ leadId: id, clock: { clause: 'accept', attempt: 1 } }),
      ]);
      return { page, clock };
    },
  };
};
