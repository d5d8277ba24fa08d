import { foldName, tidy, usualWidth } from './characters.ts';
import { isPlaceholder } from './placeholder.ts';
import { ABSENT, andThen, type Reader, read, readScalar, unreadable } from './reading.ts';

/*
 * Folded: lower case, without accents and signs. What databases, forms and spreadsheets of many languages write.
 * No word is in both: each of these means the same wherever it is a word for yes or no.
 */
const YES = new Set(
  (
    'true|t|yes|y|on|1|x|checked|selected|enabled|ok|optin|optedin|subscribed|granted|agreed|agree|accepted|accept|allowed|iagree|yesiagree|iaccept|iconsent|yesplease|given|consentgiven|' +
    'ja|j|oui|o|vrai|si|s|sim|da|ano|tak|evet|igen|kylla|jah|nai|ναι|да|истина|так|wahr|verdadero|verdadeiro|vero|' +
    'prawda|waar|sann|sant|sandt|tosi|igaz|dogru|참|はい|是|有|真|예|네|כן|نعم'
  )
    .split('|')
    .map(foldName),
);

const NO = new Set(
  (
    'false|f|no|n|off|0|unchecked|disabled|optout|optedout|unsubscribed|denied|declined|refused|revoked|withdrawn|noconsent|idonotagree|idontagree|nothanks|nothankyou|' +
    'nein|non|faux|nao|nej|nei|nee|nie|ne|nu|ei|hayir|nem|οχι|нет|ложь|ні|falsch|falso|falsz|onwaar|falskt|falsk|' +
    'yanlis|epatosi|hamis|usann|거짓|いいえ|否|无|無|假|아니요|아니오|לא|لا'
  )
    .split('|')
    .map(foldName),
);

/** Ticks and crosses, which have neither letters nor digits. */
const SIGNS: ReadonlyMap<string, boolean> = new Map([
  ['✓', true],
  ['✔', true],
  ['✔️', true],
  ['☑', true],
  ['☑️', true],
  ['✅', true],
  ['✗', false],
  ['✘', false],
  ['☐', false],
  ['❌', false],
]);

/** A word as it is written, or 1 and 0 with nothing but noughts behind: `-1`, `+1` and `{{optin}}` are something else. */
const WORD = /^(?:[\p{L}\p{M} _.'’-]*|([01])(?:\.0+)?)$/u;

/** Longer than any of the words. */
const LONGEST = 40;

/** Yes or no in any usual word or sign for it; of the numbers 1 and 0 alone. */
export const readFlag: Reader<boolean> = (value) =>
  andThen(readScalar(value), (scalar) => {
    if (typeof scalar === 'boolean') return read(scalar);
    const text = usualWidth(typeof scalar === 'number' ? String(scalar) : tidy(scalar));
    const sign = SIGNS.get(text);
    if (sign !== undefined) return read(sign);
    const [written = '', digit] = (text.length > LONGEST ? null : WORD.exec(text)) ?? [];
    const word = digit ?? foldName(written);
    if (YES.has(word)) return read(true);
    if (NO.has(word)) return read(false);
    return isPlaceholder(text) ? ABSENT : unreadable('neither yes nor no');
  });
