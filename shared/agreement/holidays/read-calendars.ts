import { quote } from '../../domain/language/quote.ts';
import type { Holiday, HolidayCalendar } from '../../ports/holiday-calendar.ts';
import type { Finding } from '../checks/finding.ts';
import { countryMeant } from '../codes/countries.ts';
import { didYouMean } from '../codes/did-you-mean.ts';
import type { RepsFile, WrittenMend } from '../files/reps.ts';

/** The holidays of each calendar that the reps follow, as the agreement mends it. */
export type Calendars = ReadonlyMap<string, readonly Holiday[]>;

const ADDED = 'added by the agreement';

const mended = (holidays: readonly Holiday[], { add, remove }: WrittenMend): readonly Holiday[] => {
  const known = new Set(holidays.map(({ date }) => date));
  const added = [...new Set(add)].filter((date) => !known.has(date)).map((date) => ({ date, name: ADDED }));
  return [...holidays, ...added]
    .filter(({ date }) => !remove.includes(date))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
};

const complainOfMend = (
  name: string,
  { add, remove }: WrittenMend,
  holidays: readonly Holiday[],
  years: readonly number[],
): readonly Finding[] => {
  const known = new Set(holidays.map(({ date }) => date));
  return remove.flatMap((date, i): readonly Finding[] => {
    const finding = { file: 'reps' as const, path: ['calendars', name, 'remove', i] };
    if (add.includes(date)) return [{ ...finding, message: `${date} is added as well` }];
    // Of other years nothing is compiled.
    if (known.has(date) || !years.includes(Number(date.slice(0, 4)))) return [];
    return [{ ...finding, message: `${date} is no holiday of ${quote(name)}` }];
  });
};

/** The same part of the country that may be meant. */
const calendarMeant = (name: string): string | undefined => {
  const [country = '', ...part] = name.split('-');
  const meant = countryMeant(country);
  return meant === undefined ? undefined : [meant, ...part].join('-');
};

const unknown = async (name: string, source: HolidayCalendar, years: readonly number[]): Promise<string> => {
  const meant = calendarMeant(name);
  const isKnown = meant !== undefined && (await source.publicHolidays(meant, years.slice(0, 1))) !== undefined;
  const hint = didYouMean(isKnown ? [meant] : [], ', expected a country or a part of one such as DE or DE-BY');
  return `unknown calendar ${quote(name)}${hint}`;
};

/** Looks up the calendars that reps.yaml names, and mends them; what it names in vain is told. */
export const readCalendars = async (
  { reps, onCall, calendars: mends }: RepsFile,
  source: HolidayCalendar,
  years: readonly number[],
): Promise<{ readonly calendars: Calendars; readonly findings: readonly Finding[] }> => {
  const followed = new Set([...reps, ...onCall].flatMap(({ calendar }) => calendar ?? []));
  const found = new Map<string, readonly Holiday[]>();
  const problems = new Map<string, string>();
  for (const name of new Set([...followed, ...Object.keys(mends)])) {
    const holidays = await source.publicHolidays(name, years);
    if (holidays === undefined) problems.set(name, await unknown(name, source, years));
    else found.set(name, holidays);
  }
  const ofMends = Object.entries(mends).flatMap(([name, mend]): readonly Finding[] => {
    const key = { file: 'reps' as const, path: ['calendars', name], at: 'key' as const };
    const message =
      problems.get(name) ?? (followed.has(name) ? undefined : `no rep follows the calendar ${quote(name)}`);
    return message === undefined ? complainOfMend(name, mend, found.get(name) ?? [], years) : [{ ...key, message }];
  });
  const unknownIn = (list: 'reps' | 'onCall', followers: readonly { readonly calendar?: string }[]) =>
    followers.flatMap(({ calendar = '' }, i): readonly Finding[] => {
      const message = problems.get(calendar);
      return message === undefined ? [] : [{ file: 'reps', path: [list, i, 'calendar'], message }];
    });
  const calendars = new Map(
    [...found].map(([name, holidays]) => {
      const mend = mends[name];
      return [name, mend === undefined ? holidays : mended(holidays, mend)];
    }),
  );
  return { calendars, findings: [...ofMends, ...unknownIn('onCall', onCall), ...unknownIn('reps', reps)] };
};
