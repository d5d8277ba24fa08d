import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { createEmbedded, type Embedded } from '../../simulator/embedded.ts';
import { createHost } from '../../simulator/host.ts';
import { meterTable } from './table-meter.ts';

/** What AWS charges for, as the table calls it. */
export const USES = {
  writeUnits: 'write units',
  readUnits: 'read units',
  busEvents: 'events',
  queueMessages: 'queue messages',
  invocations: 'invocations',
  states: 'states',
  publishes: 'messages',
} as const;

export type UseName = keyof typeof USES;

/** What was used of each. */
export type Use = Readonly<Record<UseName, number>>;

export const useOfEach = (of: (name: UseName) => number): Use => ({
  writeUnits: of('writeUnits'),
  readUnits: of('readUnits'),
  busEvents: of('busEvents'),
  queueMessages: of('queueMessages'),
  invocations: of('invocations'),
  states: of('states'),
  publishes: of('publishes'),
});

/**
 * States of an execution of the clock: it waits, and sends a message, which counts where it comes. AWS counts "a state
 * transition each time a step of your workflow is executed" (aws.amazon.com/step-functions/pricing).
 */
const STATES_OF_EXECUTION = 2;

/** What every minute has anyway, whatever the leads do: it counts for the idle month. */
const TICKS = 'watch-clocks';

export interface CountedRuntime {
  readonly runtime: Embedded;
  /** An inbound event, as a producer puts it on the bus. */
  deliver(line: Readonly<Record<string, unknown>>, detailType: string): Promise<void>;
  use(): Use;
}

/** The embedded runtime, all of whose calls are counted as AWS would charge them: a message is a batch by itself. */
export const countRun = (agreement: Agreement, start: Instant): CountedRuntime => {
  const host = createHost(start);
  const counts = { busEvents: 0, queueMessages: 0, invocations: 0, states: 0, publishes: 0 };
  let meter: ReturnType<typeof meterTable> | undefined;
  const runtime = createEmbedded({
    agreement,
    start,
    store: { keepHistory: false },
    host: {
      ...host,
      timers: {
        ...host.timers,
        set: (at, fire) => {
          counts.states += STATES_OF_EXECUTION;
          host.timers.set(at, fire);
        },
      },
      queues: {
        ...host.queues,
        send: (queue, body) => {
          if (queue !== TICKS) {
            counts.queueMessages += 1;
            counts.invocations += 1;
          }
          host.queues.send(queue, body);
        },
        stream: (record, document) => {
          counts.invocations += 1;
          host.queues.stream(record, document);
        },
      },
    },
    onFact: () => {
      counts.busEvents += 1;
    },
    onMessage: () => {
      counts.publishes += 1;
    },
    replace: ({ store }) => {
      meter = meterTable(store);
      return { store: meter.store };
    },
  });
  return {
    runtime,
    deliver: (line, detailType) => {
      counts.busEvents += 1;
      return runtime.deliver(JSON.stringify(line), detailType);
    },
    use: () => ({ writeUnits: 0, readUnits: 0, ...counts, ...meter?.use() }),
  };
};
