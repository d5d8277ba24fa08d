import type { Fields } from '../../domain/condition/condition.ts';
import { tidy } from '../../fields/characters.ts';
import { isNoValue, isPlaceholder, isPlaceholderName } from '../../fields/placeholder.ts';

type SaysNothing = (text: string) => boolean;

/** Where a word for nothing may be an answer: Jennifer Null, `NA` for Namibia. */
const EXCEPTIONS: ReadonlyMap<string, SaysNothing> = new Map([
  ['person.firstName', isPlaceholderName],
  ['person.lastName', isPlaceholderName],
  ['location.country', isNoValue],
  ['location.region', isNoValue],
]);

/** A further field of the producer's own may well say `none`. */
const saysNothingIn = (path: string): SaysNothing =>
  EXCEPTIONS.get(path) ?? (path.startsWith('fields.') ? isNoValue : isPlaceholder);

/** Without the fields that were filled so as not to stay empty: they tell nothing, and replace nothing that is known. */
export const saidFields = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).filter(([path, value]) => typeof value !== 'string' || !saysNothingIn(path)(tidy(value))),
  );
