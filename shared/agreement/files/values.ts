import * as z from 'zod';
import { quote } from '../../domain/language/quote.ts';
import { isDate } from '../../domain/time/local-date.ts';
import type { Zone } from '../../domain/time/zone.ts';
import { asciiHost } from '../../fields/host.ts';
import { isLanguage, languageProblem } from '../codes/languages.ts';
import { timeZoneProblem } from '../codes/time-zones.ts';
import { findZone } from '../zones/packed-zones.ts';

/** A text of a form; the check and an editor tell the problem in the same words. */
export const formed = (pattern: RegExp, problem: string) =>
  z.string().regex(pattern, problem).meta({ patternErrorMessage: problem });

/** For what is asked of several keys of a mapping: only where all of them could be read. */
export const whereRead =
  (...keys: readonly string[]) =>
  ({ value, issues }: z.core.ParsePayload): boolean =>
    typeof value === 'object' &&
    value !== null &&
    keys.every((key) => Object.hasOwn(value, key) && !issues.some(({ path }) => path?.[0] === key));

/** `95%` as a part of 1. */
export const partOf = (percentage: string): number => Number.parseFloat(percentage) / 100;

/** Names become keys of objects, and these every object has. */
const isFree = (text: string): boolean => !(text in {}) && text !== 'prototype';

/** What somebody would call it; at most 200 characters, as it is written into messages. */
export const title = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(200, 'is longer than 200 characters')
  .refine(isFree, 'is a reserved word')
  .meta({ pattern: '\\S' });

/** Letters, digits, `.`, `_` and `-`, so that it is safe in names of resources and in links. */
export const id = formed(
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
  'expected letters, digits, ".", "_" and "-", at most 64',
).refine(isFree, 'is a reserved word');

export const kebabWord = formed(
  /^[a-z0-9]+(-[a-z0-9]+)*$/,
  'expected lower-case words joined by "-", such as page-viewed',
);

/** A field that a lead may have; which those are is looked at by the check. */
export const leadField = z.string().meta({ fieldOf: 'lead' });

/** `YYYY-MM-DD`, a day that there is. */
export const localDate = z
  .string()
  .refine(isDate, { error: ({ input }) => `expected a date such as 2026-12-31, got ${quote(input)}` })
  .meta({
    pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
    patternErrorMessage: 'expected a date such as 2026-12-31',
    examples: ['2026-12-31'],
  });

/** A country, or a part of one, whose public holidays are known; which those are is looked at by the check. */
export const calendar = z.string().meta({
  pattern: '^[A-Z]{2}(-|$)',
  patternErrorMessage: 'expected a country or a part of one such as DE or DE-BY',
});

/** An IANA name to the zone, with all that its clock has done and will do. */
export const timeZone = z
  .string()
  .meta({ pattern: '^[A-Za-z]{2,}', patternErrorMessage: 'expected an IANA name such as Europe/Berlin' })
  .transform((text, context): Zone => {
    const problem = timeZoneProblem(text);
    const zone = problem === undefined ? findZone(text) : undefined;
    if (zone !== undefined) return zone;
    context.addIssue(problem ?? '');
    return z.NEVER;
  });

/** BCP 47, lower-cased. */
export const language = z
  .string()
  .refine(isLanguage, { error: ({ input }) => languageProblem(String(input)) ?? '' })
  .meta({
    pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$',
    patternErrorMessage: 'expected a language such as en or de-AT',
    examples: ['en', 'de', 'fr', 'es'],
  })
  .transform((text) => text.toLowerCase());

const EMAIL = 'expected an e-mail address';

/** The same address with its domain as mail servers know it, where it is written in another script. */
const inAscii = (text: string): string | undefined => {
  const at = text.lastIndexOf('@');
  const host = asciiHost(text.slice(at + 1));
  const address = `${text.slice(0, at)}@${host}`;
  return host !== undefined && address !== text && z.email().safeParse(address).success ? address : undefined;
};

const emailProblem = (text: unknown): string => {
  const address = typeof text === 'string' ? inAscii(text) : undefined;
  return address === undefined ? EMAIL : `${EMAIL} with its domain in ASCII: write ${quote(address)}`;
};

export const email = z.email({ error: ({ input }) => emailProblem(input) }).meta({ patternErrorMessage: EMAIL });

const SLACK = 'expected the id of a member in Slack such as U0123ABCD';
export const slackMember = z
  .string(SLACK)
  .regex(/^[UW][A-Z0-9]{5,20}$/, SLACK)
  .meta({ patternErrorMessage: SLACK });

/** E.164. */
const PHONE = 'expected a phone number in quotes such as "+4915112345678"';
export const phone = z.e164(PHONE).meta({ patternErrorMessage: PHONE });

export const domain = formed(
  /^([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/,
  'expected a domain such as example.net',
)
  .meta({ examples: ['example.net'] })
  .transform((text) => text.toLowerCase());

export const count = z.int().positive('expected 1 or more');

/** Small letters: it is part of an address, and of the name under which a secret is kept. */
export const systemName = formed(
  /^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$/,
  'expected small letters, digits and "-", at most 64',
);

/** Of another system. What is secret goes there, so nobody may listen; this machine is for tests. */
export const webAddress = z
  .url('expected an address')
  .regex(/^(https:|http:\/\/(localhost|127\.0\.0\.1)(:|\/|$))/, 'expected an address that begins with https://')
  .refine((text) => !/^\w+:\/\/[^/]*@/.test(text), 'must hold no name and no password: secrets are kept elsewhere')
  .meta({ examples: ['https://crm.example.com'] });
