/** What is known to be personal or secret in a run, and must be in no log line. */
export interface Known {
  /** Addresses, names and the like, as they are written. */
  readonly texts: readonly string[];
  /** In any notation. */
  readonly phones: readonly string[];
  /** Whether the word of 22 letters is a link's capability; asked of whatever looks like one. */
  readonly isToken: (word: string) => boolean;
}

export interface Leak {
  readonly what: 'an address' | 'a phone number' | 'a capability' | 'a known text';
  readonly found: string;
  readonly line: string;
}

const ADDRESS = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/u;

/** With its country's code; shorter ones are offsets of time zones. */
const INTERNATIONAL = /(?:\+|%2B)\d[\d ().\-/]{6,}\d/i;

/** Digits with what people put between them; within a word they are part of an id. */
const NUMBERS = /(?<![A-Za-z0-9])\d[\d ().\-/]*(?![A-Za-z0-9])/g;

const LINK = /\/a\/([\w-]{22})(?![\w-])/;

/** Words in which a capability may hide. */
const WORDS = /[\w-]{22,}/g;

const TOKEN_LENGTH = 22;

/** The part that stays however a number is written. */
const SUBSCRIBER_DIGITS = 8;

const PACKED = /[A-Za-z0-9+/]{16,}={0,2}/g;

const PRINTABLE = /^[\p{L}\p{N}\p{P}\p{S}\p{Zs}\r\n\t]+$/u;

const decoded = (text: string, decode: (text: string) => string): readonly string[] => {
  try {
    const plain = decode(text);
    return plain === text ? [] : [plain];
  } catch {
    return [];
  }
};

const withoutEscapes = (text: string): string =>
  text.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** The line itself, and what it says in other writing: percent signs, JSON's escapes, base64. */
const readings = (line: string): readonly string[] => [
  line,
  ...decoded(line, (text) => decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, '%25'))),
  ...decoded(line, withoutEscapes),
  ...[...line.matchAll(PACKED)]
    .map(([packed]) => Buffer.from(packed, 'base64').toString())
    .filter((plain) => PRINTABLE.test(plain)),
];

const digitsOf = (text: string): string => text.replace(/\D/g, '');

const phoneIn = (text: string, phones: readonly string[]): string | undefined => {
  const whole = phones.map(digitsOf).find((digits) => text.includes(digits));
  if (whole !== undefined) return whole;
  const endings = phones.map((phone) => digitsOf(phone).slice(-SUBSCRIBER_DIGITS));
  const number = [...text.matchAll(NUMBERS)].find(([run]) => endings.some((ending) => digitsOf(run).includes(ending)));
  return number?.[0] ?? INTERNATIONAL.exec(text)?.[0];
};

const windowsOf = (word: string): readonly string[] =>
  Array.from({ length: word.length - TOKEN_LENGTH + 1 }, (_, at) => word.slice(at, at + TOKEN_LENGTH));

const tokenIn = (text: string, isToken: Known['isToken']): string | undefined =>
  LINK.exec(text)?.[1] ?? [...text.matchAll(WORDS)].flatMap(([word]) => windowsOf(word)).find(isToken);

const textIn = (text: string, texts: readonly string[]): string | undefined => {
  const small = text.toLowerCase();
  return texts.find((known) => small.includes(known.toLowerCase()));
};

/** What a line gives away, if anything. */
const leakIn = (line: string, known: Known): Leak | undefined => {
  for (const text of readings(line)) {
    const found = {
      'a known text': textIn(text, known.texts),
      'an address': ADDRESS.exec(text)?.[0],
      'a capability': tokenIn(text, known.isToken),
      'a phone number': phoneIn(text, known.phones),
    };
    for (const what of ['a known text', 'an address', 'a capability', 'a phone number'] as const) {
      if (found[what] !== undefined) return { what, found: found[what], line };
    }
  }
  return undefined;
};

/** Every line that gives something away, with the first thing that it does. */
export const leaksIn = (lines: readonly string[], known: Known): readonly Leak[] =>
  lines.flatMap((line) => leakIn(line, known) ?? []);
