import countries from 'i18n-iso-countries';
import metadata from 'libphonenumber-js/min/metadata';
import * as z from 'zod';
import { wordsOfCountry } from '../../shared/fields/country-words.ts';
import { jsonOf } from './source.ts';

const names = z.object({ countries: z.record(z.string(), z.union([z.string(), z.array(z.string())])) });

/**
 * What people and systems call a country beside its name in English: parts of one, former names, the codes of the
 * European Union and of the ITU.
 */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  TC: ['Turks and Caicos'],
  SJ: ['Svalbard'],
  PM: ['St Pierre and Miquelon'],
  HM: ['Heard and McDonald Islands'],
  LY: ['Libyan Arab Jamahiriya'],
  KG: ['Kyrgyz'],
  GS: ['South Georgia'],
  GN: ['Guinea-Conakry'],
  FO: ['Faeroe Islands', 'Faroes'],
  DM: ['Commonwealth of Dominica'],
  CI: ['Elfenbeinküste', 'Costa de Marfil', 'Wybrzeże Kości Słoniowej'],
  AG: ['Antigua'],
  AE: ['الإمارات', 'Emirates', 'V.A.E.', 'E.A.U.'],
  AT: ['Oesterreich'],
  BA: ['Bosnia', 'Bosnien'],
  BO: ['Plurinational State of Bolivia', 'Bolivia, Plurinational State of', 'Bolivia (Plurinational State of)'],
  BN: ['Brunei'],
  BS: ['Bahamas, The', 'The Bahamas'],
  BY: ['Wit-Rusland', 'Weißrussland', 'Weissrussland', 'Biélorussie'],
  CD: ['Congo DRC', 'DR Congo', 'DRC', 'Congo, Democratic Republic of the', 'Congo-Kinshasa', 'Zaire'],
  CG: ['Congo, Republic of the', 'Congo-Brazzaville'],
  CN: ['PRC', 'P.R. China', 'PR China', 'Mainland China', 'China, Mainland'],
  CV: ['Cape Verde'],
  CZ: [
    'Czech',
    'Repubblica Ceca',
    'The Czech Republic',
    'Czech Rep.',
    'Tschechische Republik',
    'Česká republika',
    'République tchèque',
    'República Checa',
  ],
  CH: ['SUI'],
  DE: ['GER', 'Dtl.', 'Deutschl.', 'BRD', 'Federal Republic of Germany', 'FRG', 'RFA', 'Bundesrepublik Deutschland'],
  DK: ['Daenemark', 'DEN'],
  DO: ['Dominican Rep.'],
  FK: ['Falkland Islands'],
  FM: ['Micronesia'],
  GB: [
    'England',
    'Scotland',
    'Wales',
    'Northern Ireland',
    'Britain',
    'U.K.',
    'United Kingdom of Great Britain and Northern Ireland',
    'Cymru',
    ...['Großbritannien', 'Grossbritannien', 'Gran Bretagna', 'Gran Bretaña', 'Grande-Bretagne', 'Groot-Brittannië'],
    ...['Schottland', 'Écosse', 'Escocia', 'Scozia', 'Inglaterra', 'Angleterre', 'Inghilterra', 'Engeland', 'イギリス'],
    ...['ENG', 'SCT', 'SCO', 'WLS', 'WAL', 'NIR'],
  ],
  GR: ['EL', 'GRE', 'Hellas', 'Hellenic Republic'],
  HR: ['CRO'],
  HK: ['香港', 'Hong Kong SAR', 'Hong Kong S.A.R.', 'Hong Kong SAR China', 'Hong Kong, China'],
  IE: ['Republic of Ireland', 'Rep. of Ireland', 'Ireland (Republic)', 'Ireland, Republic of', 'Eire'],
  JP: ['日本国', 'Nippon'],
  IR: ['Iran (Islamic Republic of)', 'Iran, Islamic Republic of', 'Persia'],
  KN: ['St Kitts and Nevis', 'St. Kitts'],
  KP: ['North Korea', 'DPRK', "Korea, Democratic People's Republic of"],
  KR: ['Korea', '한국', '남한', 'S. Korea', 'Rep. of Korea', 'Korea, Rep.', 'Korea (Republic of)', 'ROK'],
  LA: ['Laos', 'Lao PDR'],
  MD: ['Moldova', 'Moldawien', 'Republic of Moldova'],
  MK: ['Macedonia', 'Macedonia, the former Yugoslav Republic of', 'FYROM'],
  MM: ['Burma'],
  MO: ['澳门', '澳門', 'Macao SAR China', 'Macau SAR', 'Macao SAR', 'Macao S.A.R.', 'Macau'],
  NL: ['Holland', 'NED'],
  PT: ['POR'],
  PS: [
    'Palestina',
    'Palestyna',
    'West Bank and Gaza',
    'Palestine, State of',
    'Palestinian Territories',
    'Palestinian Territory, Occupied',
  ],
  RO: ['Rumaenien'],
  RS: ['Republic of Serbia'],
  RU: ['Russia Federation', 'Russian Fed.', 'Российская Федерация', 'Russische Föderation', 'Fédération de Russie'],
  SA: ['Saudi-Arabië', 'السعودية', 'KSA', 'Kingdom of Saudi Arabia', 'Saudi'],
  SK: ['Slovak Republic'],
  SY: ['Syria'],
  SZ: ['Swaziland'],
  TT: ['Trinidad', 'Trinidad & Tobago'],
  TL: ['East Timor', 'TP'],
  TR: ['Tuerkei'],
  TW: ['Republic of China', 'ROC', 'Chinese Taipei'],
  TZ: ['Tanzania, United Republic of'],
  US: [
    'Estados Unidos da América',
    'America',
    'U.S. of A.',
    'The United States',
    'The United States of America',
    'United States (USA)',
    'EE. UU.',
    'The States',
    ...['Vereinigte Staaten von Amerika', "États-Unis d'Amérique", 'Estados Unidos de América', 'EUA'],
    ...["Stati Uniti d'America", 'Verenigde Staten van Amerika', 'США', 'アメリカ', '米国'],
  ],
  VA: ['Vatican City State', 'Santa Sede', 'Vatican', 'Vatican City', 'Holy See'],
  VE: ['Venezuela, RB', 'Venezuela', 'Venezuela, Bolivarian Republic of', 'Venezuela (Bolivarian Republic of)'],
  VG: ['British Virgin Islands'],
  VI: ['US Virgin Islands', 'U.S. Virgin Islands'],
  VN: ['Vietnam', 'Viet Nam'],
  XK: ['XKX', 'Republic of Kosovo'],
  ZA: ['Południowa Afryka', 'Suedafrika', 'RSA'],
};

