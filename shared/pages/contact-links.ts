import { clean } from '../domain/alert/text/clean-text.ts';
import type { Handover } from '../domain/alert/text/handover.ts';
import type { Fields } from '../domain/condition/condition.ts';
import type { PageTexts } from './texts/en.ts';

/** Digits with what people put between them; an extension or a word is nothing to dial. */
const DIALLED = /^\+?[\d\s().\-/]{3,30}$/;

/** A link to call by, if the text is a number and nothing else. */
export const callLink = (phone: string): string | undefined => {
  if (!DIALLED.test(phone)) return undefined;
  // +49 (0)30 12: the zero is for those who dial without the country's code.
  const number = phone.startsWith('+') ? phone.replace('(0)', '') : phone;
  return `tel:${number.replace(/[^+\d]/g, '')}`;
};

export const mailLink = (email: string): string => `mailto:${encodeURIComponent(email).replaceAll('%40', '@')}`;

/** How a lead can be reached, and what they said about it. */
export interface ContactLinks {
  readonly phone: string;
  readonly email: string;
  /** Absent where it is not known, is no number, or they do not want it. */
  readonly callHref?: string;
  readonly mailHref?: string;
  readonly refusals: readonly string[];
  readonly consents: readonly { readonly label: string; readonly answer: string }[];
}

const WAYS = [
  { path: 'consent.call', way: 'call' },
  { path: 'consent.sms', way: 'sms' },
  { path: 'consent.email', way: 'email' },
] as const;

const consentAnswer = (value: Fields[string] | undefined, { yes, no, notAsked }: PageTexts['who']): string =>
  value === true ? yes : value === false ? no : notAsked;

export const contactLinks = ({ fields, email: identity }: Handover['lead'], words: PageTexts['who']): ContactLinks => {
  const phone = clean(String(fields['person.phone'] ?? ''));
  const email = clean(String(fields['person.email'] ?? identity));
  const callHref = fields['consent.call'] === false ? undefined : callLink(phone);
  return {
    phone,
    email,
    ...(callHref === undefined ? {} : { callHref }),
    ...(fields['consent.email'] === false ? {} : { mailHref: mailLink(email) }),
    refusals: WAYS.filter(({ path }) => fields[path] === false).map(({ way }) => words.ways[way].refusal),
    consents: WAYS.map(({ path, way }) => ({
      label: words.ways[way].label,
      answer: consentAnswer(fields[path], words),
    })),
  };
};
