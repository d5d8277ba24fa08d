import type { KindWords } from '../../shared/fields/region-table.ts';

/**
 * What the regions of a country are called by kind, in English and in its languages: the countries, the words before a
 * name, and the words behind it, folded. Nowhere are there more than these: `Washington County` is not the state.
 */
const KINDS = `
US|state of,commonwealth of,territory of|state,territory
CA|province,territory of,territoire|province,territory
AU NG IN|state of,union territory of|state,territory,union territory
MX BR|estado,state of,edo|state,estado
MY|state of,negeri,federal territory of|state
DE AT|bundesland,land,freistaat,freie und hansestadt,freie hansestadt,stadt,state of,free state of,city of,province of|state,province
CH|kanton,canton,cantone,republique et canton|canton,kanton
LU|canton,kanton|canton
FR BE IT ES|region,regione,departement,dept,province,provincie,provinz,provincia,provincia autonoma,citta metropolitana,comunidad autonoma,department of|province,region,department,provincia
NL|provincie,province of|province,provincie
PT|distrito,district of|district,region
GB|city of,county of,city and county of,borough of,royal borough of,london borough of|city,council,borough
IE|county,co,province of|county,province
SE|region|lan,county
NO|county of|fylke,fylkeskommune,county
DK FI NZ GR CL|region,landskapet,periferia|region,maakunta
PL|wojewodztwo,woj,voivodeship of|voivodeship,wojewodztwo,province
CZ|kraj,okres|kraj,region,district
SK|kraj|kraj,region
HU||megye,varmegye,county
HR|county of|zupanija,county
SI|obcina,mestna obcina,municipality of|municipality,obcina
RS|okrug|okrug,district
RO|judetul,judet,municipiul|county
BG|oblast|oblast,province,district,region
EE||county,maakond
LV||novads,municipality
TR|province of|province,ili,il
IL|mehoz|district
AE SA|emirate of|emirate,province,region
EG|muhafazat|governorate,province
CN TW||province,city,municipality,county,autonomous region,sheng,shi,sar
JP||prefecture,ken,fu,to
KR||province,city,metropolitan city,special city,do
TH ZA|province of,changwat|province
PH|province of,lalawigan|province,region
VN|tinh,thanh pho,tp,province of|province,city
ID|provinsi,propinsi,province of|province
AR|provincia,pcia,province of|province,provincia
CO PE|departamento,department of|department,departamento
RU|respublika,republic of,oblast,kray|oblast,region,kray,krai,republic,respublika,avtonomnyy okrug,autonomous okrug,okrug
UA|oblast|oblast,region,province
`;

const wordsIn = (list: string): readonly string[] => list.split(',').filter((word) => word !== '');

const words: ReadonlyMap<string, KindWords> = new Map(
  KINDS.trim()
    .split('\n')
    .flatMap((line) => {
      const [countries = '', before = '', after = ''] = line.split('|');
      const both = { before: wordsIn(before), after: wordsIn(after) };
      return countries.split(' ').map((country) => [country, both] as const);
    }),
);

export const kindWordsOf = (country: string): KindWords => words.get(country) ?? { before: [], after: [] };

const CYRILLIC =
  'а a б b в v г g д d е e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ - ' +
  'ы y ь - э e ю yu я ya';

const GREEK = 'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o';

/** How ISO 3166-2 writes the names of a country in Latin letters, as far as names are looked up without accents. */
const LETTERS: Readonly<Record<string, string>> = {
  BG: `${CYRILLIC} х h щ sht ъ a`,
  GR: GREEK,
  RS: 'а a б b в v г g д d ђ d е e ж z з z и i ј j к k л l љ lj м m н n њ nj о o п p р r с s т t ћ c у u ф f х h ц c ч c џ dz ш s',
  RU: `${CYRILLIC} ё yo`,
  UA: `${CYRILLIC} г h ґ g и y і i ї i й i є ie ю iu я ia`,
};

export const lettersOf = (country: string): string => LETTERS[country] ?? '';
