import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { unpack } from '../shared/fields/tables/unpack.ts';
import { countryNames } from './field-tables/countries.ts';
import { freeMail } from './field-tables/free-mail.ts';
import { phonePlans } from './field-tables/phone-plans.ts';
import { publicSuffixes } from './field-tables/public-suffixes.ts';
import { regionNames, subdivisions } from './field-tables/subdivisions.ts';
import { timeZones } from './field-tables/time-zones.ts';

const FOLDER = fileURLToPath(new URL('../shared/fields/tables/', import.meta.url));

interface Table {
  /** Of the constant that holds it, in `shared/fields/tables`. */
  readonly name: string;
  readonly file: string;
  readonly source: string;
  readonly text: string;
}

/** The tables that the readers need, made anew of the packages that keep them. */
export const fieldTables = async (): Promise<readonly Table[]> => [
  { name: 'COUNTRY_NAMES', file: 'country-names.ts', source: 'i18n-iso-countries', text: countryNames() },
  { name: 'FREE_MAIL', file: 'free-mail.ts', source: 'freemail', text: freeMail() },
  { name: 'PHONE_PLANS', file: 'phone-plans.ts', source: 'libphonenumber-js', text: phonePlans() },
  { name: 'PUBLIC_SUFFIXES', file: 'public-suffixes.ts', source: 'tldts', text: await publicSuffixes() },
  { name: 'REGION_NAMES', file: 'region-names.ts', source: 'iso-3166 and CLDR', text: regionNames() },
  { name: 'SUBDIVISIONS', file: 'subdivisions.ts', source: 'iso-3166 and CLDR', text: subdivisions() },
  { name: 'TIME_ZONES', file: 'time-zones.ts', source: 'CLDR', text: timeZones() },
];

/** What a table's file holds now, unpacked: how well a text is compressed depends on the machine. */
export const packedNow = (file: string): string | undefined => {
  if (!existsSync(FOLDER + file)) return undefined;
  const [, packed] = /'([A-Za-z0-9+/=]+)'/.exec(readFileSync(FOLDER + file, 'utf8')) ?? [];
  return packed === undefined ? undefined : unpack(packed);
};

const pack = (text: string): string =>
  brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    },
  }).toString('base64');

if (argv[1] === fileURLToPath(import.meta.url)) {
  for (const { name, file, source, text } of await fieldTables()) {
    if (packedNow(file) === text) continue;
    const packed = pack(text);
    writeFileSync(FOLDER + file, `// Made of ${source} by npm run tables.\nexport const ${name} =\n  '${packed}';\n`);
    console.log(`${file}: ${text.length} characters in ${(packed.length / 1_024).toFixed(1)} KiB`);
  }
}
