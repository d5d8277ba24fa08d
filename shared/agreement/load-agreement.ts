import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Agreement } from '../domain/agreement/agreement.ts';
import { DAY_MS } from '../domain/time/durations.ts';
import type { Interval } from '../domain/time/interval.ts';
import type { HolidayCalendar } from '../ports/holiday-calendar.ts';
import type { Almanac } from './almanac.ts';
import { analyseAgreement } from './checks/analyse-agreement.ts';
import { checkAgreement } from './checks/check-agreement.ts';
import { checkCodes, followsFrom } from './checks/check-codes.ts';
import { checkDutyCalendars } from './checks/check-duties.ts';
import { AGREEMENT_FILES, type Path } from './checks/finding.ts';
import { compileAgreement } from './compile-agreement.ts';
import { type AgreementFiles, isComplete, parseFiles } from './files/files.ts';
import { type Calendars, readCalendars } from './holidays/read-calendars.ts';
import type { Years } from './ical/parse-ical.ts';
import { readIcalFiles } from './ical/read-ical-files.ts';
import { type Problem, problemsOf } from './problem.ts';
import { readFolder } from './read-folder.ts';

export type LoadedAgreement =
  | { readonly agreement: Agreement; readonly files: AgreementFiles; readonly calendars: Calendars }
  | { readonly problems: readonly Problem[] };

/**
 * Years in which an agreement is used. Holidays are looked up for the year before each to three after it, changes of
 * clocks from the year before the first to ten after the last.
 */
export interface UsedYears {
  /** The year of compiling, or the one in which most leads of a feed come. */
  readonly year: number;
  readonly alsoYears?: readonly number[];
}

export interface LoadOptions extends UsedYears {
  readonly calendar: HolidayCalendar;
  /** Epoch milliseconds from which hours are looked at for a year; the first instant of `year` if left out. */
  readonly from?: number;
}

const YEAR_MS = 366 * DAY_MS;
const YEARS_BEFORE = 1;
export const HOLIDAY_YEARS_AFTER = 3;
const CLOCK_YEARS_AFTER = 10;

/** Further away from the year of most leads, no calendar of a person is read: one lead with a slip in its year is alone. */
const MOST_ICAL_YEARS = 10;

const around = (year: number): readonly number[] =>
  Array.from({ length: YEARS_BEFORE + 1 + HOLIDAY_YEARS_AFTER }, (_, i) => year - YEARS_BEFORE + i);

/** Rising. */
const holidayYears = ({ year, alsoYears = [] }: UsedYears): readonly number[] =>
  [...new Set([year, ...alsoYears].flatMap(around))].sort((a, b) => a - b);

const icalYears = ({ year }: UsedYears, years: readonly number[]): Years => ({
  first: Math.max(Math.min(...years), year - MOST_ICAL_YEARS),
  last: Math.min(Math.max(...years), year + MOST_ICAL_YEARS),
});

const clocksOf = ({ year, alsoYears = [] }: UsedYears): Interval => {
  const years = [year, ...alsoYears];
  return {
    from: Date.UTC(Math.min(...years) - YEARS_BEFORE, 0, 1),
    to: Date.UTC(Math.max(...years) + CLOCK_YEARS_AFTER + 1, 0, 1),
  };
};

const byKey = <T>(record: Readonly<Record<string, T>>): readonly (readonly [string, T])[] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

/** The schemas put the fields that they name into an order of their own; what goes by ids and dates is sorted here. */
const hashOf = ({ reps, duties, sla, ...others }: Omit<Agreement, 'hash'>): string => {
  const inOneOrder = {
    ...others,
    reps: byKey(reps).map(([id, { schedule, ...rep }]) => {
      return [
        id,
        { ...rep, schedule: { ...schedule, dateHours: byKey(schedule.dateHours), breaks: byKey(schedule.breaks) } },
      ];
    }),
    duties: byKey(duties).map(([name, { schedule, ...duty }]) => {
      return [name, { ...duty, schedule: { ...schedule, dateHours: byKey(schedule.dateHours) } }];
    }),
    sla: { ...sla, rejectReasons: byKey(sla.rejectReasons) },
  };
  return createHash('sha256').update(JSON.stringify(inOneOrder)).digest('hex');
};

/** Reads, checks and compiles the files of a folder; either the agreement or every problem, in the order of the files. */
export const loadAgreement = async (folder: string, options: LoadOptions): Promise<LoadedAgreement> => {
  const yaml = await readFolder(folder);
  const parsed = parseFiles(yaml);
  const { files, findings, isRead } = parsed;
  const { year, calendar } = options;
  const years = holidayYears(options);
  const isReadOfReps = (path: Path) => isRead('reps', path);
  const known = files.reps && (await readCalendars(files.reps, calendar, years, isReadOfReps));
  const calendars: Calendars = known?.calendars ?? new Map();
  const ical = files.reps && (await readIcalFiles(folder, files.reps, icalYears(options, years)));
  const almanac: Almanac = {
    holidaysOf: (name) => calendars.get(name)?.map(({ date }) => date) ?? [],
    eventsOf: (file) => ical?.files.get(file) ?? [],
    clocks: clocksOf(options),
  };
  const from = options.from ?? Date.UTC(year, 0, 1);
  const analysed = analyseAgreement(parsed, { almanac, time: { from, to: from + YEAR_MS } });
  const codes = await checkCodes(files);
  const follows = followsFrom(codes);
  const ofDuties = files.reps && ical ? checkDutyCalendars(files.reps, ical.files, isReadOfReps) : [];
  const checked = [
    ...checkAgreement(parsed),
    ...ofDuties,
    ...codes,
    ...(known?.findings ?? []),
    ...(ical?.findings ?? []),
    ...analysed,
  ];
  const certain = checked.filter((finding) => isRead(finding.file, finding.path) && !follows(finding));
  const all = [...findings, ...certain];
  const problems = AGREEMENT_FILES.flatMap((name) =>
    problemsOf(
      join(folder, `${name}.yaml`),
      yaml[name],
      all.filter(({ file }) => file === name),
    ),
  );
  if (problems.length > 0 || !isComplete(files)) return { problems };
  const compiled = compileAgreement(files, almanac);
  return { agreement: { hash: hashOf(compiled), ...compiled }, files, calendars };
};
