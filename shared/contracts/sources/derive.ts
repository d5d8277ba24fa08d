import type { Source } from '../../domain/source/source.ts';
import type { DerivedField } from '../../domain/vocabulary/derived-fields.ts';
import { domainOfAddress } from '../../fields/domain.ts';
import { contextOf } from '../../fields/lead-readers.ts';
import { countryOfNumber } from '../../fields/phone-plan.ts';
import { countryOfZone } from '../../fields/time-zone.ts';

type Fields = Readonly<Record<string, unknown>>;

const textAt = (fields: Fields, path: string): string => {
  const value = fields[path];
  return typeof value === 'string' ? value : '';
};

/** A zone lies in one country; a calling code may belong to several. */
const countryOf = (fields: Fields): string | undefined =>
  countryOfZone(textAt(fields, 'location.timeZone')) ?? countryOfNumber(textAt(fields, 'person.phone'));

const domainOf = (fields: Fields): string | undefined => {
  const said = textAt(fields, 'company.domain');
  if (said !== '') return said;
  const reading = domainOfAddress(textAt(fields, 'person.email').toLowerCase(), contextOf(undefined));
  return 'value' in reading ? reading.value : undefined;
};

/** `acme-tools.co.uk` as a person would write the name. */
const companyOf = (fields: Fields): string | undefined => {
  const [label = ''] = domainOf(fields)?.split('.') ?? [];
  const words = label.split('-').filter((word) => word !== '');
  // An international name is written in a code there.
  if (words.length === 0 || words[0] === 'xn') return undefined;
  return words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join(' ');
};

const DERIVE: Readonly<Record<DerivedField, (fields: Fields) => string | undefined>> = {
  'location.country': countryOf,
  'company.name': companyOf,
};

/** The fields with what sources.yaml lets the others tell, where they are not said; `fields.derived` names these. */
export const withDerived = (fields: Fields, { derive }: Source): Fields => {
  const found = derive.flatMap((path): readonly (readonly [DerivedField, string])[] => {
    const value = fields[path] === undefined ? DERIVE[path](fields) : undefined;
    return value === undefined ? [] : [[path, value]];
  });
  if (found.length === 0) return fields;
  return { ...fields, ...Object.fromEntries(found), 'fields.derived': found.map(([path]) => path).join(', ') };
};
