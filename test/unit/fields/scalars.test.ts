import { describe, expect, it } from 'vitest';
import { readFlag } from '../../../shared/fields/flag.ts';
import { readInstant } from '../../../shared/fields/instant.ts';
import { contextOf, LEAD_READERS } from '../../../shared/fields/lead-readers.ts';
import { readNumber } from '../../../shared/fields/number.ts';
import { readTimeZone } from '../../../shared/fields/time-zone.ts';
import { ABSENT, outcomeOf, PROBLEM } from '../../support/fields/outcome.ts';

describe('a number', () => {
  it.each([
    [250, 250],
    [-0, 0],
    ['250', 250],
    [' 7 ', 7],
    ['+250', 250],
    ['−5', -5],
    ['1 250', 1250],
    ['1\u202f250,5', 1250.5],
    ["1'250", 1250],
    ['1’250.50', 1250.5],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1.250.000', 1_250_000],
    ['10,00,000', 1_000_000],
    ['1,5', 1.5],
    ['12,50', 12.5],
    ['0,250', 0.25],
    ['0.250', 0.25],
    ['1250,000', 1250],
    ['.5', 0.5],
    ['007', 7],
    ['0', 0],
    ['0.0', 0],
    ['11111', 11111],
    ['1e3', 1000],
    ['4,9E+12', 4.9e12],
    ['$ 1,200.50', 1200.5],
    ['1 000 €', 1000],
    ['EUR 1 000', 1000],
    ['-$5', -5],
    ['٢٥٠', 250],
    ['۲۵۰', 250],
    ['२५०', 250],
    ['１２', 12],
    [['250'], 250],
    ['1,250', PROBLEM],
    ['1.250', PROBLEM],
    ['250-500', PROBLEM],
    ['51 – 200', PROBLEM],
    ['1,000+', PROBLEM],
    ['~300', PROBLEM],
    ['> 100', PROBLEM],
    ['(250)', PROBLEM],
    ['250 employees', PROBLEM],
    ['12.5%', PROBLEM],
    ['0x10', PROBLEM],
    ['0b11', PROBLEM],
    ['1,2,3', PROBLEM],
    ['1_000', PROBLEM],
    ['1 2 3', PROBLEM],
    ['1.', PROBLEM],
    ['.', ABSENT],
    ['Infinity', PROBLEM],
    ['1e400', PROBLEM],
    [Number.POSITIVE_INFINITY, PROBLEM],
    [1e19, PROBLEM],
    ['99999999999999999999', PROBLEM],
    [true, PROBLEM],
    [{}, PROBLEM],
    ['9'.repeat(300), PROBLEM],
    ['NaN', ABSENT],
    ['n/a', ABSENT],
    ['unknown', ABSENT],
    ['', ABSENT],
    [null, ABSENT],
  ])('is read of %j if it can mean one thing', (value, expected) => {
    expect(outcomeOf(readNumber(value, {}))).toBe(expected);
  });

  it.each([
    ['1,250', 1250],
    ['10,00,000', 1_000_000],
    ['5,000.00', 5000],
    ['1.250', 1.25],
    ['1,5', PROBLEM],
    ['12,50', PROBLEM],
    ['1,25', PROBLEM],
    ['1.250,00', PROBLEM],
    ['1.250.000', PROBLEM],
    ['1,2,3', PROBLEM],
  ])('is read of %j where the point is known to be the decimal sign', (value, expected) => {
    expect(outcomeOf(readNumber(value, { decimal: '.' }))).toBe(expected);
  });

  it.each([
    ['1.250', 1250],
    ['1.250,00', 1250],
    ['1,5', 1.5],
    ['1,250', 1.25],
    ['1.5', PROBLEM],
  ])('is read of %j where the comma is', (value, expected) => {
    expect(outcomeOf(readNumber(value, { decimal: ',' }))).toBe(expected);
  });

  it.each([
    ['1,250', 1250],
    ['1.250', 1250],
    ['1,5', 1.5],
    ['1,250.5', 1250.5],
  ])('is read of %j where whole things are counted', (value, expected) => {
    expect(outcomeOf(readNumber(value, { whole: true }))).toBe(expected);
  });
});

