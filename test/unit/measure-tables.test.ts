import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAgreement } from '../../shared/agreement/read-agreement.ts';
import { measure, reportOf } from '../../shared/domain/measures/report.ts';
import { cellText, csvRow } from '../../shared/domain/measures/tables/cell-text.ts';
import { allTablesOf } from '../../shared/domain/measures/tables/tables-of.ts';
import { UTC } from '../../shared/domain/time/zone.ts';

describe('a figure for a person to read', () => {
  it('is written by its format', () => {
    expect(cellText('count', 12_345)).toBe('12,345');
    expect(cellText('rate', 0.1275)).toBe('12.8 %');
    expect(cellText('ratio', -0.25)).toBe('-0.25');
    expect(cellText('amount', 1_000)).toBe('1,000.00');
    expect(cellText('duration', 90_061_000)).toBe('1 d 1 h 1 min');
    expect(cellText('work', 90_060_000)).toBe('25 h 1 min');
    expect(cellText('decision', false)).toBe('no');
    expect(cellText('text', 'Nordics')).toBe('Nordics');
  });

  it('is a dash where there is nothing to tell', () => {
    for (const cell of [null, '', []] as const) expect(cellText('money', cell)).toBe('-');
  });

  it('names each currency of money, and none where none is known', () => {
    const money = [
      { currency: 'EUR', amount: 1_234.5, deals: 2 },
      { currency: null, amount: 7, deals: 1 },
    ];
    expect(cellText('money', money)).toBe('1,234.50 EUR, 7.00');
  });
});

describe('a row of a CSV file', () => {
  it('has numbers as they are, and nothing where there is nothing', () => {
    expect(csvRow(['website', 12_345, 0.25, null, true])).toBe('website,12345,0.25,,true\r\n');
    expect(csvRow([[{ currency: 'EUR', amount: 10.5, deals: 1 }]])).toBe('10.5 EUR\r\n');
  });

  it('quotes what would break it', () => {
    expect(csvRow(['a,b', 'say "hi"', 'two\nlines'])).toBe('"a,b","say ""hi""","two\nlines"\r\n');
  });

  it('is no formula to a spreadsheet, whatever a form sent as its campaign', () => {
    for (const evil of ['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\t=1'])
      expect(csvRow([evil]).replace(/^"/, '').startsWith("'")).toBe(true);
  });
});

describe('what the page says of a figure', () => {
  it('is said in docs/measures.md in the same words', async () => {
    const plain = (text: string): string => text.replaceAll('’', "'").replace(/[`*_]/g, '').replace(/\s+/g, ' ');
    const page = plain(readFileSync('docs/measures.md', 'utf8'));
    const empty = { facts: [], refused: new Map(), first: 0, last: 0 };
    const agreement = await readAgreement('agreement', 2026);
    const report = reportOf(measure(empty, agreement), agreement, { zone: UTC, rates: {}, costs: [] }, {});
    const sentences = Object.values(allTablesOf(report, [])).flatMap(({ about }) => plain(about).split(/(?<=\.) /));
    expect(sentences.length).toBeGreaterThan(30);
    expect([...new Set(sentences)].filter((sentence) => !page.includes(sentence))).toEqual([]);
  });
});
