import type { Fields } from '../../condition/condition.ts';
import { cleanAndCut, withoutLinks } from './clean-text.ts';

const NAME_LENGTH = 80;

/** A field as one line of at most `most` characters; empty where there is none. */
export function fieldText(fields: Fields, path: string, most: number): string {
  const value = fields[path];
  return value === undefined ? '' : cleanAndCut(String(value), most);
}

/** The text if somebody can be called by it, else empty. */
export function asName(text: string): string {
  const name = withoutLinks(text).replace(/[\s.,:;]+$/, '');
  return /[\p{L}\p{N}]/u.test(name) ? name : '';
}

export function personName(fields: Fields): string {
  const parts = ['person.firstName', 'person.lastName'].map((path) => fieldText(fields, path, NAME_LENGTH));
  return asName(parts.join(' ').trim());
}

export const companyName = (fields: Fields): string => asName(fieldText(fields, 'company.name', NAME_LENGTH));

export const repName = (name: string): string => cleanAndCut(name, NAME_LENGTH);
