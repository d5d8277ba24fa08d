import { describe, expect, it } from 'vitest';
import { readCountry } from '../../../shared/fields/country.ts';
import { primaryLanguage, readLanguage } from '../../../shared/fields/language.ts';
import { readPhone } from '../../../shared/fields/phone.ts';
import { readPostalCode } from '../../../shared/fields/postal-code.ts';
import { readRegion } from '../../../shared/fields/region.ts';
import { ABSENT, outcomeOf, PROBLEM } from '../../support/fields/outcome.ts';

describe('a country', () => {
  const spellings: Readonly<Record<string, readonly unknown[]>> = {
    DE: [
      ...['DE', 'de', ' De ', 'DEU', 'deu', 'Germany', 'GERMANY', 'Deutschland', 'Allemagne', 'Alemania', 'Alemanha'],
      ...['Germania', 'Duitsland', 'Tyskland', 'Niemcy', 'Německo', 'Almanya', 'Германия', 'Німеччина', 'Γερμανία'],
      ...[
        'ドイツ',
        '德国',
        '德國',
        '독일',
        'ألمانيا',
        'גרמניה',
        'Germany (DE)',
        'DE - Germany',
        'Germany / Deutschland',
      ],
      ...['🇩🇪', '🇩🇪 Germany', 'Federal Republic of Germany', ['DE']],
    ],
    GB: [
      ...['GB', 'UK', 'uk', 'U.K.', 'GBR', 'United Kingdom', 'Great Britain', 'England', 'Scotland', 'Wales'],
      ...['Northern Ireland', 'Royaume-Uni', 'Vereinigtes Königreich', 'Reino Unido', 'イギリス', '英国'],
      ...['Großbritannien', 'Grossbritannien', 'Gran Bretagna', 'Grande-Bretagne', 'Schottland', 'Inglaterra'],
    ],
    US: [
      'US',
      'USA',
      'U.S.A.',
      'u.s.',
      'United States',
      'The United States of America',
      'America',
      'Vereinigte Staaten',
      'États-Unis',
      'EE. UU.',
      'アメリカ合衆国',
      '美国',
      ...['Vereinigte Staaten von Amerika', "États-Unis d'Amérique", 'США', 'アメリカ', 'EUA'],
    ],
    GR: ['GR', 'EL', 'GRC', 'Greece', 'Hellas', 'Griechenland', 'Ελλάδα'],
    AT: ['AT', 'AUT', 'Austria', 'Österreich', 'Oesterreich', 'Autriche', 'Áo'],
    CH: ['CH', 'CHE', 'Switzerland', 'Schweiz', 'Suisse', 'Svizzera'],
    NL: ['NL', 'Netherlands', 'The Netherlands', 'Holland', 'Nederland', 'Pays-Bas'],
    KR: ['KR', 'Korea, Republic of', 'South Korea', 'Korea', '대한민국'],
    CI: ["Côte d'Ivoire", 'Cote D’Ivoire', 'Ivory Coast'],
    TR: ['TR', 'Turkey', 'Türkiye', 'Turkiye'],
    CZ: ['Czechia', 'Czech Republic', 'Česko', 'Tschechische Republik', 'Séc'],
    // Of three letters once they are folded.
    CN: ['Çin', '中国'],
    IR: ['Irã'],
    TD: ['Čad'],
    // Signs for vowels are no accents.
    TG: ['Togo', 'टोगो'],
    MF: ['सेंट मार्टिन'],
    SA: ['السعودية', 'Saudi Arabia'],
    BS: ['The Bahamas', 'Bahamas, The'],
    RU: ['Russia', 'Russian Federation', 'Россия'],
    VN: ['Vietnam', 'Viet Nam'],
    BO: ['Bolivia', 'Bolivia (Plurinational State of)'],
    NA: ['NA', 'na', 'Namibia'],
    NO: ['NO', 'no', 'Norway', 'Norge'],
    GE: ['Georgia'],
    XK: ['XK', 'Kosovo'],
  };

  it.each(Object.entries(spellings).flatMap(([code, all]) => all.map((one) => [one, code] as const)))(
    '%j is %s',
    (value, code) => {
      expect(outcomeOf(readCountry(value))).toBe(code);
    },
  );

  it.each([
    'XX',
    'ZZ',
    'EU',
    'EN',
    'D',
    'Europe',
    'Berlin, Germany',
    'DE or AT',
    'Germany/Austria',
    'Korea (North) DE',
    5,
    true,
    {},
    'x'.repeat(500),
  ])('%j is none', (value) => {
    expect(outcomeOf(readCountry(value))).toBe(PROBLEM);
  });

  it.each([null, '', ' ', '-', 'n/a', 'N/A', 'none', 'unknown', 'undefined', 'Please select'])(
    '%j says nothing',
    (value) => {
      expect(outcomeOf(readCountry(value))).toBe(ABSENT);
    },
  );
});

