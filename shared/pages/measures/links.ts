import { FILTERS } from '../../contracts/http/measures-request.ts';
import type { TableName } from '../../domain/measures/tables/tables-of.ts';
import type { ReportScope } from '../../domain/measures/terms.ts';
import { dateOf } from '../../domain/time/zone.ts';

/** Where the figures are, below where the page lies: an HTTP API may take a path that ends with a slash for another one. */
export const OVERVIEW = 'overview';

/** What is asked for, as the page's address says it. */
const queryText = ({ from, to, ...scope }: ReportScope): string => {
  const query = new URLSearchParams();
  if (from !== undefined) query.set('from', dateOf(from));
  if (to !== undefined) query.set('to', dateOf(to));
  for (const name of FILTERS) if (scope[name] !== undefined) query.set(name, scope[name]);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
};

export const overviewPath = (base: string, scope: ReportScope): string => `${base}/${OVERVIEW}${queryText(scope)}`;

export const tablePath = (base: string, name: TableName, scope: ReportScope): string =>
  `${base}/tables/${name}.csv${queryText(scope)}`;

export const leadPath = (base: string, leadId: string): string => `${base}/leads/${leadId}`;