describe('a flag', () => {
  const yes =
    'true TRUE t yes Y on 1 1.0 x checked Opt-in opted_in subscribed ja oui sí si sim da ano tak evet WAHR VRAI VERDADERO ИСТИНА да はい 是 예 ✓ ☑ ✅'.split(
      ' ',
    );
  const no =
    'false F no N off 0 0.0 Opt-out unsubscribed nein non não nej nie ne FALSCH FAUX FALSO ЛОЖЬ нет いいえ 否 아니요 ✗ ❌'.split(
      ' ',
    );

  it.each([true, 1, ['yes'], ...yes])('%j is yes', (value) => {
    expect(outcomeOf(readFlag(value))).toBe(true);
  });

  it.each([false, 0, ...no])('%j is no', (value) => {
    expect(outcomeOf(readFlag(value))).toBe(false);
  });

  const refusals = [
    ...['disagree', 'I disagree', 'reject', 'rejected', 'decline', 'I decline', 'declined', 'refuse', 'denied'],
    ...['unsubscribe', 'Unsubscribed', 'opt out', 'Opted-Out', 'withdrawn', 'revoked', 'objected', 'disabled'],
    ...['abgelehnt', 'widersprochen', 'widerrufen', 'verweigert', 'abgemeldet', 'Nein, danke', 'keine Einwilligung'],
    ...[
      'refusé',
      'Je refuse',
      'désabonné',
      'désinscrit',
      'rechazado',
      'denegado',
      'rifiutato',
      'negato',
      'disiscritto',
    ],
  ];

  const consents = [
    ...['agree', 'I agree', 'agreed', 'accept', 'accepted', 'opt in', 'Opted-In', 'subscribed', 'granted', 'allowed'],
    ...['consented', 'I consent', 'enabled', 'checked'],
  ];

  it.each(refusals)('%j is no, and with a not before it neither', (word) => {
    expect(outcomeOf(readFlag(word))).toBe(false);
    expect(outcomeOf(readFlag(`not ${word}`))).toBe(PROBLEM);
    expect(outcomeOf(readFlag(`nicht ${word}`))).toBe(PROBLEM);
  });

  it.each(consents)('%j is yes, and never with a not before it', (word) => {
    expect(outcomeOf(readFlag(word))).toBe(true);
    for (const not of ['not', 'do not', "don't", 'I do not', 'did not', 'nicht', 'non', 'pas'])
      expect(outcomeOf(readFlag(`${not} ${word}`))).not.toBe(true);
  });

  it.each([
    ...['not opted in', 'not subscribed', 'not agreed', 'not granted', 'not allowed', 'not accepted', 'not consented'],
    ...['do not agree', "don't agree", 'I do not accept', 'I don’t consent', 'did not opt in', 'does not agree'],
    ...['nicht einverstanden', 'nicht zugestimmt', 'ich stimme nicht zu', "pas d'accord", "Je n'accepte pas"],
    ...['no acepto', 'no estoy de acuerdo', 'non accetto', "non sono d'accordo"],
  ])('%j is no', (value) => {
    expect(outcomeOf(readFlag(value))).toBe(false);
  });

  it.each(['not given', 'not provided'])('%j may be of the answer or of the consent, and says nothing', (value) => {
    expect(outcomeOf(readFlag(value))).toBe(ABSENT);
  });

  it.each([2, -1, '-1', '+1', '1%', '10', 'maybe', 'yes and no', {}, [true, false], 'y'.repeat(500)])(
    '%j is neither',
    (value) => {
      expect(outcomeOf(readFlag(value))).toBe(PROBLEM);
    },
  );

  it.each([null, '', '-', 'n/a', 'unknown', '{{optin}}'])('%j says nothing', (value) => {
    expect(outcomeOf(readFlag(value))).toBe(ABSENT);
  });
});

describe('a consent to be reached', () => {
  it.each([
    ['do not call', { call: false, email: PROBLEM, sms: PROBLEM }],
    ["Don't call", { call: false, email: PROBLEM, sms: PROBLEM }],
    ['DNC', { call: false, email: PROBLEM, sms: PROBLEM }],
    ['nicht anrufen', { call: false, email: PROBLEM, sms: PROBLEM }],
    ['do-not-email', { call: PROBLEM, email: false, sms: PROBLEM }],
    ['No SMS', { call: PROBLEM, email: PROBLEM, sms: false }],
    ['do not contact', { call: false, email: false, sms: false }],
    ['ne pas contacter', { call: false, email: false, sms: false }],
    ['disagree', { call: false, email: false, sms: false }],
    ['call', { call: PROBLEM, email: PROBLEM, sms: PROBLEM }],
    ['not do not call', { call: PROBLEM, email: PROBLEM, sms: PROBLEM }],
    ['yes', { call: true, email: true, sms: true }],
    ['n/a', { call: ABSENT, email: ABSENT, sms: ABSENT }],
  ])('is no by %j where that is what it forbids', (value, expected) => {
    const said = (field: 'consent.call' | 'consent.email' | 'consent.sms') =>
      outcomeOf(LEAD_READERS[field](value, contextOf(undefined)));
    expect({ call: said('consent.call'), email: said('consent.email'), sms: said('consent.sms') }).toEqual(expected);
  });
});

