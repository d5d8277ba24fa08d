import type { ActivityField } from '../../domain/condition/condition-fields.ts';
import { readFlag } from '../../fields/flag.ts';
import { readIdentifier } from '../../fields/identifier.ts';
import { readAmount } from '../../fields/lead-readers.ts';
import { andThen, type Reader, read, unreadable } from '../../fields/reading.ts';
import { readFurther, readText } from '../../fields/text.ts';

const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A kebab-case word, as the agreement has them: `Page Viewed`, `page_viewed` and `pageViewed` are `page-viewed`. */
export const readKind: Reader<string> = (value) =>
  andThen(readFurther(value), (kind) => {
    if (typeof kind === 'string' && KEBAB.test(kind)) return read(kind);
    const words = String(kind)
      .replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-')
      .toLowerCase()
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((word) => word !== '');
    return words.length === 0 || typeof kind === 'boolean' ? unreadable('not a word') : read(words.join('-'));
  });

/** By whom each field of an activity is read. */
export const ACTIVITY_READERS: Readonly<Record<ActivityField, Reader<string>>> = {
  kind: readKind,
  url: readText,
  contentId: readText,
  title: readText,
};

/** By whom each field of an answer is read that is a text, a number or a name. */
export const ANSWER_READERS = {
  leadId: readIdentifier,
  repId: readIdentifier,
  by: readIdentifier,
  reason: readText,
  note: readText,
  channel: readText,
  revenue: readAmount,
  currency: readText,
  giveBack: readFlag,
} as const;

/** One of a closed list, in any spelling of its words, or what other programs write for it. */
export const readOneOf =
  <T extends string>(list: readonly T[], others: Readonly<Record<string, T>> = {}): Reader<T> =>
  (value) =>
    andThen(readKind(value), (word) => {
      const found = list.find((one) => one === word) ?? (Object.hasOwn(others, word) ? others[word] : undefined);
      return found === undefined ? unreadable(`must be one of ${list.join(', ')}`) : read(found);
    });
