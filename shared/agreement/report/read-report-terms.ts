import { join } from 'node:path';
import { hasCheckIn } from '../../domain/measures/check-in.ts';
import { type Cost, DEFAULT_TERMS, type ReportTerms, type Weekly } from '../../domain/measures/terms.ts';
import { DAY_MS } from '../../domain/time/durations.ts';
import { UTC } from '../../domain/time/zone.ts';
import { TOUCH_KINDS } from '../../domain/vocabulary/touch-kinds.ts';
import { WEEKDAYS } from '../../domain/vocabulary/weekdays.ts';
import type { Complaint, IsRead } from '../checks/finding.ts';
import { parseFile } from '../files/parse-file.ts';
import { type ReportFile, reportFile } from '../files/report.ts';
import { formatProblem, type Problem, problemsOf } from '../problem.ts';
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

/** What each cost is of, and that it has an end. */
const checkCosts = ({ costs }: ReportFile, isRead: IsRead): readonly Complaint[] =>
  costs.flatMap((cost, i) => {
    const path = ['costs', i];
    const areRead = (...keys: readonly string[]) => keys.every((key) => isRead([...path, key]));
    const found: Complaint[] = [];
    if (areRead(...TOUCH_KINDS) && TOUCH_KINDS.filter((kind) => cost[kind] !== undefined).length !== 1)
      found.push({ path, message: `expected one of ${TOUCH_KINDS.join(', ')}` });
    if (areRead('from', 'to') && cost.from > cost.to) found.push({ path, message: 'ends before it begins' });
    return found;
  });

/** What is wrong with report.yaml, or what it says; a folder without it tells figures by UTC, and no money in a base. */
export const loadReportTerms = async (
  folder: string,
): Promise<{ readonly terms: ReportTerms } | { readonly problems: readonly Problem[] }> => {
  const yaml = await readOptional(join(folder, FILE));
  if (yaml === undefined) return { terms: DEFAULT_TERMS };
  // A file with nothing but comments says nothing.
  const { data, complaints, isRead } = parseFile(reportFile, yaml.value ?? {}, yaml.unclear);
  const ofMeaning = data === undefined ? [] : checkCosts(data, isRead);
  const problems = problemsOf(join(folder, FILE), yaml, [...complaints, ...ofMeaning]);
  return problems.length > 0 || data === undefined ? { problems } : { terms: termsOf(data) };
};

/** The same, for whoever cannot go on without it. Throws UnsoundAgreement. */
export const readReportTerms = async (folder: string): Promise<ReportTerms> => {
  const loaded = await loadReportTerms(folder);
  if ('problems' in loaded) throw new UnsoundAgreement(loaded.problems.map(formatProblem));
  return loaded.terms;
};
