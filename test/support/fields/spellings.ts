import type { Test } from '../../../shared/domain/condition/condition.ts';
import type { LeadField } from '../../../shared/domain/condition/condition-fields.ts';

/** A value of a field, and how people and programs write it. */
export interface Spelled {
  readonly path: LeadField | `fields.${string}`;
  /** What a territory asks for that takes it, and none of the others. */
  readonly test: Test;
  readonly spellings: readonly unknown[];
  /** The lead's country, where the value is read by it. */
  readonly country?: string;
}

const of = (
  path: Spelled['path'],
  value: string | number | boolean,
  spellings: readonly unknown[],
  country?: string,
): Spelled => ({
  path,
  test: { in: [value] },
  spellings: [value, ...spellings],
  ...(country === undefined ? {} : { country }),
});

const PLACES: readonly Spelled[] = [
  of('location.country', 'DE', ['DEU', 'Germany', 'Deutschland', 'Allemagne', 'ドイツ', 'Germany (DE)', '🇩🇪']),
  of('location.country', 'GB', ['UK', 'U.K.', 'GBR', 'United Kingdom', 'England', 'Great Britain', 'Royaume-Uni']),
  of('location.country', 'GR', ['EL', 'GRC', 'Greece', 'Ελλάδα', 'Hellas']),
  of('location.country', 'CH', ['CHE', 'Schweiz', 'Suisse', 'Switzerland', 'Svizzera']),
  of('location.country', 'CI', ["Côte d'Ivoire", 'Cote D’Ivoire', 'Ivory Coast', 'CIV']),
  of('location.region', 'US-NY', ['NY', 'New York', 'us_ny', 'State of New York', 'New York (NY)'], 'US'),
  of('location.region', 'FR-IDF', ['IDF', 'Île-de-France', 'Ile de France', 'fr_idf'], 'FR'),
  of('location.region', 'CA-QC', ['QC', 'Québec', 'Quebec', 'PQ'], 'CA'),
  of('location.region', 'JP-13', ['Tokyo', '東京都', 13, '13'], 'JP'),
  of('location.region', 'ES-MD', ['Madrid', 'Comunidad de Madrid', 'MD'], 'ES'),
  of('location.region', 'AT-9', ['Wien', 'Vienna', 9, '9'], 'AT'),
  of('location.postalCode', '04109', [4109, '4109', 'D-04109', 'DE 04109', 'z:04109'], 'DE'),
  of('location.postalCode', '1234 AB', ['1234AB', '1234-AB', '1234 ab'], 'NL'),
  of('location.postalCode', '100-0001', ['1000001', 1000001, '〒100-0001'], 'JP'),
  { ...of('location.postalCode', 'E1 6AN', ['E16AN', 'e1 6an', 'E1  6AN'], 'GB'), test: { district: 'E1' } },
  of('location.timeZone', 'Asia/Kolkata', ['Asia/Calcutta', 'asia/kolkata', '(GMT+05:30) Asia/Kolkata']),
];

const WORDS: readonly Spelled[] = [
  of('language', 'de', ['DE', 'deu', 'ger', 'German', 'Deutsch', 'de;q=1', 'de,en;q=0.8', 'Allemand']),
  of('language', 'no', ['nb', 'nn', 'nor', 'Norwegian', 'nb,en;q=0.5']),
  of('language', 'he', ['iw', 'heb', 'Hebrew', 'עברית']),
  of('language', 'zh', ['cmn', 'zho', 'chi', 'Chinese', '中文']),
  of('language', 'fil', ['tl', 'Filipino', 'fil']),
  of('company.name', 'Straße & Müller AG', [
    'STRASSE & MÜLLER AG',
    'Straße & Mu\u0308ller AG',
    'Straße  & Müller\u00a0AG',
  ]),
  of('company.name', 'İSTANBUL AŞ', ['istanbul aş', 'İstanbul Aş', 'ＩＳＴＡＮＢＵＬ ＡŞ']),
  of('fields.tier', 'Gold', ['GOLD', 'gold', ' Gold\t']),
];

const NUMBERS: readonly Spelled[] = [
  of('company.employees', 250, ['250', '+250', '250.0', '2.5e2', '٢٥٠', '２５０']),
  of('company.employees', 1250, ['1,250', '1.250', '1 250', "1'250", '1.250,00', '1,250.00']),
  of('company.annualRevenue', 1234567.5, [
    '1,234,567.5',
    '1.234.567,5',
    '$1,234,567.50',
    '1 234 567,5 €',
    'EUR 1234567.5',
  ]),
  of('consent.sms', true, ['yes', 'ja', 'oui', 'WAHR', 'on', '1', 1, '✓', 'TRUE', 'Opt-in', 't']),
];

const COMPANIES: readonly Spelled[] = [
  of('company.domain', 'northwind.co.uk', [
    'https://www.northwind.co.uk/contact?x=1',
    'http://NORTHWIND.co.uk:8080/',
    'mail.northwind.co.uk',
    'sales@northwind.co.uk',
    'northwind.co.uk.',
    '//northwind.co.uk',
  ]),
  of('company.domain', 'xn--bcher-kva.example', [
    'bücher.example',
    'https://www.Bücher.example',
    'xn--bcher-kva.example',
  ]),
  of(
    'person.phone',
    '+4917139200099',
    ['0171 39200099', '0049 171 39200099', '+49 (0) 171/39200099', 'p:+4917139200099'],
    'DE',
  ),
  of(
    'person.phone',
    '+12025550123',
    ['(202) 555-0123', '1-202-555-0123', '202.555.0123', 'tel: +1 202 555 0123'],
    'US',
  ),
];

const ALL: readonly Spelled[] = [...PLACES, ...WORDS, ...NUMBERS, ...COMPANIES];

/** Those of a country before the countries, so that no territory of a country takes what is another's. */
export const SPELLED: readonly Spelled[] = [
  ...ALL.filter(({ country }) => country !== undefined),
  ...ALL.filter(({ country }) => country === undefined),
];

/** What happens to a value on its way without changing what a person sees of it, or means by it. */
export const ON_ITS_WAY: readonly ((value: unknown) => unknown)[] = [
  (value) => value,
  (value) => [value],
  (value) => (typeof value === 'string' ? ` \u00a0${value}\u200b\n` : value),
  (value) => (typeof value === 'string' ? value.normalize('NFD') : value),
  (value) => (typeof value === 'string' ? `\uFEFF${value}\t` : value),
];
