import { clean } from '../domain/alert/text/clean-text.ts';

const ESCAPED: Readonly<Record<string, number>> = { '"': 6, "'": 5, '&': 5, '<': 4, '>': 4 };

const bytesOf = (char: string): number => ESCAPED[char] ?? Buffer.byteLength(char);

/** One line of visible text that takes at most so many bytes of HTML, whatever it holds: it keeps the page small. */
export const brief = (text: string, bytes: number): string => {
  const line = clean(text);
  let left = bytes;
  let kept = '';
  for (const char of line) {
    left -= bytesOf(char);
    if (left < 0) return `${kept.trimEnd()}…`;
    kept += char;
  }
  return kept;
};