describe('a region', () => {
  it.each([
    ['Thueringen', 'DE', 'DE-TH'],
    ['Baden-Wuerttemberg', 'DE', 'DE-BW'],
    ['Kaernten', 'AT', 'AT-2'],
    ['Zuerich', 'CH', 'CH-ZH'],
    ['Bundesland Bayern', 'DE', 'DE-BY'],
    ['Freie und Hansestadt Hamburg', 'DE', 'DE-HH'],
    ['Région Bretagne', 'FR', 'FR-BRE'],
    ['Corsica', 'FR', 'FR-20R'],
    ['Mexico City', 'MX', 'MX-CMX'],
    ['Inner Mongolia', 'CN', 'CN-NM'],
    ['Île-du-Prince-Édouard', 'CA', 'CA-PE'],
    ['IN-TG', undefined, 'IN-TS'],
    ['ZA-NL', undefined, 'ZA-KZN'],
    ['US-NY', 'US', 'US-NY'],
    ['us-ny ', 'US', 'US-NY'],
    ['us_ny', undefined, 'US-NY'],
    ['NY', 'US', 'US-NY'],
    ['ny', 'US', 'US-NY'],
    ['New York', 'US', 'US-NY'],
    ['NEW  YORK', 'US', 'US-NY'],
    ['New York (NY)', 'US', 'US-NY'],
    ['NY - New York', 'US', 'US-NY'],
    ['State of New York', 'US', 'US-NY'],
    ['California', 'US', 'US-CA'],
    ['Maryland', 'US', 'US-MD'],
    ['Washington, D.C.', 'US', 'US-DC'],
    ['Bavaria', 'DE', 'DE-BY'],
    ['Bayern', 'DE', 'DE-BY'],
    ['Freistaat Bayern', 'DE', 'DE-BY'],
    ['DE_BY', 'DE', 'DE-BY'],
    ['NRW', 'DE', 'DE-NW'],
    ['Baden Württemberg', 'DE', 'DE-BW'],
    ['Wien', 'AT', 'AT-9'],
    [9, 'AT', 'AT-9'],
    ['Kanton Zürich', 'CH', 'CH-ZH'],
    ['Genf', 'CH', 'CH-GE'],
    ['England', 'GB', 'GB-ENG'],
    ['UK-SCT', 'GB', 'GB-SCT'],
    ['County Cork', 'IE', 'IE-CO'],
    ['Île-de-France', 'FR', 'FR-IDF'],
    ['75', 'FR', 'FR-75C'],
    [1, 'FR', 'FR-01'],
    ['Lombardia', 'IT', 'IT-25'],
    ['NA', 'IT', 'IT-NA'],
    ['Madrid', 'ES', 'ES-MD'],
    ['Principado de Asturias', 'ES', 'ES-AS'],
    ['Noord-Holland', 'NL', 'NL-NH'],
    ['Stockholms län', 'SE', 'SE-AB'],
    ['Québec', 'CA', 'CA-QC'],
    ['PQ', 'CA', 'CA-QC'],
    ['NSW', 'AU', 'AU-NSW'],
    ['São Paulo', 'BR', 'BR-SP'],
    ['Distrito Federal', 'MX', 'MX-CMX'],
    ['MX-DIF', 'MX', 'MX-CMX'],
    ['Maharashtra', 'IN', 'IN-MH'],
    ['Orissa', 'IN', 'IN-OD'],
    ['CN-44', 'CN', 'CN-GD'],
    ['广东省', 'CN', 'CN-GD'],
    ['東京都', 'JP', 'JP-13'],
    ['Tokyo', 'JP', 'JP-13'],
    [13, 'JP', 'JP-13'],
    ['서울특별시', 'KR', 'KR-11'],
    ['QA-DA', 'QA', 'QA-DA'],
    ['US-NY', 'DE', 'US-NY'],
  ])('%j of %s is %s', (value, country, code) => {
    expect(outcomeOf(readRegion(value, country === undefined ? {} : { country }))).toBe(code);
  });

  it.each([
    ['New York', undefined],
    ['NY', undefined],
    ['Bavaria', 'US'],
    ['Nowhere', 'US'],
    ['Doha', 'QA'],
    ['XX-NY', 'US'],
    ['New York or New Jersey', 'US'],
    [true, 'US'],
    [{}, 'US'],
    ['x'.repeat(500), 'US'],
  ])('%j of %s is none', (value, country) => {
    expect(outcomeOf(readRegion(value, country === undefined ? {} : { country }))).toBe(PROBLEM);
  });

  it.each([null, '', '-', 'n/a', 'none', 'unknown'])('%j says nothing', (value) => {
    expect(outcomeOf(readRegion(value, { country: 'US' }))).toBe(ABSENT);
  });
});

