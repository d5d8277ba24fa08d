import type { Operands, Scalar, Test } from '../../domain/condition/condition.ts';
import { tidy } from '../../fields/characters.ts';
import { readCountry } from '../../fields/country.ts';
import { contextOf, LEAD_READERS, type ReadingContext } from '../../fields/lead-readers.ts';
import { type ReaderIn, read } from '../../fields/reading.ts';

type ReadField = (constant: string) => ReturnType<ReaderIn<ReadingContext, Scalar>>;

const readersByField = new Map<string, ReaderIn<ReadingContext, Scalar>>(Object.entries(LEAD_READERS));

/** As the field's reader reads it; what it cannot read, or reads as nothing, is compared as a person sees it. */
const readWhole = (constant: Scalar, reader: ReadField): Scalar => {
  if (typeof constant !== 'string') return constant;
  const reading = reader(constant);
  return 'value' in reading && typeof reading.value === 'string' ? reading.value : tidy(constant);
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

const readTest = (test: Test, reader: ReadField): Test => {
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

/** Where a condition asks for one country, what its postal codes and numbers are read by. */
const onlyCountry = (test: Test | undefined): string | undefined => {
  const [constant, ...more] = test?.in ?? [];
  const reading = constant === undefined || more.length > 0 ? undefined : readCountry(constant);
  return reading !== undefined && 'value' in reading ? reading.value : undefined;
};

/**
 * The tests of a condition with their constants read as a lead's fields are read, so that the same spelling of a
 * value means the same on both sides: a no-break space, decomposed letters, an old code of a language decide nothing.
 */
export const readConstants = (fields: Readonly<Record<string, Test>>): Readonly<Record<string, Test>> => {
  const { 'location.country': country } = fields;
  const context = contextOf(onlyCountry(country));
  const readerOf = (field: string): ReadField => {
    const reader = readersByField.get(field);
    return reader === undefined ? (constant) => read(tidy(constant)) : (constant) => reader(constant, context);
  };
  return Object.fromEntries(Object.entries(fields).map(([field, test]) => [field, readTest(test, readerOf(field))]));
};
