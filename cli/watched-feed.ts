import { counted } from '../shared/domain/language/counted.ts';
import type { Feed } from './feed.ts';
import { createProgress, type Terminal } from './progress.ts';

/** A feed that is played in less is not worth a bar. */
const AFTER_MS = 2_000;

/** The feed, with a bar on the terminal that shows how far it is played. */
export const watchedFeed = (feed: Feed, terminal: Terminal | undefined, now: () => number = Date.now): Feed => {
  if (!terminal?.isTTY) return feed;
  return {
    ...feed,
    read: function* () {
      const progress = createProgress(terminal, { now, afterMs: AFTER_MS });
      let read = 0;
      try {
        for (const line of feed.read()) {
          yield line;
          read += 1;
          progress.show(read / feed.lines, () => `${read} of ${counted(feed.lines, 'line')} played`);
        }
      } finally {
        progress.clear();
      }
    },
  };
};
