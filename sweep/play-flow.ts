import { createMemoryMeasuredStore } from '../shared/adapters/memory/memory-measured-store.ts';
import type { SqsHandler } from '../shared/application/sqs-handler.ts';
import type { FactEvent } from '../shared/domain/lead/fact-event.ts';
import { DAY_MS, MINUTE_MS } from '../shared/domain/time/durations.ts';
import type { Instant } from '../shared/domain/time/instant.ts';
import type { OutgoingMessage } from '../shared/ports/messenger.ts';
import type { Ports } from '../shared/ports/ports.ts';
import { createEmbedded, type Embedded } from '../simulator/embedded.ts';
import { createPretendedSlack } from '../simulator/pretended-slack.ts';
import type { Queues } from '../simulator/queues.ts';
import { watchStore } from '../test/support/scenario/invariants.ts';
import { allPages } from '../test/support/store/store-samples.ts';
import { problemsAfterDust } from './check/after-dust.ts';
import { createSeen } from './check/seen.ts';
import type { Flow } from './flows/flow.ts';
import { createSweepHost } from './host/sweep-host.ts';
import { createAccount, setPeopleToWork, startCheck } from './people.ts';
import type { Plan } from './plan/plan.ts';
import { faultyPorts } from './ports/faulty-ports.ts';

/** A Monday, nine o'clock. */
const START: Instant = Date.parse('2026-11-02T09:00:00Z');

/** Nothing goes wrong from so long after the last step on. */
const TROUBLE_MS = 40 * MINUTE_MS;

/** Dust: until every queue has been tried five times, and again after the redrive. */
const DUST_MS = 60 * MINUTE_MS;

/** Clocks come at whole minutes; by then whoever met a conflict has waited and tried again. */
const BETWEEN_MS = MINUTE_MS / 2;

/** Every clause of a lead is over by then, and every score that fades has faded. */
const END_MS = 3 * DAY_MS;

/** Ways to make the product wrong, to see that the sweep finds it. */
export interface Sabotage {
  /** Of what lies behind the faults, such as a store. */
  readonly behind?: (ports: Ports) => Partial<Ports>;
  /** Of what the functions do with their ports. */
  readonly before?: (ports: Ports) => Partial<Ports>;
  /** Of a function that works off a queue. */
  readonly consumer?: (queue: string, consumer: SqsHandler) => SqsHandler;
}

export interface PlayOptions {
  readonly sabotage?: Sabotage;
  /** Whether the story will be read. */
  readonly isTold?: boolean;
}

export interface Played {
  /** Sentences: what does not hold. */
  readonly problems: readonly string[];
  readonly story: readonly string[];
  readonly facts: readonly FactEvent[];
  readonly messages: readonly OutgoingMessage[];
}

/** Plays a flow while the plan makes things go wrong, lets the dust settle, and looks whether everything holds. */
export const playFlow = async (
  flow: Flow,
  plan: Plan,
  { sabotage, isTold = false }: PlayOptions = {},
): Promise<Played> => {
  const host = createSweepHost(START - MINUTE_MS, plan, isTold);
  const seen = createSeen(host.story);
  const consume: Queues['consume'] = (queue, consumer) =>
    host.queues.consume(queue, sabotage?.consumer?.(queue, consumer) ?? consumer);
  const account = createAccount(flow.agreement);
  const slack = createPretendedSlack();
  let watched: ReturnType<typeof watchStore> | undefined;
  const measured = createMemoryMeasuredStore();
  const runtime: Embedded = createEmbedded({
    agreement: flow.agreement,
    measured,
    start: START - MINUTE_MS,
    repliesBySms: true,
    // What may come back is kept with its lead: SNS's mails ask less of everything.
    emailBy: 'ses',
    // Elsewhere there is nothing that Slack would have to write anew.
    ...(Object.values(flow.agreement.reps).some((rep) => rep.slack !== undefined) ? { slack } : {}),
    host: { ...host, queues: { ...host.queues, consume } },
    observer: seen.observer,
    onFact: seen.published,
    onMessage: seen.sent,
    replace: (real) => {
      const own = { ...real, reachQuestions: account.questions, ...sabotage?.behind?.(real) };
      watched = watchStore(
        seen.watch(own.store),
        () => runtime.store,
        () => flow.agreement,
      );
      const ports = faultyPorts({ ...own, store: watched.store }, host, plan);
      return { ...ports, ...sabotage?.before?.(ports) };
    },
  });
  const delivered = setPeopleToWork({ flow, host, runtime, sent: seen.sentAt, account, slack, start: START });
  const { store } = runtime;
  const dust = { flow, runtime, host, seen, delivered, account, measured };

  const nextWatch = async (): Promise<Instant | undefined> => {
    const looks = [store.nextUrgentRecheck(), store.nextDailyRecheck()];
    const lags = (await allPages(store.unpublished({ upTo: Number.POSITIVE_INFINITY }))).length > 0;
    const wanted = [...looks, lags ? host.time.now() : undefined].filter((at) => at !== undefined);
    return wanted.length === 0 ? undefined : Math.min(...wanted);
  };

  const lastStep = START + Math.max(...flow.steps.map(({ at }) => at)) * MINUTE_MS;
  const calmAt = lastStep + TROUBLE_MS;
  await host.runThrough(calmAt, nextWatch);
  host.story.tell(() => 'NOTHING GOES WRONG FROM NOW ON');
  plan.calm();
  // What a check that failed has not told, that of the next hour tells.
  if (flow.steps.some(({ deed }) => deed.do === 'check')) {
    host.agenda.at(calmAt + DUST_MS / 2, () => startCheck({ host, runtime }));
  }
  await host.runThrough(calmAt + DUST_MS, nextWatch);
  host.sqs.redrive();
  await host.runThrough(calmAt + 2 * DUST_MS + BETWEEN_MS, nextWatch);
  const problems = [...(await problemsAfterDust(dust, 'now'))];
  // What is wrong by now stays wrong, and may be tried again each minute of the days until the end.
  if (problems.length === 0) {
    await host.runThrough(calmAt + END_MS + BETWEEN_MS, nextWatch);
    problems.push(...(await problemsAfterDust(dust, 'at the end')));
  }
  return {
    problems: [...new Set([...(watched?.problems ?? []), ...problems])],
    story: host.story.lines,
    facts: seen.committed,
    messages: seen.messages,
  };
};
