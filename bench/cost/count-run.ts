import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { createEmbedded, type Embedded } from '../../simulator/embedded.ts';
import { createHost } from '../../simulator/host.ts';
import { meterTable, type TableUse } from './table-meter.ts';

/** What was used of each service. */
export interface Use extends TableUse {
  readonly busEvents: number;
  readonly queueMessages: number;
  readonly invocations: number;
  readonly states: number;
  readonly publishes: number;
}

const NOTHING: Use = {
  writeUnits: 0,
  readUnits: 0,
  busEvents: 0,
  queueMessages: 0,
  invocations: 0,
  states: 0,
  publishes: 0,
};

export const combined = (a: Use, b: Use, by: (one: number, other: number) => number): Use => ({
  writeUnits: by(a.writeUnits, b.writeUnits),
  readUnits: by(a.readUnits, b.readUnits),
  busEvents: by(a.busEvents, b.busEvents),
  queueMessages: by(a.queueMessages, b.queueMessages),
  invocations: by(a.invocations, b.invocations),
  states: by(a.states, b.states),
  publishes: by(a.publishes, b.publishes),
});

/** States of an execution of the clock: wait, look and choose for each look, and an end. */
const STATES_OF_LOOK = 3;
const STATES_OF_END = 1;

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
          counts.states += STATES_OF_LOOK;
          counts.invocations += 1;
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
    onFact: ({ type }) => {
      counts.busEvents += 1;
      if (type === 'ClockStarted') counts.states += STATES_OF_END;
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
    use: () => ({ ...NOTHING, ...counts, ...meter?.use() }),
  };
};
