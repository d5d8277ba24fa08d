import type { Scalar } from './condition.ts';

const BEYOND_ASCII = /[^\0-\x7f]/;

/**
 * A text without regard to case, in every script: `Straße` is `STRASSE`, `İstanbul` is `istanbul`. Full-width letters,
 * as Japanese keyboards write them, are the same letters.
 */
export const foldText = (text: string): string => {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  return text
    .replace(/[\uFF01-\uFF5E]/g, (form) => String.fromCharCode(form.charCodeAt(0) - 0xfee0))
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replace(/i\u0307+/g, 'i');
};

/** What a value is compared by: strings without regard to case, everything else as it is. */
export const foldCase = (value: Scalar): Scalar => (typeof value === 'string' ? foldText(value) : value);
