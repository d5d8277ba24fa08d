import { join } from 'node:path';
import { hasCheckIn } from '../../domain/measures/check-in.ts';
import { type Cost, DEFAULT_TERMS, type ReportTerms, type Weekly } from '../../domain/measures/terms.ts';
import { DAY_MS } from '../../domain/time/durations.ts';
import { UTC } from '../../domain/time/zone.ts';
import { TOUCH_KINDS } from '../../domain/vocabulary/touch-kinds.ts';
import { WEEKDAYS } from '../../domain/vocabulary/weekdays.ts';
import { parseFile } from '../files/parse-file.ts';
import { type ReportFile, reportFile } from '../files/report.ts';
import { formatProblem, type Problem } from '../load-agreement.ts';
import { readOptional } from '../read-folder.ts';
import { UnsoundAgreement } from '../unsound-agreement.ts';

// For infra, which reads the domain by way of the agreement alone.
export { DEFAULT_TERMS, hasCheckIn };

const FILE = 'report.yaml';

const dayOf = (date: string): number => Date.parse(date) / DAY_MS;

const costsOf = ({ costs }: ReportFile): readonly Cost[] =>
  costs.flatMap((cost) =>
    TOUCH_KINDS.flatMap((of) => {
      const key = cost[of];
      if (key === undefined) return [];
      const { from, to, amount, currency } = cost;
      return [{ of, key, from: dayOf(from), to: dayOf(to), amount, ...(currency === undefined ? {} : { currency }) }];
    }),
  );

const weeklyOf = ({ day, at }: NonNullable<ReportFile['digest']>): Weekly => {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  return { day: WEEKDAYS.indexOf(day), minute: hour * 60 + minute };
};

const termsOf = (file: ReportFile): ReportTerms => ({
  zone: file.timeZone ?? UTC,
  ...(file.currency === undefined ? {} : { currency: file.currency }),
  rates: file.rates,
  costs: costsOf(file),
  ...(file.digest === undefined ? {} : { digest: weeklyOf(file.digest) }),
});

/** What is wrong with report.yaml, or what it says; a folder without it tells figures by UTC, and no money in a base. */
export const loadReportTerms = async (
  folder: string,
): Promise<{ readonly terms: ReportTerms } | { readonly problems: readonly Problem[] }> => {
  const yaml = await readOptional(join(folder, FILE));
  if (yaml === undefined) return { terms: DEFAULT_TERMS };
  // A file with nothing but comments says nothing.
  const parsed = yaml.value === undefined ? undefined : parseFile(reportFile, yaml.value ?? {});
  const ofMeaning = (parsed?.complaints ?? []).map(({ path, at, message }) => ({ ...yaml.locate(path, at), message }));
  const problems = [...yaml.problems, ...ofMeaning].map((problem) => ({ file: join(folder, FILE), ...problem }));
  if (problems.length > 0 || parsed?.data === undefined) return { problems };
  return { terms: termsOf(parsed.data) };
};

/** The same, for whoever cannot go on without it. Throws UnsoundAgreement. */
export const readReportTerms = async (folder: string): Promise<ReportTerms> => {
  const loaded = await loadReportTerms(folder);
  if ('problems' in loaded) throw new UnsoundAgreement(loaded.problems.map(formatProblem));
  return loaded.terms;
};
