import { tidy, usualWidth } from './characters.ts';
import { asciiHost } from './host.ts';
import { identityOf } from './mailbox-rules.ts';
import { isPlaceholder } from './placeholder.ts';
import { ABSENT, andThen, type Reader, type Reading, read, readScalar, unreadable } from './reading.ts';

export interface EmailAddress {
  /** To write to: in lower case, its domain in ASCII. */
  readonly address: string;
  /** The same for every address that reaches this mailbox by its provider's own rules. */
  readonly identity: string;
}

/** RFC 5321, in octets. */
const LONGEST = 254;
const LONGEST_LOCAL = 64;

/** No form of one address is longer, with a name before it. */
const LONGEST_TEXT = 1_000;

/** RFC 5322's dot-atom, and letters of any script (RFC 6531). */
const LOCAL = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;

const NONE = unreadable('not an e-mail address');
const SEVERAL = unreadable('more than one e-mail address');

const ENTITIES: readonly (readonly [RegExp, string])[] = [
  [/&lt;/gi, '<'],
  [/&gt;/gi, '>'],
  [/&quot;/gi, '"'],
  [/&apos;/gi, "'"],
  [/&commat;/gi, '@'],
  [/&period;/gi, '.'],
  [/&nbsp;/gi, ' '],
  [/&amp;/gi, '&'],
];

/** `&#64;` and `&#x40;`, as scripts hide addresses from robots: printable ASCII alone. */
const NUMBERED = /&#(?:0*(3[2-9]|[4-9]\d|1[01]\d|12[0-6])|x0*([2-7][0-9a-f]));?/gi;

const withoutEntities = (text: string): string =>
  text.includes('&')
    ? ENTITIES.reduce((all, [entity, sign]) => all.replace(entity, sign), text).replace(
        NUMBERED,
        (_, decimal: string | undefined, hex: string | undefined) =>
          String.fromCharCode(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)),
      )
    : text;

