import { describe, expect, it } from 'vitest';
import { areAbsent, imported } from '../support/scenario/field-cases.ts';

const byId = <T>(values: readonly T[], from = 0) =>
  Object.fromEntries(values.map((value, nth) => [`${from + nth}`, value]));

describe.skipIf(areAbsent)('a table of the field', { timeout: 60_000 }, () => {
  it.each(['07-meta-utf16-tab', '08-meta-prefixes'])('%s: Meta’s export is read, without its marks', async (name) => {
    const { at, said } = await imported(name);
    expect(at(['person'])).toEqual({
      'l:90010': { email: 'zoe@acme.example', lastName: 'Zoë Müller', phone: '+4917139200099' },
    });
    expect(at(['location', 'postalCode'])).toEqual({ 'l:90010': '01067' });
    expect(said).toContain('1 row: 1 became 1 event, 0 bad');
    expect(said.includes('is read as utf-16le')).toBe(name.startsWith('07'));
  });

  it('09: Windows-1252 is found, and told', async () => {
    const { at, said } = await imported('09-windows-1252-untold');
    expect(at(['company', 'name'])).toEqual(byId(['Müller & Söhne GmbH', 'Acme'], 1));
    expect(said).toContain('leads.csv is read as windows-1252');
  });

  it.each(['10-cr-line-ends', '10b-cr-between'])('%s: CR ends a line', async (name) => {
    const { at, bad } = await imported(name);
    expect(at(['company', 'name'])).toEqual(byId(['Acme', 'Beta'], 1));
    expect(bad).toEqual([]);
  });

  it('11: a number is read where it can only mean one thing', async () => {
    const { at, bad } = await imported('11-numbers');
    expect(at(['company', 'employees'])).toEqual({
      '0': 1250,
      '6': 1000,
      '9': 1_000_000,
      '12': -5,
      '13': 1250,
      '15': 250,
      '17': 250,
      '19': 5000,
      // NaN is pandas' word for an empty cell.
      '22': undefined,
      '23': 1250,
      '26': 7,
    });
    expect(bad).toEqual([1, 2, 3, 4, 5, 7, 8, 10, 11, 14, 16, 18, 20, 21, 24, 25, 27]);
  });

  it('12: a row with the id of another is told', async () => {
    const { at, said } = await imported('12-repeated-row-id');
    expect(at(['person', 'email'])).toEqual(byId(['jo@acme.example', 'mo@gamma.example'], 17));
    expect(said).toContain('leads.csv:3 id: line 2 has "17", too');
  });

  it.each(['15-header-over-two-lines', '18b-quoted-commas'])('%s: the header is read', async (name) => {
    const { at, said } = await imported(name);
    expect(at(['person', 'email'])).toEqual({ '1': 'jo@acme.example' });
    expect(said).toBe('1 row: 1 became 1 event, 0 bad\n');
  });

  it('16: cells left off and separators too many are read, a stray comma is bad', async () => {
    const { at, bad } = await imported('16-ragged-rows');
    expect(at(['company', 'name'])).toEqual(byId(['Acme', undefined, 'Gamma'], 1));
    expect(bad).toEqual([3]);
  });

  it('17: flags in the words of forms, databases and spreadsheets', async () => {
    const { at, bad } = await imported('17-flags');
    const no = [1, 3, 5, 7, 10, 12, 21];
    expect(at(['consent', 'sms'])).toEqual(byId(Array.from({ length: 23 }, (_, nth) => !no.includes(nth))));
    expect(bad).toEqual([]);
  });

  it('19: a spreadsheet’s count of days is told, with the format that reads it', async () => {
    const { events, said } = await imported('19-excel-serial');
    expect(events).toEqual([]);
    expect(said).toContain('the format excel reads');
  });

  it('21: dates that can only mean one thing are read, the others told', async () => {
    const { times, bad } = await imported('21-dates');
    expect(times).toEqual({
      '4': '2026-09-03T09:30:00.000Z',
      '5': '2026-09-03T00:00:00.000Z',
      '6': '2026-11-16T10:00:00.000Z',
      '7': '2026-11-16T10:00:00.000Z',
      '8': '2026-11-16T09:00:00.000Z',
      '9': '2026-11-16T10:00:00.123Z',
      '14': '2026-11-16T10:00:00.000Z',
      '15': '2026-11-16T09:00:00.000Z',
      '16': '2026-11-05T21:30:00.000Z',
      '18': '2026-11-16T15:00:00.000Z',
    });
    expect(bad).toEqual([0, 1, 2, 3, 10, 11, 12, 13, 17]);
  });

  it('49: a condition that no cell passes is a problem of the map', async () => {
    const { problems } = await imported('49-conditions-on-columns');
    expect(problems).toEqual([
      'map.yaml:8:22 cells are text, and never pass the test gte',
      'map.yaml:12:22 cells are text, and never 1: write it in quotes, "1"',
      'map.yaml:12:25 cells are text, and never true: write it in quotes, "true"',
    ]);
  });

  it('59: letters are the same composed or not, whatever the case', async () => {
    const { at, bad } = await imported('59-spellings-in-a-map');
    expect(at(['source'])).toEqual({ '0': 'referral', '3': 'referral', '4': 'referral' });
    expect(bad).toEqual([1, 2]);
  });
});
