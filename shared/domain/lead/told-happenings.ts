import type { Watched } from '../watch/watch.ts';
import type { Notice } from './notice.ts';

/** How many happenings the message of a notice tells; 0 of what is no watch. */
const told = (watched: Watched | undefined): number =>
  watched === undefined ? 0 : watched.happened.length + watched.more;

/** How many happenings a message of these notices tells; nothing where it tells none. */
export const toldHappenings = (...notices: readonly Notice[]): { readonly happenings?: number } => {
  const happenings = notices.reduce((sum, notice) => sum + ('watched' in notice ? told(notice.watched) : 0), 0);
  return happenings === 0 ? {} : { happenings };
};
