import type { Fields } from '../../condition/condition.ts';
import { cleanAndCut } from './clean-text.ts';
import { fieldText } from './names.ts';

const VALUE_LENGTH = 200;

/** 1,200 and 12.25, as a rep reads them. */
export const AMOUNT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

const LABELS: Readonly<Record<string, string>> = {
  'person.title': 'Title',
  'company.name': 'Company',
  'company.domain': 'Domain',
  'company.industry': 'Industry',
  'company.employees': 'Employees',
  'company.annualRevenue': 'Annual revenue',
  'location.country': 'Country',
  'location.region': 'Region',
  'location.postalCode': 'Postal code',
  'location.timeZone': 'Time zone',
  language: 'Language',
  interest: 'Interest',
  source: 'Source',
  campaign: 'Campaign',
};

const AMOUNTS: ReadonlySet<string> = new Set(['company.employees', 'company.annualRevenue']);

/** Shown in another form, or of no use to a rep. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'person.email',
  'person.firstName',
  'person.lastName',
  'person.phone',
  'consent.email',
  'consent.sms',
  'consent.call',
  'visitorId',
]);

/** One thing that is known of a lead, in one line of visible text. */
export interface Detail {
  readonly path: string;
  readonly label: string;
  readonly value: string;
}

/** What most leads have, in the order in which it is read. */
export const knownDetails = (fields: Fields): readonly Detail[] =>
  Object.entries(LABELS).flatMap(([path, label]) => {
    const value = AMOUNTS.has(path) ? amount(fields[path]) : fieldText(fields, path, VALUE_LENGTH);
    return value === '' ? [] : [{ path, label, value }];
  });

/** What a form sent beside that, any number of them. */
export const otherDetails = (fields: Fields): readonly Detail[] =>
  Object.keys(fields)
    .filter((path) => !Object.hasOwn(LABELS, path) && !ELSEWHERE.has(path))
    .map((path) => ({
      path,
      label: cleanAndCut(path.replace(/^fields\./, ''), VALUE_LENGTH),
      value: fieldText(fields, path, VALUE_LENGTH),
    }));

const amount = (value: Fields[string] | undefined): string => (typeof value === 'number' ? AMOUNT.format(value) : '');
