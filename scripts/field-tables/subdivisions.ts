import { iso31662 } from 'iso-3166';
import * as z from 'zod';
import { foldName } from '../../shared/fields/characters.ts';
import { isTown, withoutKind } from '../../shared/fields/region-kinds.ts';
import { kindWordsOf, lettersOf } from './region-words.ts';
import { jsonOf } from './source.ts';
import { ADDED, ALSO, CORRECTED, DROPPED } from './subdivision-names.ts';

/** Countries whose regions are read by name. Of others a code is taken as it stands. */
const COUNTRIES =
  'AE AR AT AU BE BG BR CA CH CL CN CO CZ DE DK EE EG ES FI FR GB GR HR HU ID IE IL IN IT JP KR LT LU LV MX MY NG NL NO NZ PE PH PL PT RO RS RU SA SE SG SI SK TH TR TW UA US VN ZA'.split(
    ' ',
  );

const names = z.object({
  subdivisions: z.object({ localeDisplayNames: z.object({ subdivisions: z.record(z.string(), z.string()) }) }),
});

const aliases = z.object({
  supplemental: z.object({
    metadata: z.object({
      alias: z.object({ subdivisionAlias: z.record(z.string(), z.object({ _replacement: z.string() })) }),
    }),
  }),
});

const english = names.parse(jsonOf('cldr-subdivisions-full', 'subdivisions/en/en.json')).subdivisions.localeDisplayNames
  .subdivisions;

/** `Asturias, Principado de` is also `Principado de Asturias`; what stands in brackets is a note. */
const spellings = (name: string): readonly string[] => {
  const plain = name.replace(/\s*[([].*?[)\]]|[¹²³]/g, '');
  const [head = '', tail, ...more] = plain.split(', ');
  if (tail === undefined || more.length > 0) return [plain];
  return /\b(?:de|of|Respublika|The|City|County|město|Comunidad)\b/.test(tail)
    ? [head, `${tail} ${head}`]
    : [head, tail];
};

const inCldr = (code: string): string => code.replace('-', '').toLowerCase();

const inEnglish = (code: string, name: string): string => CORRECTED[code] ?? english[inCldr(code)] ?? name;

/** Estonia's counties end in `maa`, and are called without it, too. */
const shortForms = (code: string, name: string): readonly string[] =>
  /^EE-\d\d$/.test(code) ? [name.replace(/maa$/, '')] : [];

const namesOf = (code: string, name: string): readonly string[] =>
  [name, inEnglish(code, name), ...(ALSO[code] ?? []), ...shortForms(code, name)].flatMap(spellings);

const folded = (names: readonly string[]): readonly string[] =>
  [...new Set(names.map(foldName))].filter((one) => one !== '');

const foldedNames = (code: string, name: string): readonly string[] => folded(namesOf(code, name));

/** Codes that the standard had before, of the same country. */
const formerCodes = (): ReadonlyMap<string, readonly string[]> => {
  const { subdivisionAlias } = aliases.parse(jsonOf('cldr-core', 'supplemental/aliases.json')).supplemental.metadata
    .alias;
  const former = new Map<string, readonly string[]>();
  for (const [old, { _replacement: now }] of Object.entries(subdivisionAlias)) {
    if (now.includes(' ') || old.slice(0, 2) !== now.slice(0, 2)) continue;
    former.set(now, [...(former.get(now) ?? []), old.slice(2)]);
  }
  return former;
};

interface Place {
  readonly code: string;
  readonly name: string;
  readonly parent: string;
}

/** A name belongs to the larger of two places of one country: Madrid is the community, not the province in it. */
const ownersOf = (places: readonly Place[]): ReadonlyMap<string, string | undefined> => {
  const owners = new Map<string, string | undefined>();
  const inner = places.filter(({ parent }) => parent.includes('-'));
  for (const group of [places.filter(({ parent }) => !parent.includes('-')), inner]) {
    const mine = new Map<string, string | undefined>();
    for (const { code, name } of group)
      for (const one of foldedNames(code, name))
        mine.set(one, mine.has(one) && mine.get(one) !== code ? undefined : code);
    for (const [one, code] of mine) if (!owners.has(one)) owners.set(one, code);
  }
  return owners;
};

