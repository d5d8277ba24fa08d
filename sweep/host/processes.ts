import { setImmediate as macrotask } from 'node:timers/promises';
import type { FunctionName } from '../../shared/contracts/functions.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { TimeSource } from '../../shared/ports/time-source.ts';
import type { Agenda } from './agenda.ts';

/** One invocation of a function. */
export interface Process {
  readonly id: number;
  readonly of: FunctionName;
  /** When its time is up. */
  readonly deadline: Instant;
}

/** As infra gives them. */
export const TIMEOUT_MS: Readonly<Record<FunctionName, number>> = {
  'record-answer': 30_000,
  'score-lead': 30_000,
  'route-lead': 30_000,
  'alert-rep': 30_000,
  'keep-measures': 60_000,
  'advance-clock': 30_000,
  'watch-clocks': 50_000,
  'check-reach': 300_000,
  'publish-events': 30_000,
  'answer-alert': 10_000,
  'show-measures': 29_000,
  'mail-figures': 600_000,
  'hear-bounce': 30_000,
  'read-reply': 30_000,
  'answer-slack': 10_000,
  'update-chat': 30_000,
  'receive-webhook': 10_000,
  'reconcile-sources': 900_000,
  'translate-lead': 60_000,
  'send-webhook': 60_000,
  'write-crm': 60_000,
  'post-card': 60_000,
};

export type Ending<T> =
  | { readonly ended: 'done'; readonly value: T }
  | { readonly ended: 'failed'; readonly error: unknown }
  | { readonly ended: 'killed' };

/** Invocations side by side. Each goes on only when it is its turn, so that a run is the same each time. */
export interface Processes {
  start<T>(of: FunctionName, work: () => Promise<T>, onEnd: (ending: Ending<T>) => void): void;
  /** The invocation that the caller is part of. */
  current(): Process | undefined;
  /** Until it is the invocation's turn; for ever in one that was killed. */
  turn(process: Process): Promise<void>;
  /** The same, not before the instant. The process is killed when its time is up. */
  sleep(process: Process, until: Instant): Promise<void>;
  kill(process: Process): void;
  /** How many could go on now. */
  waiting(): number;
  /** Lets one of them go on until it waits for its next turn, or is over. */
  goOn(which: number): Promise<void>;
}

interface Running extends Process {
  /** Calls that wait for their turn, or for an instant. */
  waits: number;
  isOver: boolean;
  readonly onKill: () => void;
}

interface Waiting {
  readonly process: Running;
  readonly resume: () => void;
}

export const createProcesses = (time: TimeSource, agenda: Agenda): Processes => {
  /** One at a time goes on, so whoever calls a port is this one. */
  let current: Running | undefined;
  const running = new Map<number, Running>();
  let waiting: Waiting[] = [];
  let started = 0;

  const goOn = async ({ process, resume }: Waiting): Promise<void> => {
    current = process;
    resume();
    // A port answers in microtasks, which are all done by then; what truly waits is waited for.
    do await macrotask();
    while (!process.isOver && process.waits === 0);
    current = undefined;
  };

  const over = (process: Running): void => {
    process.isOver = true;
    running.delete(process.id);
  };

  const kill = ({ id }: Process): void => {
    const process = running.get(id);
    if (process === undefined) return;
    over(process);
    waiting = waiting.filter((one) => one.process !== process);
    process.onKill();
  };

  /** Never resolves in a process that is over: whoever waits there is gone. */
  const wait = ({ id }: Process, whenReady: (ready: () => void) => void): Promise<void> =>
    new Promise((resolve) => {
      const process = running.get(id);
      if (process === undefined) return;
      process.waits += 1;
      const resume = (): void => {
        process.waits -= 1;
        resolve();
      };
      whenReady(() => {
        if (!process.isOver) waiting.push({ process, resume });
      });
    });

  return {
    start: (of, work, onEnd) => {
      started += 1;
      const process: Running = {
        id: started,
        of,
        deadline: time.now() + TIMEOUT_MS[of],
        waits: 1,
        isOver: false,
        onKill: () => onEnd({ ended: 'killed' }),
      };
      running.set(process.id, process);
      const end = (ending: Parameters<typeof onEnd>[0]): void => {
        if (process.isOver) return;
        over(process);
        onEnd(ending);
      };
      const begin = (): void => {
        process.waits -= 1;
        void work().then(
          (value) => end({ ended: 'done', value }),
          (error: unknown) => end({ ended: 'failed', error }),
        );
      };
      waiting.push({ process, resume: begin });
    },
    current: () => current,
    turn: (process) => wait(process, (ready) => ready()),
    sleep: (process, until) =>
      wait(process, (ready) => {
        if (until > process.deadline) agenda.at(process.deadline, () => kill(process));
        else agenda.at(until, ready);
      }),
    kill,
    waiting: () => waiting.length,
    goOn: async (which) => {
      const [next] = waiting.splice(which, 1);
      if (next !== undefined) await goOn(next);
    },
  };
};
