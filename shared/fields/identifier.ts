import { isPlaceholder } from './placeholder.ts';
import { ABSENT, andThen, type Reader, read, unreadable } from './reading.ts';
import { textOf } from './text.ts';

/** Code points of the longest name that something is looked up by: a table's key holds at most 2,048 bytes. */
export const MAX_IDENTIFIER = 256;

/** The UUIDs that stand for none, and what else scripts write where they have no id: `0`, `-1`, `GA1.2.undefined`. */
const NOBODY = [
  /^[0{}.\s-]*$/,
  /^([0-9a-f])\1{7}-?(?:\1{4}-?){3}\1{12}$/i,
  /^x{8}-x{4}/i,
  /^-\d+$/,
  /(?:^|[^a-z])(?:undefined)+(?:$|[^a-z])|(?:^|[^a-z])(?:null|nan)+(?:%20)*$/i,
  /^(?:%5b|\[)object/i,
  /^function\b|=>/,
  /^-?infinity$/i,
  /^[:$](?:visitor|user|client)/i,
  /^(?:true|false|guest|visitor|user|nobody|noone|default|string|cookie|dnt|redacted|denied|deleted|blocked|opt(?:ed)?[-_ ]?out|[[<]?(?:your[-_ ]?)?(?:visitor|user|client|cookie)?[-_ ]?id(?:[-_ ]?here)?[\]>]?)$/i,
];

/**
 * A name that somebody or something is known by, as it is but for what nobody sees. Of what is too long nothing is
 * kept: the beginning of a name may be another's.
 */
export const readIdentifier: Reader<string> = (value) =>
  andThen(textOf(value), (text) => {
    if (isPlaceholder(text)) return ABSENT;
    if ([...text].length > MAX_IDENTIFIER) return unreadable(`longer than ${MAX_IDENTIFIER} characters`);
    return NOBODY.some((pattern) => pattern.test(text)) ? ABSENT : read(text);
  });
