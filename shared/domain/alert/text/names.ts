import type { Fields } from '../../condition/condition.ts';
import { cleanAndCut, withoutLinks } from './clean-text.ts';

const NAME_LENGTH = 80;

/** A field as one line of at most `most` characters; empty where there is none. */
export function fieldText(fields: Fields, path: string, most: number): string {
  const value = fields[path];
  return value === undefined ? '' : cleanAndCut(String(value), most);
}

/** Hosts of the lead's own company and address: a company may be called by one. */
export const ownHosts = (fields: Fields, email = ''): readonly string[] =>
  [fieldText(fields, 'company.domain', 255), email.split('@')[1] ?? '']
    .filter((host) => host !== '')
    .map((host) => host.toLowerCase());

/** The text if somebody can be called by it, else empty; `own`: hosts that may stand in it. */
export function asName(text: string, own: readonly string[] = []): string {
  const name = withoutLinks(text, own).replace(/[\s.,:;]+$/, '');
  return /[\p{L}\p{N}]/u.test(name) ? name : '';
}

export const firstName = (fields: Fields): string => fieldText(fields, 'person.firstName', NAME_LENGTH);

export const lastName = (fields: Fields): string => fieldText(fields, 'person.lastName', NAME_LENGTH);

export const personName = (fields: Fields): string => asName(`${firstName(fields)} ${lastName(fields)}`.trim());

export const companyName = (fields: Fields): string =>
  asName(fieldText(fields, 'company.name', NAME_LENGTH), ownHosts(fields));

export const repName = (name: string): string => cleanAndCut(name, NAME_LENGTH);
