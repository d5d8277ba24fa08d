import { HAPPENED_TOLD, type Happened, type Watched } from '../watch/watch.ts';
import type { Notice } from './notice.ts';

/** A title is told in a line. */
const TITLE_LENGTH = 120;

const short = ({ title, ...happened }: Happened): Happened =>
  title === undefined ? happened : { ...happened, title: title.slice(0, TITLE_LENGTH).toWellFormed() };

const withHappened = ({ happened, more }: Watched, next: Happened): Watched => {
  // What comes late has its place by when it happened.
  const all = [next, ...happened].toSorted((a, b) => b.at - a.at);
  return { happened: all.slice(0, HAPPENED_TOLD), more: more + Math.max(0, all.length - HAPPENED_TOLD) };
};

const isOfWatcher = (notice: Notice, rep: string | null): boolean => notice.purpose === 'watch' && notice.rep === rep;

/** Whether alert-rep has yet to see it: what it says may still change. */
export const isUnseen = ({ deliveries }: Notice): boolean => deliveries.length === 0;

/**
 * Owes a watcher another happening. It joins the message that is still unseen, if there is one: so a lead owes each
 * watcher two messages at most, one on its way and one that waits for it, whatever happens meanwhile.
 */
export const oweWatch = (
  notices: readonly Notice[],
  rep: string | null,
  happened: Happened,
  owed: Pick<Notice, 'sequence' | 'attempt' | 'at'>,
): readonly Notice[] => {
  const next = short(happened);
  const at = notices.findIndex((notice) => isOfWatcher(notice, rep) && isUnseen(notice));
  const unseen = notices[at];
  if (unseen !== undefined && 'watched' in unseen && unseen.watched !== undefined) {
    return notices.with(at, { ...unseen, watched: withHappened(unseen.watched, next) });
  }
  const watched = { happened: [next], more: 0 };
  const base = { ...owed, deliveries: [], watched, purpose: 'watch' as const };
  return [...notices, rep === null ? { ...base, rep } : { ...base, rep }];
};

/** Whether another message of the lead to the same watcher is on its way: this one waits, and takes up what happens meanwhile. */
export const waitsForEarlier = (notice: Notice, earlier: readonly Notice[]): boolean =>
  notice.purpose === 'watch' && isUnseen(notice) && earlier.some((one) => isOfWatcher(one, notice.rep));
