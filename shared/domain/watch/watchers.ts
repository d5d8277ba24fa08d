import { DAY_MS } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import type { Watcher } from './watch.ts';

/** A watch that a rep has set ends by itself: who has left, or has forgotten it, is not told for ever. */
export const WATCH_MS = 365 * DAY_MS;

/** So many reps may watch one person, and so many one company: each of them is one more message. */
export const MOST_WATCHERS = 10;

/** So many are told of one happening: each is a message that the lead owes, and a lead is one item of the table. */
export const MOST_TOLD = 40;

/** Those whose watches have not ended. */
export const stillWatching = (watchers: readonly Watcher[] | undefined, now: Instant): readonly Watcher[] =>
  (watchers ?? []).filter(({ until }) => now < until);

export const watcherOf = (
  { watchers }: { readonly watchers?: readonly Watcher[] },
  rep: string,
  now: Instant,
): Watcher | undefined => stillWatching(watchers, now).find((one) => one.rep === rep);

type Watchable = { readonly watchers?: readonly Watcher[] };

const withWatchers = <T extends Watchable>({ watchers: _, ...rest }: T, left: readonly Watcher[]) =>
  left.length === 0 ? rest : { ...rest, watchers: left };

/** The rep watches from now on, for as long as a watch lasts; undefined where there is no place left. */
export const startWatching = <T extends Watchable>(watched: T, rep: string, now: Instant) => {
  const others = stillWatching(watched.watchers, now).filter((one) => one.rep !== rep);
  return others.length >= MOST_WATCHERS
    ? undefined
    : withWatchers(watched, [...others, { rep, until: now + WATCH_MS }]);
};

export const stopWatching = <T extends Watchable>(watched: T, rep: string, now: Instant) =>
  withWatchers(
    watched,
    stillWatching(watched.watchers, now).filter((one) => one.rep !== rep),
  );
