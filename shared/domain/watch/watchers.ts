import { DAY_MS } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import type { WatchCommand } from '../vocabulary/watches.ts';
import type { Watcher } from './watch.ts';

/** A watch that a rep has set ends by itself: who has left, or has forgotten it, is not told for ever. */
const WATCH_MS = 365 * DAY_MS;

/** So many reps may watch one person, and so many one company: each of them is one more message. */
export const MOST_WATCHERS = 10;

/** So many are told of one happening: each is a message that the lead owes, and a lead is one item of the table. */
export const MOST_TOLD = 40;

type Watchers = readonly Watcher[] | undefined;

/** Those whose watches have not ended. */
export const stillWatching = (watchers: Watchers, now: Instant): readonly Watcher[] =>
  (watchers ?? []).filter(({ until }) => now < until);

/** Whether the rep watches; `full` where they do not, and no place is left. */
export type WatchState = 'on' | 'off' | 'full';

export const watchStateOf = (watchers: Watchers, rep: string, now: Instant): WatchState => {
  const others = stillWatching(watchers, now).filter((one) => one.rep !== rep);
  if (others.length < stillWatching(watchers, now).length) return 'on';
  return others.length < MOST_WATCHERS ? 'off' : 'full';
};

/** The rep watches from now on, for as long as a watch lasts, or no more; nothing changes where no place is left. */
export const changeWatchers = (
  watchers: Watchers,
  command: WatchCommand,
  rep: string,
  now: Instant,
): readonly Watcher[] => {
  const others = stillWatching(watchers, now).filter((one) => one.rep !== rep);
  if (command === 'stop') return others;
  return others.length < MOST_WATCHERS ? [...others, { rep, until: now + WATCH_MS }] : others;
};