const callingCodes = new Set(Object.keys(metadata.country_calling_codes));

/** Not `380`: Italy's number is dialled for Ukraine. */
const numericCode = (code: string): readonly string[] => {
  const numeric = countries.alpha2ToNumeric(code);
  return numeric === undefined || callingCodes.has(numeric) ? [] : [numeric];
};

/** Names that are not read by the words of one before them. */
const needed = (names: readonly string[]): readonly string[] => {
  const known = new Set<string>();
  return names.filter((name) => {
    const { all, plain } = wordsOfCountry(name);
    if (known.has(all) || (plain !== undefined && known.has(plain))) return false;
    known.add(all);
    return true;
  });
};

/** The countries of ISO 3166-1, and Kosovo, one on a line: alpha-2, alpha-3, the number, and what they are called in English. */
export const countryNames = (): string => {
  const english = names.parse(jsonOf('i18n-iso-countries', 'langs/en.json')).countries;
  return Object.entries(english)
    .map(([code, known]) => {
      const called = [...(typeof known === 'string' ? [known] : known), ...(ALSO[code] ?? [])];
      const codes = [code, countries.alpha2ToAlpha3(code) ?? '', ...numericCode(code)];
      return [...codes, ...needed(called.toSorted((one, other) => one.length - other.length))].join('|');
    })
    .sort()
    .join('\n');
};
