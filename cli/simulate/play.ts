import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { FactEvent } from '../../shared/domain/lead/fact-event.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { OutgoingMessage } from '../../shared/ports/messenger.ts';
import { createEmbedded, type Embedded } from '../../simulator/embedded.ts';
import type { Feed } from '../feed.ts';
import { collectSooner } from './collect-sooner.ts';

export interface PlayOptions {
  readonly agreement: Agreement;
  readonly feed: Feed;
  readonly seed: number;
  /** Epoch milliseconds; without it the run ends when only daily looks remain. */
  readonly until?: Instant;
  readonly onFact: (fact: FactEvent, runtime: Embedded) => void;
  readonly onMessage?: (message: OutgoingMessage, at: Instant) => void;
  /** Called between lines, for output to keep up. */
  readonly afterLine?: (runtime: Embedded) => Promise<void>;
  /** Asked between lines and before the end: whether what is wanted is known, and the rest need not be played. */
  readonly enough?: () => boolean;
}

/** Plays a feed through the real functions in virtual time. */
export const play = async (options: PlayOptions): Promise<Embedded> => {
  const { agreement, feed, seed, until = Number.POSITIVE_INFINITY } = options;
  collectSooner(feed.lines);
  const runtime: Embedded = createEmbedded({
    agreement,
    seed,
    start: feed.start ?? 0,
    store: { keepHistory: false },
    onFact: (fact) => options.onFact(fact, runtime),
    ...(options.onMessage === undefined ? {} : { onMessage: options.onMessage }),
  });
  for (const { at, detailType, text } of feed.read()) {
    if (at > until) break;
    await runtime.runBefore(at);
    await runtime.deliver(text, detailType);
    await options.afterLine?.(runtime);
    if (options.enough?.()) return runtime;
  }
  if (until === Number.POSITIVE_INFINITY) await runtime.runToEnd();
  else await runtime.runThrough(until);
  return runtime;
};
