/*
 * Greek as passports write it (ELOT 743): pairs of letters that have one sound. Single letters are written by
 * any-ascii, which does so in the same way.
 */

const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})μπ/giu, 'b'],
  [/γγ/gi, 'ng'],
  [/γξ/gi, 'nx'],
  [/γχ/gi, 'nch'],
  [/ου/gi, 'ou'],
  [/αυ(?=[αεηιουωβγδζλμνρ])/gi, 'av'],
  [/ευ(?=[αεηιουωβγδζλμνρ])/gi, 'ev'],
  [/ηυ(?=[αεηιουωβγδζλμνρ])/gi, 'iv'],
  [/αυ/gi, 'af'],
  [/ευ/gi, 'ef'],
  [/ηυ/gi, 'if'],
];

const inCase = (latin: string, pair: string): string => {
  const [first = '', second = ''] = pair;
  if (first === first.toLowerCase()) return latin;
  return second === second.toLowerCase() ? `${latin.charAt(0).toUpperCase()}${latin.slice(1)}` : latin.toUpperCase();
};

/** What of a text is Greek, without its accents, and with pairs of letters as they sound. */
export const respellGreek = (text: string): string => {
  const plain = text
    .normalize('NFD')
    .replace(/(?<=\p{Script=Greek})\u0301/gu, '')
    .normalize('NFC');
  return PAIRS.reduce((all, [pair, latin]) => all.replace(pair, (found) => inCase(latin, found)), plain);
};