describe('an instant', () => {
  it.each([
    ['2026-11-16T10:01:01+01:00', '2026-11-16T09:01:01.000Z'],
    ['2026-11-16T10:01:01+0100', '2026-11-16T09:01:01.000Z'],
    ['2026-11-16T09:02:00.000+0000', '2026-11-16T09:02:00.000Z'],
    ['20261116T090200Z', '2026-11-16T09:02:00.000Z'],
    ['20261116T0902+0100', '2026-11-16T08:02:00.000Z'],
    ['2026-11-16T09:03:00.1234567Z', '2026-11-16T09:03:00.123Z'],
    ['2026-11-16T09:03:00,5Z', '2026-11-16T09:03:00.500Z'],
    ['2026-11-16 09:03:01Z', '2026-11-16T09:03:01.000Z'],
    ['2026-11-16 10:00:00+01', '2026-11-16T09:00:00.000Z'],
    ['2026-11-16 10:00:00 UTC', '2026-11-16T10:00:00.000Z'],
    ['2026-11-16 10:00:00 +0100', '2026-11-16T09:00:00.000Z'],
    ['2026-11-16 10:00:00.000 -05:00', '2026-11-16T15:00:00.000Z'],
    ['2026-11-16t09:04z', '2026-11-16T09:04:00.000Z'],
    ['2026-11-16T24:00:00Z', '2026-11-17T00:00:00.000Z'],
    ['2026-12-31T23:59:60Z', '2027-01-01T00:00:00.000Z'],
    ['2036-11-16T09:00:00Z', '2036-11-16T09:00:00.000Z'],
    [1_763_283_600, '2025-11-16T09:00:00.000Z'],
    [1_763_283_600_000, '2025-11-16T09:00:00.000Z'],
    ['1763283600000', '2025-11-16T09:00:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ])('%j is read', (value, expected) => {
    const at = outcomeOf(readInstant(value));
    expect(typeof at === 'number' && new Date(at).toISOString()).toBe(expected);
  });

  it.each([
    '0001-01-01T00:00:00Z',
    '1601-01-01T00:00:00Z',
    '1753-01-01T00:00:00Z',
    '1899-12-30T00:00:00Z',
    '1900-01-01T00:00:00Z',
    '1904-01-01T00:00:00Z',
    '1969-12-31T19:00:00-05:00',
    '1969-12-31T23:59:59Z',
    '1970-01-01T01:00:00+01:00',
    '9999-12-31T23:59:59.999Z',
    '0000-00-00 00:00:00',
    0,
    -62_135_596_800_000,
    '',
    null,
    'n/a',
  ])('%j stands for no date', (value) => {
    expect(outcomeOf(readInstant(value))).toBe(ABSENT);
  });

  it.each([
    '2026-11-16T10:00:00',
    '2026-11-16',
    '16/11/2026 10:00',
    '20261116T100000',
    '20261116T1000000Z',
    '20260230T100000Z',
    'Mon, 16 Nov 2026 10:00:00 GMT',
    '2026-02-30T00:00:00Z',
    '2027-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-11-16T25:00:00Z',
    '2026-11-16T24:00:01Z',
    '2026-11-16T10:60:00Z',
    '2026-11-16T10:00:00+19:00',
    'yesterday',
    46342.4,
    1e15,
    Number.NaN,
    true,
    {},
  ])('%j is none', (value) => {
    expect(outcomeOf(readInstant(value))).toBe(PROBLEM);
  });
});

describe('a time zone', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['America/New York', 'America/New_York'],
    ['America / New_York', 'America/New_York'],
    ['US/Eastern', 'America/New_York'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['Europe/Oslo', 'Europe/Oslo'],
    ['Europe/Amsterdam', 'Europe/Amsterdam'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['America/Coyhaique', 'America/Coyhaique'],
    ['Etc/GMT+5', 'Etc/GMT+5'],
    ['UTC', 'Etc/UTC'],
    ['UCT', 'Etc/UTC'],
    ['Zulu', 'Etc/UTC'],
    ['Singapore', 'Asia/Singapore'],
    ['JAPAN', 'Asia/Tokyo'],
    ['Hongkong', 'Asia/Hong_Kong'],
    ['PRC', 'Asia/Shanghai'],
    ['ROK', 'Asia/Seoul'],
    ['GB', 'Europe/London'],
    ['NZ-CHAT', 'Pacific/Chatham'],
    ['Navajo', 'America/Denver'],
    ['(GMT+01:00) Central European Standard Time (Europe/Berlin)', 'Europe/Berlin'],
    ['Europe/Berlin or Europe/Paris', PROBLEM],
    ['CET', PROBLEM],
    ['BST', PROBLEM],
    ['EST', PROBLEM],
    ['HST', PROBLEM],
    ['MET', PROBLEM],
    ['CST6CDT', PROBLEM],
    ['Germany', PROBLEM],
    ['Factory', PROBLEM],
    ['+01:00', PROBLEM],
    ['Europe/Berlinn', PROBLEM],
    ['W. Europe Standard Time', PROBLEM],
    [1, PROBLEM],
    ['', ABSENT],
    ['unknown', ABSENT],
  ])('%j is read by its name', (value, expected) => {
    expect(outcomeOf(readTimeZone(value))).toBe(expected);
  });
});
