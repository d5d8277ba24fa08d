import type { Operands, Scalar, Test } from '../../domain/condition/condition.ts';
import { tidy } from '../../fields/characters.ts';
import { readCountry } from '../../fields/country.ts';
import { readDomain } from '../../fields/domain.ts';
import { readEmailAddress } from '../../fields/email-address.ts';
import { readLanguage } from '../../fields/language.ts';
import { readPhone } from '../../fields/phone.ts';
import { readPostalCode } from '../../fields/postal-code.ts';
import { andThen, type Reader, read } from '../../fields/reading.ts';
import { readRegion } from '../../fields/region.ts';
import { readTimeZone } from '../../fields/time-zone.ts';

/** Where a condition asks for one country, what its postal codes and numbers are read by. */
interface Context {
  readonly country?: string;
}

const NO_FREE_MAIL: ReadonlySet<string> = new Set();

/** The fields whose values are read as something else than the text that a person sees. */
const readersIn = (context: Context): ReadonlyMap<string, Reader<string>> =>
  new Map<string, Reader<string>>([
    ['person.email', (value) => andThen(readEmailAddress(value), ({ address }) => read(address))],
    ['person.phone', (value) => readPhone(value, context)],
    ['company.domain', (value) => readDomain(value, { freeMail: NO_FREE_MAIL })],
    ['location.country', readCountry],
    ['location.region', (value) => readRegion(value, context)],
    ['location.postalCode', (value) => readPostalCode(value, context)],
    ['location.timeZone', readTimeZone],
    ['language', readLanguage],
  ]);

/** As the field's reader reads it; what it cannot read, or reads as nothing, is compared as a person sees it. */
const readWhole = (constant: Scalar, reader: Reader<string> | undefined): Scalar => {
  if (typeof constant !== 'string') return constant;
  const reading = reader?.(constant) ?? read(tidy(constant));
  return 'value' in reading ? reading.value : tidy(constant);
};

/** A part of a text. A space towards the rest of the text parts words, and stays: no text begins or ends with one. */
const readPart = (part: string, at: 'startsWith' | 'endsWith' | 'contains'): string => {
  const inner = tidy(part);
  // Nothing that a person sees: it means what was written.
  if (inner === '') return part;
  const before = at !== 'startsWith' && /^\s/.test(part) ? ' ' : '';
  const after = at !== 'endsWith' && /\s$/.test(part) ? ' ' : '';
  return `${before}${inner}${after}`;
};

const readTest = (test: Test, reader: Reader<string> | undefined): Test => {
  const parts = ({ startsWith, endsWith, contains }: Partial<Operands>): Partial<Operands> => ({
    ...(startsWith === undefined ? {} : { startsWith: readPart(startsWith, 'startsWith') }),
    ...(endsWith === undefined ? {} : { endsWith: readPart(endsWith, 'endsWith') }),
    ...(contains === undefined ? {} : { contains: readPart(contains, 'contains') }),
  });
  return {
    ...test,
    ...parts(test),
    ...(test.in === undefined ? {} : { in: test.in.map((constant) => readWhole(constant, reader)) }),
    ...(test.not === undefined ? {} : { not: readTest(test.not, reader) }),
  };
};

const onlyCountry = (test: Test | undefined): Context => {
  const [constant, ...more] = test?.in ?? [];
  const reading = constant === undefined || more.length > 0 ? undefined : readCountry(constant);
  return reading !== undefined && 'value' in reading ? { country: reading.value } : {};
};

/**
 * The tests of a condition with their constants read as a lead's fields are read, so that the same spelling of a
 * value means the same on both sides: a no-break space, decomposed letters, an old code of a language decide nothing.
 */
export const readConstants = (fields: Readonly<Record<string, Test>>): Readonly<Record<string, Test>> => {
  const { 'location.country': country } = fields;
  const readers = readersIn(onlyCountry(country));
  return Object.fromEntries(Object.entries(fields).map(([field, test]) => [field, readTest(test, readers.get(field))]));
};
