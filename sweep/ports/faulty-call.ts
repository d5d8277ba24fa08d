import type { Instant } from '../../shared/domain/time/instant.ts';
import type { SweepHost } from '../host/sweep-host.ts';
import { FAULT_IN_WORDS, type Fault, LATE_MS, type PointKind, THROTTLED_MS } from '../plan/fault.ts';
import type { Plan } from '../plan/plan.ts';

/** A call of a port. */
export interface Call<T> {
  readonly kind: PointKind;
  readonly what: string;
  act(): Promise<T>;
  /** What the caller gets where the call fails: an error, or an answer that says so. */
  fails(why: string): T;
  /** What else may become of it, by the fault. */
  readonly instead?: Partial<Record<Fault, () => Promise<T>>>;
}

const forEver = <T>(): Promise<T> => new Promise(() => {});

/** Makes calls go wrong as the plan says. What no function calls, such as a check, never does. */
export const createFaultyCalls = ({ processes, time, story }: SweepHost, plan: Plan) => {
  const throttledUntil = new Map<string, Instant>();

  return async <T>({ kind, what, act, fails, instead = {} }: Call<T>): Promise<T> => {
    const process = processes.current();
    if (process === undefined) return act();
    await processes.turn(process);
    const tell = (how: string): void => story.tell(() => `  ${process.of} ${process.id}: ${what}${how}`);
    if ((throttledUntil.get(kind) ?? 0) > time.now()) {
      tell(' is throttled');
      return fails('throttled');
    }
    const fault = plan.at({ kind, what: `${process.of}: ${what}` });
    if (fault === undefined) {
      if (kind !== 'read') tell('');
      return act();
    }
    tell(` FAULT ${FAULT_IN_WORDS[fault]}`);
    switch (fault) {
      case 'fails':
        return fails('unavailable');
      case 'throttled':
        throttledUntil.set(kind, time.now() + THROTTLED_MS);
        return fails('throttled');
      case 'answer-lost':
        await act();
        return fails('the answer was lost');
      case 'late':
        await processes.sleep(process, time.now() + LATE_MS);
        return act();
      case 'slow': {
        const answer = await act();
        await processes.sleep(process, time.now() + LATE_MS);
        return answer;
      }
      case 'killed':
        await act();
        processes.kill(process);
        return forEver();
      case 'overrun':
        await processes.sleep(process, process.deadline);
        await act();
        processes.kill(process);
        return forEver();
      default:
        return (instead[fault] ?? act)();
    }
  };
};

export type FaultyCall = ReturnType<typeof createFaultyCalls>;
