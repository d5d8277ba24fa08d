import * as z from 'zod';
import { jsonOf } from './source.ts';

const source = z.object({
  keyword: z.object({
    u: z.object({
      tz: z.record(
        z.string(),
        z.union([z.string(), z.object({ _alias: z.string().optional(), _iana: z.string().optional() })]),
      ),
    }),
  }),
});

/** What clocks show, which more than one place may call its own: CST6CDT with it. Cuba, PRC and Zulu are names. */
const ABBREVIATION = /^(?:[CEMW]ET|[CEHMP]ST(?:\d[A-Z]DT)?)$/;

const isName = (name: string): boolean => !ABBREVIATION.test(name);

/** CLDR's own key of a zone is that of UN/LOCODE: its country, and a place there. Of other keys none is known. */
const countryOf = (key: string): string => (/^[a-z]{5}$/.test(key) ? key.slice(0, 2).toUpperCase() : '-');

/**
 * The zones that CLDR tells apart, one on a line: its country, its name in the IANA database, then its other spellings there,
 * such as `IN Asia/Kolkata Asia/Calcutta`. Europe/Oslo stays itself, though the database now has it as a link to Berlin.
 */
export const timeZones = (): string =>
  Object.entries(source.parse(jsonOf('cldr-bcp47', 'bcp47/timezone.json')).keyword.u.tz)
    .flatMap(([key, zone]) => {
      if (typeof zone === 'string' || zone._alias === undefined) return [];
      const names = zone._alias.split(' ');
      const canonical = zone._iana ?? names[0] ?? '';
      const others = names.filter((name) => name !== canonical && isName(name));
      return canonical === '' || canonical === 'Etc/Unknown' ? [] : [[countryOf(key), canonical, ...others].join(' ')];
    })
    .sort()
    .join('\n');
