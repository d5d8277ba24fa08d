import { lazily } from './lazily.ts';

/**
 * A joiner that shapes what is seen: in an emoji made of several, and between letters of scripts that are
 * written joined. A selector that makes a picture of a sign. The tags of a flag.
 */
const SHAPING = [
  String.raw`(?<=\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]?)\u200D(?=\p{Extended_Pictographic})`,
  String.raw`(?<=\p{Extended_Pictographic})\uFE0F`,
  String.raw`(?<=[0-9#*])\uFE0F(?=\u20E3)`,
  String.raw`(?<=\p{Script=Han})[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]`,
  String.raw`(?<=[\p{scx=Arab}\p{scx=Syrc}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}])(?<!\u061C)[\u200C\u200D](?=[\p{scx=Arab}\p{scx=Syrc}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}])(?!\u061C)`,
  String.raw`(?<=\u{1F3F4}[\u{E0020}-\u{E007E}]{0,7})[\u{E0020}-\u{E007F}]`,
].join('|');

/** White space that a person can mean: what separates words and lines, whatever its width. */
const SPACE = String.raw`(?!\uFEFF)[\s\u0085\u2800]`;

const UNSEEN = String.raw`(?!${SPACE})[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]`;

/** What nobody sees: control and zero-width characters, halves of a character, marks of direction. */
const INVISIBLE = new RegExp(`(?=${UNSEEN})(?!${SHAPING})${UNSEEN}`, 'gu');

const SPACES = new RegExp(`(?:${SPACE})+`, 'gu');

/** Code points that are looked at before anything else: more than ever become a text. */
const WINDOW = 5_000;

const firstCodePoints = (text: string, count: number): string => {
  if (text.length <= count) return text;
  let end = 0;
  for (let taken = 0; taken < count && end < text.length; taken += 1)
    end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return text.slice(0, end);
};

/** As most texts are: Latin letters, digits and signs, with one space between words. Such a text is tidy. */
const PLAIN = /^[!-~\u00C0-\u024F]+(?: [!-~\u00C0-\u024F]+)*$/;

/**
 * What a person sees of a text: NFC, white space folded and trimmed, without what nobody sees. Of a text beyond
 * `WINDOW` code points only the beginning, for NFC takes the square of the length of some texts.
 */
export const tidy = (text: string): string =>
  text.length <= WINDOW && PLAIN.test(text)
    ? text
    : firstCodePoints(text.replace(INVISIBLE, '').replace(SPACES, ' ').trim(), WINDOW).normalize('NFC').trim();

/** Full-width and half-width forms, as Japanese keyboards write Latin letters and digits, in their usual width. */
export const usualWidth = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E]/g, (form) => String.fromCharCode(form.charCodeAt(0) - 0xfee0));

/** Letters that are no accented forms of another, as who has not got them on the keyboard writes them. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', æ: 'ae', ł: 'l', đ: 'd', ı: 'i', '&': 'and' };

/** Of Latin, Greek and Cyrillic letters, and the points of Hebrew and Arabic. In other scripts marks are vowels. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;

/** What a name is looked up by: letters and digits alone, without regard to case and accents. */
export const foldName = (text: string): string =>
  /^[a-z]*$/i.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(ACCENTS, '')
        .toLowerCase()
        .replace(/[ßøæłđı&]/g, (letter) => LETTERS[letter] ?? letter)
        .replace(/[^\p{L}\p{M}\p{N}]/gu, '');

const graphemes = lazily(() => new Intl.Segmenter('en', { granularity: 'grapheme' }));

/**
 * At most `most` code points, the last an ellipsis where something was cut: never within a character, be it an
 * emoji of seven code points. One character that is longer than all of it is cut all the same.
 */
export const cut = (text: string, most: number): string => {
  const kept = firstCodePoints(text, most);
  if (kept.length === text.length) return text;
  const room = firstCodePoints(text, most - 1).length;
  let end = 0;
  for (const { index, segment } of graphemes().segment(kept)) {
    if (index + segment.length > room) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end === 0 ? room : end).trimEnd()}…`;
};
