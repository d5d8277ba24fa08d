import { clean } from '../domain/alert/text/clean-text.ts';
import type { Handover } from '../domain/alert/text/handover.ts';
import type { Fields } from '../domain/condition/condition.ts';
import { isMessageLanguage, type MessageLanguage } from '../domain/language/message-language.ts';
import { brief } from './brief.ts';
import type { PageTexts } from './texts/en.ts';
import { PAGE_TEXTS } from './texts/page-texts.ts';

/** Digits with what people put between them; a word is nothing to dial. */
const DIALLED = /^\+?[\d\s().\-/]{3,30}$/;

/** As the reader of phones writes an extension, and as people do. */
const EXTENSION = /\s*(?:;ext=|,|(?:extension|ext|x|durchwahl|dw|poste)[.:]?)\s*(\d{1,11})$/i;

interface Phone {
  readonly main: string;
  readonly extension?: string;
}

const readParts = (phone: string): Phone => {
  const [found, extension] = EXTENSION.exec(phone) ?? [];
  return found === undefined || extension === undefined
    ? { main: phone }
    : { main: phone.slice(0, -found.length), extension };
};

/** A link to call by, if the text is a number and nothing else. */
export const callLink = (phone: string): string | undefined => {
  const { main, extension } = readParts(phone);
  if (!DIALLED.test(main)) return undefined;
  // +49 (0)30 12: the zero is for those who dial without the country's code.
  const number = main.startsWith('+') ? main.replace('(0)', '') : main;
  // A comma is a pause, which phones dial; few of them know RFC 3966's `;ext=`.
  return `tel:${number.replace(/[^+\d]/g, '')}${extension === undefined ? '' : `,${extension}`}`;
};

/** `subject`: cleaned text. */
export const mailLink = (email: string, subject: string): string =>
  `mailto:${encodeURIComponent(email).replaceAll('%40', '@')}?subject=${encodeURIComponent(subject)}`;

/** A subject is cut off here, by bytes of HTML. */
const SUBJECT_BYTES = 80;

/** In the lead's own language, if there are texts in it. What marketing calls a reason is not written for the lead. */
const subjectFor = (fields: Fields, reader: MessageLanguage): string => {
  const said = String(fields.language ?? '').split('-')[0] ?? '';
  const language = isMessageLanguage(said) ? said : reader;
  const { about, enquiry } = PAGE_TEXTS[language].who.subjects;
  const interest = brief(String(fields.interest ?? ''), SUBJECT_BYTES);
  return interest === '' ? enquiry : about(interest);
};

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

export const contactLinks = (
  { fields, email: identity }: Handover['lead'],
  language: MessageLanguage,
): ContactLinks => {
  const words = PAGE_TEXTS[language].who;
  const written = clean(String(fields['person.phone'] ?? ''));
  const { main, extension } = readParts(written);
  const phone = extension === undefined ? main : `${main} ${words.extension(extension)}`;
  const email = clean(String(fields['person.email'] ?? identity));
  const callHref = fields['consent.call'] === false ? undefined : callLink(written);
  return {
    phone,
    email,
    ...(callHref === undefined ? {} : { callHref }),
    ...(fields['consent.email'] === false ? {} : { mailHref: mailLink(email, subjectFor(fields, language)) }),
    refusals: WAYS.filter(({ path }) => fields[path] === false).map(({ way }) => words.ways[way].refusal),
    consents: WAYS.map(({ path, way }) => ({
      label: words.ways[way].label,
      answer: consentAnswer(fields[path], words),
    })),
  };
};
