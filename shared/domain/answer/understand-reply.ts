import type { RejectAction } from '../vocabulary/reject-actions.ts';

/** What a text from a rep's phone says. */
export type Reply =
  | { readonly says: 'accept' }
  | { readonly says: 'reject'; readonly reason: string; readonly action: RejectAction }
  /** The rep tried to reach the person, and did not. */
  | { readonly says: 'no-answer' }
  | { readonly says: 'unclear' };

/** A word for the carrier and AWS, who have acted on it already. */
export type Keyword = { readonly says: 'keyword' };

const ACCEPT = ['1', 'yes', 'accept'];
const NO_ANSWER = ['3', 'tried', 'called', 'no answer', 'called no answer'];

/** Those that AWS End User Messaging answers by itself, and what opts in again. */
const KEYWORDS = [
  ...['stop', 'stopall', 'stop all', 'unsubscribe', 'cancel', 'end', 'quit', 'remove', 'arret', 'td'],
  ...['opt out', 'optout', 'help', 'info', 'start', 'unstop'],
];

/**
 * Letters and digits in words: case, width (NFKC) and punctuation do not count, but a question mark does, as
 * whoever asks has not answered.
 */
const wordsOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}?]+/gu, ' ')
    .trim();

/**
 * `1` accepts, `3` says that nobody took the call. `2` and the place of a reason in the agreement, from 1, reject: `2 3`, `2-3`, `2.3` and `23` are the
 * same, for an answer's first digit always says which of the two it is. The reason's name may follow.
 */
export const understandReply = (
  text: string,
  rejectReasons: Readonly<Record<string, RejectAction>>,
): Reply | Keyword => {
  const words = wordsOf(text);
  if (ACCEPT.includes(words)) return { says: 'accept' };
  if (NO_ANSWER.includes(words)) return { says: 'no-answer' };
  if (KEYWORDS.includes(words)) return { says: 'keyword' };
  const [, place, name] = /^(?:2|reject) ?(\d{1,2})(?: (.+))?$/.exec(words) ?? [];
  const [reason, action] = Object.entries(rejectReasons)[Number(place) - 1] ?? [];
  if (reason === undefined || action === undefined) return { says: 'unclear' };
  return name === undefined || name === wordsOf(reason) ? { says: 'reject', reason, action } : { says: 'unclear' };
};