describe('a postal code', () => {
  it.each([
    ['z:01067', 'DE', '01067'],
    [' 01067', 'DE', '01067'],
    [1067, 'DE', '01067'],
    ['1067', 'DE', '01067'],
    [80331, 'DE', '80331'],
    ['D-01067', 'DE', '01067'],
    ['DE 80331', 'DE', '80331'],
    ['８０３３１', 'DE', '80331'],
    ['CH-8001', 'CH', '8001'],
    ['2134', 'US', '02134'],
    ['94105 - 1234', 'US', '94105-1234'],
    [941051234, 'US', '94105-1234'],
    ['sw1a1aa', 'GB', 'SW1A 1AA'],
    ['SW1A  1AA', 'GB', 'SW1A 1AA'],
    ['e16an', 'GB', 'E1 6AN'],
    ['e10 6an', 'GB', 'E10 6AN'],
    ['E1', 'GB', 'E1'],
    ['E1-6AN', 'GB', 'E1 6AN'],
    ['E1, 6AN.', 'GB', 'E1 6AN'],
    ['E1 6AN London', 'GB', 'E1 6AN'],
    ['London E1 6AN', 'GB', 'E1 6AN'],
    ['GB-E1 6AN', 'GB', 'E1 6AN'],
    ['je23ab', 'JE', 'JE2 3AB'],
    ['IM1 1AA', 'IM', 'IM1 1AA'],
    ['KY1-1001', 'KY', 'KY1-1001'],
    ['AD500', 'AD', 'AD500'],
    ['1234 AB Amsterdam', 'NL', '1234 AB'],
    ['k1a0b1', 'CA', 'K1A 0B1'],
    ['1234ab', 'NL', '1234 AB'],
    ['11455', 'SE', '114 55'],
    ['00001', 'PL', '00-001'],
    ['1000001', 'JP', '100-0001'],
    ['〒100-0001', 'JP', '100-0001'],
    ['01310100', 'BR', '01310-100'],
    ['1067', undefined, '1067'],
    [184, 'IT', '00184'],
    [53, 'IT', '00053'],
    ['100', 'FI', '00100'],
    [601, 'US', '00601'],
    [601, 'PR', '00601'],
    [950, 'PL', '00-950'],
    [50, 'NO', '0050'],
    [83, 'ZA', '0083'],
    [100, 'KE', '00100'],
    [10010, 'JP', '001-0010'],
    [4001, 'SK', '040 01'],
    [50000, 'CN', '050000'],
    [21341234, 'US', '02134-1234'],
    ['2134-1234', 'US', '02134-1234'],
    [6011234, 'PR', '00601-1234'],
    [106, 'DE', '106'],
    [971, 'FR', '971'],
    [101, 'AT', '101'],
    [500, 'US', '500'],
    [1, 'IT', '1'],
    ['94105-12', 'US', '94105-12'],
    [true, 'DE', PROBLEM],
    [1.5, 'DE', PROBLEM],
    [-1, 'DE', PROBLEM],
    ['x9'.repeat(40), 'DE', PROBLEM],
    ['', 'DE', ABSENT],
    ['00000', 'DE', ABSENT],
    ['n/a', 'DE', ABSENT],
  ])('%j of %s is written in its usual form', (value, country, expected) => {
    expect(outcomeOf(readPostalCode(value, country === undefined ? {} : { country }))).toBe(expected);
  });
});