/** Blanks, signs and marks as forms encode them in a URL; `%40` is left to `withSign`. */
const withoutEncoding = (text: string): string =>
  text.replace(/%(2[0-9a-f]|3[ac-e])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** A link keeps its address, of other tags nothing is left; nor of ends of lines that a program wrote out. */
const withoutMarkup = (text: string): string =>
  text
    .replace(/<a\s[^<>]*?href\s*=\s*["']?mailto:([^"'?<>\s]*)[^<>]*>/gi, ' $1 ')
    .replace(/<\/?(?:a|b|i|u|br|p|em|div|span|font|strong)(?:\s[^<>@]*)?\/?>/gi, ' ')
    .replace(/\\[nrt](?![a-z])|\\(?=["'])/g, ' ');

/** Part of a template that nobody filled. */
const UNFILLED = /\{\{|\}\}|\$\{|\{!|<[%?]|[%?]>|\*\||\|\*/;

/** `jo%40acme.example`, and `jo (at) acme.example`, where no sign itself is there. */
const withSign = (text: string): string =>
  text.includes('@')
    ? text
    : text
        .replace(/%40/g, '@')
        .replace(/\s*[([{]\s*at\s*[)\]}]\s*/gi, '@')
        .replace(/\s*[([{]\s*(?:dot|punkt|point)\s*[)\]}]\s*/gi, '.');

const LABEL =
  /^(?:(?:mailto|e-?mail(?:[\s-]?ad(?:d?ress|resse))?|mail|courriel|correo|smtp|to)\s*[:=]\s*(?:\/\/)?|\?to=)/i;
const OPENING = /^(?:[\s"'`´“”„‘’«‹<>([{,;:=*|\\•·–—]|\/\/)+/;
/** A host ends with a letter or a digit of whatever script. */
const CLOSING = /[^\p{L}\p{M}\p{N}]+$/u;

/** What a link says behind an address: `?subject=Hi`, `&utm=1`. Nothing of it is in the name of a host. */
const QUERY = /^([^@\s]+@[^@\s?&#]+)(?:[?&][a-z_.-]+=[^@]*|#[^@\s]*)$/i;

/** Without what stands around an address: marks of quotation, brackets, signs between addresses, `mailto:`. */
const peel = (text: string): string => {
  let before = '';
  let peeled = text;
  while (peeled !== before) {
    before = peeled;
    const [, linked = ''] = /^mailto\s*:([^?]*)\?/i.exec(peeled) ?? [];
    // A quoted local part keeps its marks: they are taken off with the part known.
    const opened = /^"[^"@]*"@/.test(peeled) ? peeled : peeled.replace(OPENING, '');
    peeled = (linked === '' ? opened : linked).replace(LABEL, '').replace(QUERY, '$1').replace(CLOSING, '');
  }
  return peeled;
};

/** No code unit of UTF-16 takes more than three octets in UTF-8. */
const fits = (text: string, octets: number): boolean => text.length * 3 <= octets || Buffer.byteLength(text) <= octets;

const readLocal = (text: string): string | undefined => {
  const [, quoted] = /^"(.*)"$/.exec(text) ?? [];
  const local = (quoted ?? text).toLowerCase().normalize('NFC');
  // Without its marks it would be another's.
  if (OPENING.test(local)) return undefined;
  return fits(local, LONGEST_LOCAL) && LOCAL.test(local) ? local : undefined;
};

const readBare = (plain: string): Reading<EmailAddress> => {
  const at = plain.indexOf('@');
  if (at === -1) return NONE;
  if (plain.includes('@', at + 1)) return /@.*[\s,;/|].*@/.test(plain) ? SEVERAL : NONE;
  const local = readLocal(plain.slice(0, at));
  const host = asciiHost(plain.slice(at + 1));
  if (local === undefined || host === undefined) return NONE;
  const address = `${local}@${host}`;
  return fits(address, LONGEST) ? read({ address, identity: identityOf(local, host) }) : NONE;
};

const readPlain = (text: string): Reading<EmailAddress> => readBare(peel(text).replace(/\s*@\s*/, '@'));

/** The one address of several texts; undefined where one of them has none. */
const sameIn = (texts: readonly string[]): Reading<EmailAddress> | undefined => {
  const readings = texts.map(readPlain);
  const found = readings.flatMap((one) => ('value' in one ? [one] : []));
  const [first] = found;
  if (first === undefined || found.length < readings.length) return undefined;
  return found.every(({ value }) => value.address === first.value.address) ? first : SEVERAL;
};

/** `Jo <jo@acme.example>`: the address in angle brackets, if what is before it is no other. */
const readBracketed = (text: string): Reading<EmailAddress> | undefined => {
  const inner = [...text.matchAll(/<([^<>]*@[^<>]*)>/g)].map(([, one = '']) => one);
  if (inner.length === 0) return undefined;
  const rest = text.replace(/<[^<>]*@[^<>]*>/g, ' ');
  const named = rest.split(/[\s,;]+/).filter((word) => word.includes('@'));
  // Slack writes <mailto:jo@acme.example|jo@acme.example>.
  return sameIn([...inner.flatMap((one) => one.split('|')), ...named]) ?? NONE;
};

/** `[jo@acme.example](mailto:jo@acme.example)`, `jo@acme.example (Jo)` and `Jo (jo@acme.example)`. */
const readNoted = (text: string): Reading<EmailAddress> | undefined => {
  const [, label = '', link = ''] = /^\[([^[\]]*@[^[\]]*)\]\(([^()]*@[^()]*)\)$/.exec(text) ?? [];
  if (label !== '') return sameIn([label, link]);
  const [, noted = ''] = /^([^()]*@[^()]*?)\s*\([^()@]*\)[\s.,;]*$/.exec(text) ?? [];
  if (noted !== '') return readPlain(noted);
  const [, within = ''] = /^[^()@=]+\s\(([^()\s]+@[^()\s]+)\)[\s.,;]*$/.exec(text) ?? [];
  return within === '' ? undefined : readPlain(within);
};

/** `=HYPERLINK("mailto:jo@acme.example","Jo")`, as spreadsheets write a link. */
const readFormula = (text: string): Reading<EmailAddress> | undefined => {
  const [, link = '', label = ''] = /^=\s*hyperlink\(\s*"([^"]*)"\s*(?:[,;]\s*"([^"]*)"\s*)?\)$/i.exec(text) ?? [];
  return sameIn([link, label].filter((part) => part.includes('@')));
};

/** `Jo Smith, jo@acme.example` and `Jo: jo@acme.example`: what is beside it is no address, and a sign stands between. */
const readBeside = (text: string): Reading<EmailAddress> | undefined =>
  sameIn(text.split(/[,;|[\]]+|:\s+|\s+[-–—/]\s+/).filter((part) => part.includes('@')));

const readRepeated = (text: string): Reading<EmailAddress> | undefined => {
  const parts = text.split(/[\s,;|]+/).filter((part) => part !== '');
  return parts.length > 1 ? sameIn(parts) : undefined;
};

/** A NUL or another sign that only machines write, where white space is none. */
const CONTROL = /(?![\s\u0085])\p{Cc}/u;

/** As programs send it: nothing stands around it. */
const BARE = /^[a-z0-9](?:[a-z0-9._+-]*[a-z0-9])?@[a-z0-9.-]*[a-z0-9]$/i;

const readText = (text: string): Reading<EmailAddress> => {
  if (text.length > LONGEST_TEXT) return NONE;
  if (UNFILLED.test(text)) return NONE;
  const plain = withoutMarkup(withoutEntities(usualWidth(text)));
  // Telephones write an apostrophe as typographers do.
  const written = withSign(withoutEncoding(plain)).replace(/(?<=\p{L})[’ʼ](?=\p{L})/gu, "'");
  const whole = readBracketed(written) ?? readFormula(written) ?? readNoted(written) ?? readPlain(written);
  return 'value' in whole ? whole : (readRepeated(written) ?? readBeside(written) ?? whole);
};

/**
 * An e-mail address in any form in which people paste one. Two addresses in one field are none: nobody knows whose
 * lead it is; nor is one that no mail reaches.
 */
export const readEmailAddress: Reader<EmailAddress> = (value) =>
  andThen(readScalar(value), (scalar) => {
    if (typeof scalar !== 'string') return NONE;
    if (BARE.test(scalar)) return isPlaceholder(scalar) ? ABSENT : readBare(scalar);
    if (CONTROL.test(scalar)) return NONE;
    const text = tidy(scalar);
    return isPlaceholder(text) ? ABSENT : readText(text);
  });
