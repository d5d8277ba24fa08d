import type { FactEvent } from '../../shared/domain/lead/fact-event.ts';
import type { ChatUpdates } from '../../shared/ports/chat-updates.ts';
import type { Clocks } from '../../shared/ports/clocks.ts';
import type { FactBus } from '../../shared/ports/fact-bus.ts';
import type { MeasuredStore } from '../../shared/ports/measured-store.ts';
import type { Messenger } from '../../shared/ports/messenger.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import type { ReachQuestions } from '../../shared/ports/reach-questions.ts';
import type { Backlog, RecheckQueue } from '../../shared/ports/recheck-queue.ts';
import type { WebCalls } from '../../shared/ports/web-calls.ts';
import type { SweepHost } from '../host/sweep-host.ts';
import type { Plan } from '../plan/plan.ts';
import { createFaultyCalls, type FaultyCall } from './faulty-call.ts';
import { faultyStore } from './faulty-store.ts';

const fails = (why: string): never => {
  throw new Error(why);
};

const faultyBus = (bus: FactBus, call: FaultyCall): FactBus => ({
  publish: (facts) => {
    const refusing = (refused: readonly FactEvent[]) => async () => {
      await bus.publish(facts.filter((fact) => !refused.includes(fact)));
      return refused;
    };
    return call({
      kind: 'publish',
      what: `publishes ${facts.map(({ type }) => type).join(', ')}`,
      act: () => bus.publish(facts),
      fails,
      instead: {
        'refused-in-part': refusing(facts.filter((_, index) => index % 2 === 1)),
        'refused-first': refusing(facts.slice(0, 1)),
      },
    });
  },
});

/** A channel that cannot be asked has failed at once: that is an answer. */
const faultyMessenger = (messenger: Messenger, call: FaultyCall): Messenger => ({
  send: (message) =>
    call({
      kind: 'message',
      what: `sends ${message.purpose} to ${message.rep} by ${message.channel}`,
      act: () => messenger.send(message),
      fails: (failure) => ({ failure }),
    }),
});

/** Slack may do it later. */
const faultyUpdates = (updates: ChatUpdates, call: FaultyCall): ChatUpdates => ({
  update: (posted, text) =>
    call({
      kind: 'message',
      what: `writes ${posted.ts} anew`,
      act: () => updates.update(posted, text),
      fails: () => 'later',
    }),
});

const faultyWeb = (calls: WebCalls, call: FaultyCall): WebCalls => ({
  call: (made) =>
    call({ kind: 'message', what: `calls ${new URL(made.url).host}`, act: () => calls.call(made), fails }),
});

const faultyQueue = (queue: RecheckQueue, call: FaultyCall): RecheckQueue => {
  const enqueue = <T>(what: string, all: readonly T[], send: (some: readonly T[]) => Promise<void>): Promise<void> =>
    call({
      kind: 'enqueue',
      what: `${what} (${all.length})`,
      act: () => send(all),
      fails,
      instead: {
        'in-part': async () => {
          await send(all.slice(0, Math.floor(all.length / 2)));
          fails('only half was sent');
        },
      },
    });
  return {
    recheck: (target, leadIds) => enqueue(`has ${target} recheck`, leadIds, (some) => queue.recheck(target, some)),
    publishAgain: (left) => enqueue('has facts published again', left, (some) => queue.publishAgain(some)),
  };
};

const faultyBacklog = (backlog: Backlog, call: FaultyCall): Backlog => ({
  waiting: (queue) =>
    call({ kind: 'ask', what: `asks how much waits for ${queue}`, act: () => backlog.waiting(queue), fails }),
});

const faultyClocks = (clocks: Clocks, call: FaultyCall): Clocks => ({
  start: (clock) =>
    call({
      kind: 'start',
      what: `has a clock of ${clock.clause} wait`,
      act: () => clocks.start(clock),
      fails,
    }),
});

const faultyReach = (questions: ReachQuestions, call: FaultyCall): ReachQuestions => {
  const ask = <T>(what: string, act: () => Promise<T>): Promise<T> =>
    call({ kind: 'ask', what: `asks the account about ${what}`, act, fails });
  return {
    email: (recipients) => ask('e-mail', () => questions.email(recipients)),
    sandbox: () => ask('its sandbox', questions.sandbox),
    optedOut: () => ask('who opted out', questions.optedOut),
    spending: (now) => ask('what is spent', () => questions.spending(now)),
    origins: () => ask('its numbers', questions.origins),
    slack: (members) => ask('who is in Slack', () => questions.slack(members)),
  };
};

const faultyMeasured = (measured: MeasuredStore, call: FaultyCall): MeasuredStore => ({
  ...measured,
  read: (leadId) =>
    call({ kind: 'read', what: `reads what is measured of ${leadId}`, act: () => measured.read(leadId), fails }),
  keep: (lead, from) =>
    call({
      kind: 'commit',
      what: `keeps what is measured of ${lead.leadId} up to ${lead.upTo}`,
      act: () => measured.keep(lead, from),
      fails,
      instead: { conflict: async () => false },
    }),
  keepRefusal: (refusal) =>
    call({
      kind: 'commit',
      what: `keeps the refusal ${refusal.id}`,
      act: () => measured.keepRefusal(refusal),
      fails,
      instead: { conflict: () => measured.keepRefusal(refusal) },
    }),
});

/** Ports whose every call goes wrong as the plan says. */
export const faultyPorts = (own: Ports, host: SweepHost, plan: Plan): Ports => {
  const call = createFaultyCalls(host, plan);
  const { processes, time } = host;
  return {
    ...own,
    store: faultyStore(own.store, call),
    bus: faultyBus(own.bus, call),
    messenger: faultyMessenger(own.messenger, call),
    chatUpdates: faultyUpdates(own.chatUpdates, call),
    calls: faultyWeb(own.calls, call),
    measured: faultyMeasured(own.measured, call),
    rechecks: faultyQueue(own.rechecks, call),
    backlog: faultyBacklog(own.backlog, call),
    clocks: faultyClocks(own.clocks, call),
    reachQuestions: faultyReach(own.reachQuestions, call),
    time: {
      now: () => {
        const process = processes.current();
        return time.now() + (process === undefined ? 0 : plan.skewOf(process.of));
      },
      pause: async (ms) => {
        const process = processes.current();
        if (process !== undefined) await processes.sleep(process, time.now() + Math.ceil(ms));
      },
    },
    // As on AWS, two captures of one address at once come to two ids.
    ids: { ...own.ids, leadId: () => own.ids.capability().hash.slice(0, 32) },
  };
};
