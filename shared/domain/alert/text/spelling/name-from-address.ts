/** Vowels are not written, or a sign is read in more than one way: no rule tells how the name sounds. */
const UNREADABLE = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const HAN = /\p{Script=Han}/u;

/** Of nobody in particular. */
const ROLES: ReadonlySet<string> = new Set(
  'admin contact hello info kontakt mail marketing office privat private sales service support team test web'.split(
    ' ',
  ),
);

/** Whether only its bearer knows how a name is written in Latin letters. */
export const isHardToSpell = (name: string, language: string | undefined): boolean =>
  UNREADABLE.test(name) || (language === 'ja' && HAN.test(name));

/** `Tanaka Hiroshi` for `tanaka.hiroshi2@acme.example`: how people write themselves. Empty where it is no name. */
export const nameFromAddress = (email: string): string => {
  const words = email
    .replace(/[@+].*$/, '')
    .split(/[^A-Za-z]+/)
    .filter((word) => word !== '');
  if (words.some((word) => ROLES.has(word.toLowerCase())) || !words.some((word) => word.length > 2)) return '';
  return words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join(' ');
};
