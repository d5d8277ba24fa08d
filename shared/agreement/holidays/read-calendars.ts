import { quote } from '../../domain/language/quote.ts';
import type { Holiday, HolidayCalendar } from '../../ports/holiday-calendar.ts';
import type { Finding, IsRead } from '../checks/finding.ts';
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

/** Only the dates that could be read. */
const readOf = (name: string, mend: WrittenMend, isRead: IsRead): WrittenMend => {
  const datesOf = (key: keyof WrittenMend) => mend[key].filter((_, i) => isRead(['calendars', name, key, i]));
  return { add: datesOf('add'), remove: datesOf('remove') };
};

/** Whether it could be read of everybody which calendar they follow. */
const areFollowersRead = ({ reps, onCall }: RepsFile, isRead: IsRead): boolean =>
  isRead(['reps']) &&
  isRead(['onCall']) &&
  reps.every((_, i) => isRead(['reps', i, 'calendar'])) &&
  onCall.every((_, i) => isRead(['onCall', i, 'calendar']));

const complainOfMend = (
  name: string,
  { add, remove }: WrittenMend,
  holidays: readonly Holiday[] | undefined,
  years: readonly number[],
): readonly Finding[] => {
  const known = holidays && new Set(holidays.map(({ date }) => date));
  return remove.flatMap((date, i): readonly Finding[] => {
    const finding = { file: 'reps' as const, path: ['calendars', name, 'remove', i] };
    if (add.includes(date)) return [{ ...finding, message: `${date} is added as well` }];
    // Of other years nothing is compiled.
    if (known === undefined || known.has(date) || !years.includes(Number(date.slice(0, 4)))) return [];
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

/**
 * Looks up the calendars that reps.yaml names, and mends them; what it names in vain is told. `years` are those that are
 * compiled.
 */
export const readCalendars = async (
  file: RepsFile,
  source: HolidayCalendar,
  years: readonly number[],
  isRead: IsRead,
): Promise<{ readonly calendars: Calendars; readonly findings: readonly Finding[] }> => {
  const { reps, onCall } = file;
  const mends = Object.fromEntries(
    Object.entries(file.calendars).map(([name, mend]) => [name, readOf(name, mend, isRead)]),
  );
  const mayFollow = !areFollowersRead(file, isRead);
  const followed = new Set([...reps, ...onCall].flatMap(({ calendar }) => calendar ?? []));
  const found = new Map<string, readonly Holiday[]>();
  const problems = new Map<string, string>();
  for (const name of new Set([...followed, ...Object.keys(mends)])) {
    const holidays = await source.publicHolidays(name, years);
    if (holidays === undefined) problems.set(name, await unknown(name, source, years));
    else found.set(name, holidays);
  }
  const ofMends = Object.entries(file.calendars).flatMap(([name, { remove }]): readonly Finding[] => {
    const key = { file: 'reps' as const, path: ['calendars', name], at: 'key' as const };
    const nobody = followed.has(name) || mayFollow ? undefined : `no rep follows the calendar ${quote(name)}`;
    const message = problems.get(name) ?? nobody;
    const ofDates = complainOfMend(name, { add: mends[name]?.add ?? [], remove }, found.get(name), years);
    return message === undefined ? ofDates : [{ ...key, message }, ...ofDates];
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
