import * as z from 'zod';
import { quote } from '../checks/finding.ts';

/** Names become keys of objects, and these every object has. */
const isFree = (text: string): boolean => !(text in {}) && text !== 'prototype';

/** What somebody would call it; at most 200 characters, as it is written into messages. */
export const title = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(200, 'is longer than 200 characters')
  .refine(isFree, 'is a reserved word');

/** Letters, digits, `.`, `_` and `-`, so that it is safe in names of resources and in links. */
export const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'expected letters, digits, ".", "_" and "-", at most 64')
  .refine(isFree, 'is a reserved word');

export const kebabWord = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by "-", such as page-viewed');

const isDate = (text: string): boolean => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
};

/** `YYYY-MM-DD`, a day that there is. */
export const localDate = z
  .string()
  .refine(isDate, { error: ({ input }) => `expected a date such as 2026-12-31, got ${quote(input)}` });

const zones = new Map<string, boolean>();

const isTimeZone = (text: string): boolean => {
  let known = zones.get(text);
  if (known === undefined) {
    try {
      new Intl.DateTimeFormat('en', { timeZone: text });
      // Offsets such as +02:00 know no daylight saving.
      known = !/^[+-]/.test(text);
    } catch {
      known = false;
    }
    zones.set(text, known);
  }
  return known;
};

/** IANA. */
export const timeZone = z.string().refine(isTimeZone, {
  error: ({ input }) => `unknown time zone ${quote(input)}, expected an IANA name such as Europe/Berlin`,
});

const isLanguage = (text: string): boolean => {
  try {
    return /^[a-z]{2,3}(-|$)/i.test(text) && Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
};

/** BCP 47, lower-cased. */
export const language = z
  .string()
  .refine(isLanguage, { error: ({ input }) => `expected a language such as en or de-AT, got ${quote(input)}` })
  .transform((text) => text.toLowerCase());

export const email = z.email('expected an e-mail address');

/** E.164. */
export const phone = z.e164('expected a phone number in quotes such as "+4915112345678"');

export const domain = z
  .string()
  .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i, 'expected a domain such as example.net')
  .transform((text) => text.toLowerCase());

export const count = z.int().positive('expected 1 or more');
