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

export const firstName = (fields: Fields): string => fieldText(fields, 'person.firstName', NAME_LENGTH);

export const lastName = (fields: Fields): string => fieldText(fields, 'person.lastName', NAME_LENGTH);

export const personName = (fields: Fields): string => asName(`${firstName(fields)} ${lastName(fields)}`.trim());

export const companyName = (fields: Fields): string => asName(fieldText(fields, 'company.name', NAME_LENGTH));

export const repName = (name: string): string => cleanAndCut(name, NAME_LENGTH);