describe('a postal code beside its town', () => {
  it.each([
    ['Dresden 01067', 'DE', '01067'],
    ['01067, Dresden', 'DE', '01067'],
    ['01067 - Dresden', 'DE', '01067'],
    ['01067, Dresden', undefined, '01067'],
    ['PLZ: 01067', 'DE', '01067'],
    ['Barcelona 08001', 'ES', '08001'],
    ['Paris 1er 75001', 'FR', '75001'],
    ['Boston, MA 02134', 'US', '02134'],
    ['New York NY 10001', 'US', '10001'],
    ['New York, NY 10001-1234', 'US', '10001-1234'],
    ['San Juan 00901', 'PR', '00901'],
    ['NSW 2000', 'AU', '2000'],
    ['Sydney NSW 2000', 'AU', '2000'],
    ['Wien 1010', 'AT', '1010'],
    ['Mumbai 400 001', 'IN', '400001'],
    ['Stockholm 114 55', 'SE', '114 55'],
    ['Praha 1, 110 00', 'CZ', '110 00'],
    ['Warszawa 00-950', 'PL', '00-950'],
    ['São Paulo - SP, 01310-100', 'BR', '01310-100'],
    ['〒100-0001 東京都千代田区千代田', 'JP', '100-0001'],
    ['東京都100-0001', 'JP', '100-0001'],
    ['Stratford-upon-Avon CV37 6HJ', 'GB', 'CV37 6HJ'],
  ])('%j of %s is %s alone', (value, country, expected) => {
    expect(outcomeOf(readPostalCode(value, country === undefined ? {} : { country }))).toBe(expected);
  });

  it.each([
    ['VLT 1117', 'MT', 'VLT 1117'],
    ['PO Box 10001', 'US', 'PO BOX 10001'],
    ['PO Box 1234', 'US', 'PO BOX 1234'],
    ['Berlin 106', 'DE', 'BERLIN 106'],
    ['10115 Berlin, 20095', 'DE', PROBLEM],
    ['E1 6AN or E2 7AA', 'GB', PROBLEM],
    ['Boston 02134 or 02135', 'US', PROBLEM],
    [`${'x'.repeat(300)} 02134`, 'US', PROBLEM],
  ])('%j of %s is not taken for another', (value, country, expected) => {
    expect(outcomeOf(readPostalCode(value, { country }))).toBe(expected);
  });
});

