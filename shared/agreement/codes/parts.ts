import languages from 'language-subtag-registry/data/json/language.json' with { type: 'json' };
import type { Operands } from '../../domain/condition/condition.ts';
import { quote } from '../../domain/language/quote.ts';
import { MACRO } from '../../fields/language-names.ts';
import { lazily } from '../../fields/lazily.ts';
import { zoneNames } from '../zones/packed-zones.ts';
import { isCountry } from './countries.ts';
import { isLanguage } from './languages.ts';
import { timeZoneProblem } from './time-zones.ts';

/** Operators that compare a part of a text. */
export const PART_OPERATORS = ['startsWith', 'endsWith', 'contains'] as const satisfies readonly (keyof Operands)[];

export type PartOperator = (typeof PART_OPERATORS)[number];

const SAID: Readonly<Record<PartOperator, string>> = {
  startsWith: 'begins with',
  endsWith: 'ends with',
  contains: 'contains',
};

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const countries = lazily(() => LETTERS.flatMap((one) => LETTERS.map((other) => `${one}${other}`)).filter(isCountry));

/** Whether one of the values is such. Strings compare without regard to case. */
const someIs = (values: readonly string[], operator: PartOperator, part: string): boolean => {
  const text = part.toUpperCase();
  return values.some((value) => value.toUpperCase()[operator === 'contains' ? 'includes' : operator](text));
};

/** Regions are codes such as US-NY; of countries without a list any that has the form of one. */
const ofRegion = (part: string, operator: PartOperator): boolean => {
  const text = part.toUpperCase();
  if (operator !== 'startsWith') return /^[A-Z]{0,2}(?:-[A-Z0-9]{0,3}|[A-Z0-9]{0,3})$/.test(text);
  return /^[A-Z]{1,2}$|^[A-Z]{2}-[A-Z0-9]{0,3}$/.test(text) && someIs(countries(), 'startsWith', text.slice(0, 2));
};

/** What a lead's language begins with is the newest code of one: `no`, and neither `nb` nor `iw`. */
const isNewest = (code: string): boolean =>
  isLanguage(code) && MACRO[code] === undefined && new Intl.Locale(code).language === code;

const ofLanguage = (part: string, operator: PartOperator): boolean => {
  const text = part.toLowerCase();
  if (operator !== 'startsWith') return /^[a-z0-9-]+$/.test(text);
  const [primary = '', ...rest] = text.split('-');
  if (rest.length > 0 || isLanguage(primary)) return isNewest(primary) && /^[a-z0-9-]*$/.test(text);
  return (
    /^[a-z]{1,3}$/.test(primary) && Object.keys(languages).some((code) => code.startsWith(primary) && isNewest(code))
  );
};

const zones = lazily(() => zoneNames.filter((name) => timeZoneProblem(name) === undefined));

/** Fields of a lead that hold a code of a list of the world. */
export const CODED_FIELDS = ['location.country', 'location.region', 'location.timeZone', 'language'] as const;

export type CodedField = (typeof CODED_FIELDS)[number];

const FIELDS: Readonly<
  Record<CodedField, { readonly noun: string; readonly can: (part: string, operator: PartOperator) => boolean }>
> = {
  'location.country': { noun: 'country', can: (part, operator) => someIs(countries(), operator, part) },
  'location.region': { noun: 'region', can: ofRegion },
  'location.timeZone': { noun: 'time zone', can: (part, operator) => someIs(zones(), operator, part) },
  language: { noun: 'language', can: ofLanguage },
};

/** Why no lead can have a value of the field with this part; undefined if one can. */
export const partProblem = (field: CodedField, operator: PartOperator, part: string): string | undefined => {
  const { noun, can } = FIELDS[field];
  return can(part, operator) ? undefined : `no ${noun} ${SAID[operator]} ${quote(part)}`;
};
