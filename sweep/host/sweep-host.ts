import { MINUTE_MS } from '../../shared/domain/time/durations.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { Host } from '../../simulator/host.ts';
import { createVirtualTime, type Timers } from '../../simulator/scheduler.ts';
import type { Plan } from '../plan/plan.ts';
import { createStory, type Story } from '../story.ts';
import { type Agenda, createAgenda } from './agenda.ts';
import type { Machine } from './machine.ts';
import { createProcesses, type Processes } from './processes.ts';
import { createSqs, type Sqs } from './sqs.ts';
import { createStream } from './stream.ts';

const CLOCK_LATE_MS = 600_000;

/** What a message takes to come. */
const MESSAGE_MS = 200;

/** A host on which things go wrong as the plan says. */
export interface SweepHost extends Host {
  readonly agenda: Agenda;
  readonly processes: Processes;
  readonly sqs: Sqs;
  readonly story: Story;
  /** All that is due up to the instant; `nextWatch` is when watch-clocks would find something, if it would. */
  runThrough(instant: Instant, nextWatch: () => Promise<Instant | undefined>): Promise<void>;
}

/** Clocks as AWS has them wait; each sends a message when it has waited. */
const createClocks = ({ agenda, plan, story, time }: Machine): Timers => ({
  set: (at, fire) => {
    const fault = plan.at({ kind: 'clock', what: `a clock for ${new Date(at).toISOString()}` });
    if (fault !== undefined) story.tell(() => `FAULT a clock for ${new Date(at).toISOString()} ${fault}`);
    if (fault === 'never-comes') return;
    const ring = (): void => {
      story.tell(() => 'a clock has come');
      void fire();
    };
    // An instant that has passed is waited for no more; but a function whose clock is behind asks for it again.
    const due = Math.max(at, time.now() + MESSAGE_MS) + (fault === 'comes-late' ? CLOCK_LATE_MS : 0);
    agenda.at(due, ring);
    if (fault === 'comes-twice') agenda.at(due, ring);
  },
  // The host rings them itself.
  next: () => undefined,
  take: () => undefined,
});

export const createSweepHost = (start: Instant, plan: Plan, isTold: boolean): SweepHost => {
  const time = createVirtualTime(start);
  const agenda = createAgenda();
  const story = createStory(time.now, isTold);
  const machine: Machine = { time, agenda, plan, story, processes: createProcesses(time, agenda) };
  const { processes } = machine;
  const sqs = createSqs(machine);
  const stream = createStream(machine);
  let watched = Number.NEGATIVE_INFINITY;

  /** Until nothing can go on at this instant. */
  const settle = async (): Promise<void> => {
    for (;;) {
      const polls = [...stream.ready(), ...sqs.ready()];
      const waiting = processes.waiting();
      if (waiting + polls.length === 0) return;
      const which = plan.choose(waiting + polls.length);
      if (which < waiting) await processes.goOn(which);
      else polls[which - waiting]?.();
    }
  };

  return {
    time,
    timers: createClocks(machine),
    queues: {
      consume: sqs.consume,
      send: sqs.send,
      hide: sqs.hide,
      consumeStream: stream.consume,
      stream: stream.send,
      drain: async () => {},
      deadLetters: sqs.deadLetters,
    },
    agenda,
    processes,
    sqs,
    story,
    runThrough: async (until, nextWatch) => {
      for (;;) {
        await settle();
        const wanted = await nextWatch();
        const minute = Math.ceil(Math.max(wanted ?? 0, time.now()) / MINUTE_MS) * MINUTE_MS;
        const watch = wanted === undefined ? Number.POSITIVE_INFINITY : Math.max(minute, watched + MINUTE_MS);
        const next = Math.min(agenda.next() ?? Number.POSITIVE_INFINITY, watch);
        if (next > until) break;
        time.advanceTo(next);
        agenda.act(next);
        if (watch > next) continue;
        watched = next;
        sqs.send('watch-clocks', '{}');
      }
      time.advanceTo(until);
    },
  };
};