describe('a language', () => {
  it.each([
    ['de', 'de'],
    [' DE ', 'de'],
    ['de_DE', 'de-DE'],
    ['de_AT.UTF-8', 'de-AT'],
    ['de-at@euro', 'de-AT'],
    ['de-DE,de;q=0.9,en;q=0.8', 'de-DE'],
    ['en;q=0.2, fr;q=0.9', 'fr'],
    ['*, fr;q=0.5', 'fr'],
    ['xx-yy, en', 'en'],
    ['de;q=1', 'de'],
    ['en;de', 'en'],
    ['German', 'de'],
    ['Deutsch', 'de'],
    ['Allemand', 'de'],
    ['français', 'fr'],
    ['Español (México)', 'es'],
    ['English (United States)', 'en'],
    ['日本語', 'ja'],
    ['русский', 'ru'],
    ['Norwegian', 'no'],
    ['Chinese (Simplified)', 'zh'],
    ['deu', 'de'],
    ['ger', 'de'],
    ['nb-NO', 'no-NO'],
    ['nn', 'no'],
    ['no', 'no'],
    ['iw', 'he'],
    ['in', 'id'],
    ['cmn', 'zh'],
    ['zh-Hant-TW', 'zh-Hant-TW'],
    ['pt_br', 'pt-BR'],
    ['tl-PH', 'fil-PH'],
    ['jp', 'ja'],
    ['en-US-x-private', 'en-US'],
    ['Filipino', 'fil'],
    ['Tagalog', 'fil'],
    ['Vlaams', 'nl'],
    ['Brazilian Portuguese', 'pt-BR'],
    ['portugais brésilien', 'pt-BR'],
    ['British English', 'en-GB'],
    ['Simplified Chinese', 'zh-Hans'],
    ['Norwegian Bokmål', 'no'],
    ['Norsk bokmål', 'no'],
    ['Norwegian Nynorsk', 'no'],
    ['Mandarin Chinese', 'zh'],
    ['简体中文', 'zh'],
    ['繁體中文', 'zh'],
    ['Cantonese', 'yue'],
    ['zh-yue', 'yue'],
    ['zh-cmn-Hans-CN', 'zh-Hans-CN'],
    ['en_USA', 'en'],
    ['Bahasa Indonesia', 'id'],
    ['klingon', PROBLEM],
    ['i-klingon', PROBLEM],
    ['german shepherd', PROBLEM],
    ['qq', PROBLEM],
    [5, PROBLEM],
    [true, PROBLEM],
    ['y'.repeat(300), PROBLEM],
    ['*', ABSENT],
    ['und', ABSENT],
    ['C', ABSENT],
    ['C.UTF-8', ABSENT],
    ['', ABSENT],
    ['n/a', ABSENT],
  ])('of %j is read', (value, expected) => {
    expect(outcomeOf(readLanguage(value))).toBe(expected);
  });

  it('is spoken whatever the region', () => {
    expect(['pt-BR', 'zh-Hant-TW', 'de'].map(primaryLanguage)).toEqual(['pt', 'zh', 'de']);
  });
});

describe('a telephone number', () => {
  it.each([
    ['+49 171 39200099', undefined],
    ['0171 39200099', 'DE'],
    ['(0171) 392 000 99', 'DE'],
    ['4917139200099.0', 'DE'],
    ['+4917139200099.0', undefined],
    ['=4917139200099', 'DE'],
    ['0171/392000-99', 'DE'],
    ['+49 (0)171 39200099', undefined],
    ['0049 171 39200099', undefined],
    ['0049 171 39200099', 'DE'],
    ['011 49 171 39200099', 'US'],
    ['p:+4917139200099', 'DE'],
    ['tel:+49-171-39200099', undefined],
    ['Tel.: 0171 39200099', 'DE'],
    ["'+4917139200099", undefined],
    ['="+4917139200099"', undefined],
    [4_917_139_200_099, 'DE'],
    ['＋４９　１７１　３９２０００９９', undefined],
    ['+49\u00a0171\u200b39200099', 'US'],
  ])('%j in %s is +4917139200099', (value, country) => {
    expect(outcomeOf(readPhone(value, country === undefined ? {} : { country }))).toBe('+4917139200099');
  });

  it.each([
    ['+1 202-555-0123 x45', undefined, '+12025550123;ext=45'],
    ['+12025550123;ext=45', undefined, '+12025550123;ext=45'],
    ['(202) 555-0123 ext. 45', 'US', '+12025550123;ext=45'],
    ['+61 491 570 159', 'DE', '+61491570159'],
    ['06 698 12345', 'IT', '+390669812345'],
    ['07700 900123', 'GB', '+447700900123'],
    ['0171 39200099', undefined, '0171 39200099'],
    ['0171 39200099', 'AQ', '0171 39200099'],
    ['555-0123', 'US', '555-0123'],
    ['0171/39200099 or 030/123456', 'DE', '0171/39200099 or 030/123456'],
    ['call me', 'DE', PROBLEM],
    ['1234', 'DE', PROBLEM],
    [true, 'DE', PROBLEM],
    [{}, 'DE', PROBLEM],
    ['1'.repeat(300), 'DE', PROBLEM],
    ['0', 'DE', ABSENT],
    ['000000000', 'DE', ABSENT],
    ['555 5555', 'US', ABSENT],
    ['-', 'DE', ABSENT],
    ['n/a', 'DE', ABSENT],
    ['x', 'DE', ABSENT],
    ['', 'DE', ABSENT],
  ])('%j in %s is %j', (value, country, expected) => {
    expect(outcomeOf(readPhone(value, country === undefined ? {} : { country }))).toBe(expected);
  });
});
