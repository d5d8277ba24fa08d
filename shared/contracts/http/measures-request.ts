import type { ReportScope } from '../../domain/measures/terms.ts';
import { dayOf } from '../../domain/time/local-date.ts';

/** What the page's filters are called in its address. */
export const FILTERS = ['territory', 'rep', 'source', 'campaign'] as const;
export type Filter = (typeof FILTERS)[number];

/** Longer ones name nothing that there is. */
const LONGEST = 200;

export type MeasuresRequest =
  | { readonly kind: 'overview'; readonly scope: ReportScope; readonly problem?: 'dates' }
  | { readonly kind: 'table'; readonly name: string; readonly scope: ReportScope }
  | { readonly kind: 'lead'; readonly leadId: string }
  | { readonly kind: 'no-such-page' }
  | { readonly kind: 'wrong-method' };

/** Empty fields of the form say nothing. */
const given = (query: URLSearchParams, name: string): string | undefined => {
  const text = query.get(name)?.trim() ?? '';
  return text === '' || text.length > LONGEST ? undefined : text;
};

interface Read {
  readonly scope: ReportScope;
  /** A date cannot be read, or the first lies after the last: then neither counts. */
  readonly isWrong: boolean;
}

const readScope = (query: URLSearchParams): Read => {
  const texts = [given(query, 'from'), given(query, 'to')] as const;
  const [from, to] = texts.map((text) => (text === undefined ? undefined : dayOf(text)));
  const isWrong =
    (texts[0] !== undefined && from === undefined) ||
    (texts[1] !== undefined && to === undefined) ||
    (from !== undefined && to !== undefined && from > to);
  const named = FILTERS.flatMap((name) => {
    const text = given(query, name);
    return text === undefined ? [] : [[name, text] as const];
  });
  const days = isWrong ? {} : { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  return { scope: { ...days, ...Object.fromEntries(named) }, isWrong };
};

const TABLE = /^\/tables\/([a-z-]{1,40})\.csv$/;
const LEAD = /^\/leads\/([0-9a-f]{32})$/;

/** Reads the path, below where the page lies, and the query of a request. Nothing in it can be wrong but dates. */
export const readMeasuresRequest = (method: string, path: string, query: URLSearchParams): MeasuresRequest => {
  if (method !== 'GET' && method !== 'HEAD') return { kind: 'wrong-method' };
  const [, leadId] = LEAD.exec(path) ?? [];
  if (leadId !== undefined) return { kind: 'lead', leadId };
  const { scope, isWrong } = readScope(query);
  const [, name] = TABLE.exec(path) ?? [];
  if (name !== undefined) return { kind: 'table', name, scope };
  if (path !== '/' && path !== '' && path !== '/overview') return { kind: 'no-such-page' };
  return { kind: 'overview', scope, ...(isWrong ? { problem: 'dates' } : {}) };
};
