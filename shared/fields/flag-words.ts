import { foldName } from './characters.ts';

/*
 * Folded: lower case, without accents and signs. What databases, forms and spreadsheets of many languages write.
 * No word is in both: each of these means the same wherever it is a word for yes or no.
 */
const wordsOf = (text: string): readonly string[] => text.split('|').map(foldName);

/** What has been done, which with `not` before it has been refused. `Not given` and `not selected` may be of the answer. */
const DONE = wordsOf('checked|enabled|optedin|subscribed|granted|agreed|accepted|allowed|consented');

/** What somebody does, or does not. */
const DO = wordsOf('agree|accept|consent|optin|subscribe|allow');

const NEGATIONS = wordsOf('not|donot|dont|idonot|idont|wedonot|wedont|didnot|didnt|doesnot|doesnt|noidonot|noidont');

export const YES: ReadonlySet<string> = new Set([
  ...DONE,
  ...wordsOf(
    'true|t|yes|y|on|1|x|selected|ok|optin|agree|accept|iagree|yesiagree|iaccept|iconsent|yesplease|given|consentgiven|' +
      'ja|j|oui|o|vrai|si|s|sim|da|ano|tak|evet|igen|kylla|jah|nai|ναι|да|истина|так|wahr|verdadero|verdadeiro|vero|' +
      'prawda|waar|sann|sant|sandt|tosi|igaz|dogru|참|はい|是|有|真|예|네|כן|نعم',
  ),
]);

export const NO: ReadonlySet<string> = new Set([
  ...DONE.map((word) => `not${word}`),
  ...DO.flatMap((word) => NEGATIONS.map((not) => not + word)),
  ...wordsOf(
    'false|f|no|n|off|0|unchecked|disabled|optout|optedout|unsubscribe|unsubscribed|denied|deny|decline|declined|idecline|' +
      'refuse|refused|irefuse|reject|rejected|ireject|revoked|withdrawn|objected|iobject|disagree|disagreed|idisagree|' +
      'disallowed|noconsent|consentdenied|consentrefused|consentwithdrawn|consentrevoked|consentnotgiven|nothanks|nothankyou|' +
      'nein|non|faux|nao|nej|nei|nee|nie|ne|nu|ei|hayir|nem|οχι|нет|ложь|ні|falsch|falso|falsz|onwaar|falskt|falsk|' +
      'yanlis|epatosi|hamis|usann|거짓|いいえ|否|无|無|假|아니요|아니오|לא|لا|' +
      'abgelehnt|ichlehneab|widersprochen|widerspruch|ichwiderspreche|widerrufen|verweigert|abgemeldet|abbestellt|neindanke|' +
      'nichteinverstanden|ichbinnichteinverstanden|nichtzugestimmt|ichstimmenichtzu|nichterteilt|nichtangemeldet|nichterlaubt|' +
      'keineeinwilligung|keinezustimmung|' +
      'jerefuse|rejete|desabonne|desinscrit|nonabonne|noninscrit|pasdaccord|jenesuispasdaccord|jenacceptepas|nonaccepte|' +
      'nonmerci|sedesabonner|sedesinscrire|' +
      'rechazo|rechazado|rechazada|denegado|noacepto|noaceptado|noestoydeacuerdo|endesacuerdo|nosuscrito|desuscrito|noautorizo|' +
      'noautorizado|nogracias|' +
      'rifiuto|rifiutato|negato|nonaccetto|nonaccettato|nonacconsento|nonsonodaccordo|noniscritto|disiscritto|nonautorizzo|' +
      'nonautorizzato|nograzie',
  ),
]);
