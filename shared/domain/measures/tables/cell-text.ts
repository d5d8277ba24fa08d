import { readableDuration } from '../../time/readable-duration.ts';
import type { Money } from '../money.ts';
import type { Cell, Format } from './table.ts';

/** Stands where there is nothing to tell. */
const NOTHING = '-';

const PLAIN = new Intl.NumberFormat('en', { maximumFractionDigits: 4 });
const CENTS = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const isMoney = (cell: Cell): cell is readonly Money[] => Array.isArray(cell);

const moneyText = (list: readonly Money[]): string =>
  list.map(({ currency, amount }) => `${CENTS.format(amount)} ${currency ?? ''}`.trim()).join(', ') || NOTHING;

const numberText = (format: Format, value: number): string => {
  switch (format) {
    case 'rate':
      return `${(value * 100).toFixed(1)} %`;
    case 'duration':
      return readableDuration(value);
    case 'work':
      return readableDuration(value, 'h');
    case 'amount':
      return CENTS.format(value);
    default:
      return PLAIN.format(value);
  }
};

/** A value as a person reads it. */
export const cellText = (format: Format, cell: Cell): string => {
  if (cell === null || cell === '') return NOTHING;
  if (isMoney(cell)) return moneyText(cell);
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return typeof cell === 'number' ? numberText(format, cell) : cell;
};

const QUOTED = /[",\r\n]/;
/** What a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t]/;

const csvText = (text: string): string => {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return QUOTED.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

const csvCell = (cell: Cell): string => {
  if (cell === null) return '';
  if (isMoney(cell))
    return csvText(cell.map(({ currency, amount }) => `${amount} ${currency ?? ''}`.trim()).join('; '));
  return typeof cell === 'string' ? csvText(cell) : String(cell);
};

/** A row of a CSV file (RFC 4180), with numbers as they are: durations in milliseconds, rates as parts of 1. */
export const csvRow = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;