/**
 * A name without the word for its kind stands for both, where nothing else is called so: the readers take that word off.
 * Which place has it, by the name itself.
 */
const shorterNames = (
  places: readonly Place[],
  owners: ReadonlyMap<string, string | undefined>,
): ReadonlyMap<string, string> => {
  const codes = new Set(places.map(({ code }) => code.slice(3).toLowerCase()));
  const shorter = new Map<string, { readonly short: string; readonly code: string }>();
  for (const { code, name } of places)
    for (const full of namesOf(code, name)) {
      const [short, ...more] = isTown(code) ? [] : withoutKind(full, kindWordsOf(code.slice(0, 2)));
      // Not what is left of `Region of Valencia`: the province is called so, too, with another word before it.
      if (short !== undefined && more.every((one) => one === short))
        shorter.set(foldName(full), { short: foldName(short), code });
    }
  const all = [...shorter.values()];
  const isFree = (short: string, of: string): boolean =>
    !codes.has(short) && all.every((other) => other.short !== short || other.code === of);
  return new Map(
    [...shorter].flatMap(([full, { short, code }]) =>
      isFree(short, code) && (owners.get(short) === code || !owners.has(short)) ? [[full, short] as const] : [],
    ),
  );
};

/** Estonia's municipalities lie in counties, which the package does not say. */
const parentOf = (code: string, parent: string): string => (/^EE-\d{3}$/.test(code) ? 'EE-' : parent);

const PLACES: readonly Place[] = [
  ...iso31662
    .filter(({ code }) => !DROPPED.test(code))
    .map(({ code, name, parent }) => ({ code, name, parent: parentOf(code, parent) })),
  ...ADDED.map(([code, name]) => ({ code, name, parent: code.slice(0, 2) })),
];

const isNext = (code: string, last: string | undefined): boolean =>
  last !== undefined && /^\d+$/.test(last) && String(Number(last) + 1).padStart(last.length, '0') === code;

/** The names of a place by which it is looked up, and the codes it had before. */
const keysOf = (places: readonly Place[]): readonly string[] => {
  const former = formerCodes();
  const owners = ownersOf(places);
  const shorter = shorterNames(places, owners);
  const codes = new Set(places.map(({ code }) => code.slice(3).toLowerCase()));
  return places.map(({ code, name }) => {
    const own = foldedNames(code, name).filter((one) => owners.get(one) === code);
    const old = (former.get(inCldr(code)) ?? []).filter((one) => !codes.has(one));
    const keys = new Set([...old, ...own.map((one) => shorter.get(one) ?? one)]);
    return [...keys].filter((key) => key !== code.slice(3).toLowerCase()).join(':');
  });
};

/**
 * The regions of ISO 3166-2 in three blocks, in each a country on a line: its codes, of which one that follows is left out
 * (`AT 1     `), their names (`burgenland karnten:carinthia …`), and words for kinds before and behind a name, and letters.
 * What is alike stands together, and is so compressed best.
 */
export const subdivisions = (): string => {
  const lines = COUNTRIES.map((country) => {
    const places = PLACES.filter(({ code }) => code.startsWith(`${country}-`));
    const codes = places.map(({ code }) => code.slice(3)).map((code, i, all) => (isNext(code, all[i - 1]) ? '' : code));
    const { before, after } = kindWordsOf(country);
    return [
      [country, ...codes].join(' '),
      keysOf(places).join(' '),
      [before.join(','), after.join(','), lettersOf(country)].join('\t'),
    ];
  });
  return [0, 1, 2].map((block) => lines.map((line) => line[block]).join('\n')).join('\n\n');
};

/** Without what stands behind it. */
const shown = (name: string): string => spellings(name)[0] ?? name;

/**
 * What the same regions are called, one on a line: its code, its name in English, and its own name where that is another,
 * divided by tabs.
 */
export const regionNames = (): string =>
  PLACES.filter(({ code }) => COUNTRIES.includes(code.slice(0, 2)))
    .map(({ code, name }) => [code, ...new Set([shown(inEnglish(code, name)), shown(name)])].join('\t'))
    .join('\n');
