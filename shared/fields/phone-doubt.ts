import { callingCode, isCallingCode, parseNumber } from './phone-plan.ts';

/** What a number within a house is written with, glued to it or not. */
const EXTENSION = /[\s,;.]*(?:e?xt(?:ensi[oó]n)?n?|x|int|anexo|доб|dw)\.?\s*[:=]?\s*\d{1,7}$/iu;

/** In alphabets that have letters which look like digits. Others have no spaces between a number and a word. */
const LETTER = String.raw`[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]`;

/** `0171 3920009O`: behind a digit, or alone before one, but for the letter of a label such as `T0171`. */
const GLUED = new RegExp(
  String.raw`\d${LETTER}|\d[ ./-]+[OolIОо](?!\p{L})|(?<!\p{L})(?![tmfphw])${LETTER}(?=\d)`,
  'iu',
);

/** What stands between two numbers, before a note of digits, or between the groups of one number. */
const SEPARATOR = /\s*(?:[/|\\&+(]|\.{2,}|…)\s*(?=[-(]?\d)|\s+[-–—]\s+(?=\d{6})/g;

/** Fewer digits are the beginning of a number, even where a plan has numbers that short. */
const FEWEST_OF_WHOLE = 6;

const isWhole = (text: string, country: string | undefined): boolean => {
  const number = parseNumber(text, country);
  return number?.isValid() === true && number.nationalNumber.length >= FEWEST_OF_WHOLE;
};

/** `901820/821` are two numbers of one house. `0171/39200099` is one: what stands before the stroke is none. */
const holdsTwo = (text: string, country: string | undefined): boolean =>
  [...text.matchAll(SEPARATOR)].some(({ index }) => isWhole(text.slice(0, index), country));

/** Where a nought is dialled before a number, one that is written without it is the same. */
const lacksNought = (text: string, country: string | undefined): boolean =>
  parseNumber(`0${text}`, country)?.number === parseNumber(text, country)?.number;

/** `43 1 5338330` is a number of Austria, and in Germany one of Kiel without its nought. */
const mayBeAbroad = (text: string, country: string | undefined): boolean => {
  const [, number = '', code = ''] = /^[^\d+]*(([1-9]\d{0,2})[ ./()-].*)/.exec(text) ?? [];
  if (!isCallingCode(code) || code === callingCode(country) || !isWhole(`+${number}`, undefined)) return false;
  return !isWhole(number, country) || lacksNought(number, country);
};

/** Whether a text may be the number of somebody else than it reads as. */
export const isDoubtful = (text: string, country: string | undefined): boolean =>
  GLUED.test(text.replace(EXTENSION, '')) || holdsTwo(text, country) || mayBeAbroad(text, country);
