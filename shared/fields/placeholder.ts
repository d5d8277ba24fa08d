import { usualWidth } from './characters.ts';
import { ABSENT, type Reading, read } from './reading.ts';

const isAscii = (text: string): boolean => /^[ -~]*$/.test(text);

/** What a placeholder is known by: words in lower case without accents, whatever stands around them. */
const wordsOf = (text: string): string =>
  isAscii(text)
    ? text
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, ' ')
        .trim()
    : usualWidth(text)
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();

/** Of words as `wordsOf` gives them, but for what is composed: it need not be asked at each cold start. */
const wordSet = (words: string): ReadonlySet<string> => new Set(words.normalize('NFD').split('|'));

/** What people and programs write for no value, in letters and digits alone: `n a` is n/a, N.A. and (n/a). */
const NO_VALUE = wordSet(
  'null|nil|undefined|nan|n a|k a|object object|object undefined|object null|not set|not provided|not specified|' +
    'select an option|choose an option|leer|not available|not applicable|n v t|not given|no value|unspecified|empty|blank|void|tbd|tba|tbc|to be determined|' +
    'please select|please choose|select|select one|choose|choose one|bitte wahlen|bitte auswahlen|keine angabe|' +
    'sans objet|sin datos|sin especificar|no aplica|non applicabile|niet van toepassing|nvt|未設定|未入力',
);

/** What is written into a field that must not stay empty, and is an answer elsewhere: which of these? None. */
const NO_ANSWER = wordSet(
  'none|nothing|na|x|unknown|not known|anonymous|test|testing|tester|test test|asdf|asdfasdf|asdfgh|qwerty|qwertz|' +
    'keine|keiner|nichts|unbekannt|aucun|aucune|neant|inconnu|inconnue|ninguno|ninguna|nada|desconocido|desconocida|' +
    'nenhum|nenhuma|desconhecido|nessuno|nessuna|sconosciuto|geen|onbekend|ingen|okand|ukendt|ukjent|tuntematon|' +
    'brak|nieznany|zadny|neznamy|нет|неизвестно|無し|なし|不明|无|無|未知|없음',
);

/** Failed formulas are such only with their mark: a field may well say `value`. */
const FAILED_FORMULA = new Set(['ref', 'value', 'name', 'div 0', 'num', 'wert', 'bezug']);

/** Names that some people have: written with a capital as a name is, they are one. */
const NAMES = new Set(['Null', 'Na', 'None', 'Test', 'Tester', 'Blank', 'Void', 'Nil']);

/** A template that nobody filled, from end to end: of mailings, forms, advertisements and scripts. */
const TEMPLATE =
  /^(?:\{\{.*\}\}|\{%.*%\}|%%.*%%|[$#]\{.*\}|\[\[.*\]\]|<%.*%>|<<.*>>|\*\|.*\|\*|[#@]?\{!?[a-z_][\w.:-]*\}|<\?.*\?>|##.*##|%7b%7b.*%7d%7d|\\n|%[a-z_]\w*%|__[A-Z][A-Z0-9_]*__|@@.*@@)$/i;

/** One letter or digit again and again, only to fill a field. */
const REPEATED = /^(?:x+|0+|a{3,}|1{5,}|0+( 0+)+)$/;

/** What an ASCII text begins with that can be a placeholder: the first word of one, or one letter or digit alone. Most do not. */
const BEGINNING = new RegExp(
  `^[^a-z0-9]*(?:${[...NO_VALUE, ...NO_ANSWER, ...FAILED_FORMULA]
    .filter(isAscii)
    .map((words) => words.split(' ')[0])
    .join('|')}|x+|0+|a+|1+)(?![a-z0-9])`,
  'i',
);

/** Longer texts are no words for nothing, and no template has a longer name. */
const LONGEST_WORDS = 40;
const LONGEST_TEMPLATE = 200;

const hasNothing = (text: string): boolean =>
  !/[a-z0-9]/i.test(text) && !/[\p{L}\p{N}\p{S}]/u.test(text.replace(/[~^|=+<>`´¨]/g, ''));

const isTemplate = (text: string): boolean =>
  /^[{[%$#<*_@\\]/.test(text) && text.length <= LONGEST_TEMPLATE && TEMPLATE.test(text);

/** How a tidy text says nothing: in whatever field, or where an answer was asked for; undefined if it tells something. */
const nothingIn = (text: string): 'no-value' | 'no-answer' | undefined => {
  if (hasNothing(text) || isTemplate(text)) return 'no-value';
  if (text.length > LONGEST_WORDS || (isAscii(text) && !BEGINNING.test(text))) return undefined;
  const words = wordsOf(text);
  if (FAILED_FORMULA.has(words) ? text.startsWith('#') : NO_VALUE.has(words)) return 'no-value';
  return NO_ANSWER.has(words) || REPEATED.test(words) ? 'no-answer' : undefined;
};

/** Whether a tidy text is no value at all, in whatever field: `-`, `n/a`, `null`, `{{company}}`, `#REF!`. */
export const isNoValue = (text: string): boolean => nothingIn(text) === 'no-value';

/** Whether a tidy text fills a field without telling anything: what is no value, and `none`, `test`, `0`, `xxx`. */
export const isPlaceholder = (text: string): boolean => nothingIn(text) !== undefined;

/** The same of a person's name: Jennifer Null has one. */
export const isPlaceholderName = (text: string): boolean => isPlaceholder(text) && !NAMES.has(text);

/** What is left of a text once marks were taken away: that it stands for nothing may show only now. */
export const readUnlessPlaceholder = (text: string): Reading<string> => (isPlaceholder(text) ? ABSENT : read(text));
