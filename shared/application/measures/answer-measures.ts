import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { readMeasuresRequest } from '../../contracts/http/measures-request.ts';
import type { Cycle } from '../../domain/measures/cycle.ts';
import { partAsked } from '../../domain/measures/report.ts';
import { csvRow } from '../../domain/measures/tables/cell-text.ts';
import type { Table } from '../../domain/measures/tables/table.ts';
import type { ReportScope } from '../../domain/measures/terms.ts';
import { type LeadHistory, leadHistoryPage } from '../../pages/measures/lead-history-page.tsx';
import { measuresPage } from '../../pages/measures/measures-page.tsx';
import { noticePage } from '../../pages/notice-page.tsx';
import { PAGE_HEADERS, pageResponse } from '../../pages/page-response.ts';
import { choicesOf, listedIn, type MeasuredData, measuresView, type NamelessView } from './measures-view.ts';

export interface MeasuresSource extends MeasuredData {
  /** What each of these leads is called. */
  readonly leadNames: (leadIds: readonly string[]) => Promise<(leadId: string) => string>;
  /** Undefined where there is no such lead; absent where leads have no pages of their own. */
  readonly history?: (leadId: string, base: string) => Promise<LeadHistory | undefined>;
}

export interface Asked {
  readonly method: string;
  /** Below where the page lies, with its slash. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Where the page lies, without a slash at its end. */
  readonly base: string;
  /** What the reader may see of what they ask for; absent where that is all. */
  readonly within?: (asked: ReportScope) => ReportScope;
}

const fileOf = (name: string, { columns, rows }: Table): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 200,
  headers: {
    ...PAGE_HEADERS,
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="golden-hour-${name}.csv"`,
  },
  body: [columns.map((column) => column.name), ...rows].map(csvRow).join(''),
});

/** As many answers as are kept for who asks for the same again, such as the files of a page. */
const MOST_KEPT = 30;

const keepingViews = (source: MeasuresSource) => {
  const choices = choicesOf(source.measured.cycles);
  const kept = new Map<string, NamelessView>();
  return (scope: ReportScope, base: string): NamelessView => {
    const name = JSON.stringify([scope, base]);
    const known = kept.get(name);
    if (known !== undefined) return known;
    const view = measuresView(source, choices, scope, base);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(name, view);
    return view;
  };
};

/** Whether a lead was one of those of whom figures may be seen, at some time of their days. */
const isWithin = (leadId: string, scope: ReportScope, { measured, terms }: MeasuredData): boolean => {
  if (Object.keys(scope).length === 0) return true;
  const { worked, opened, period } = partAsked(measured, terms, scope);
  const isSeen = (cycle: Cycle): boolean =>
    cycle.leadId === leadId && cycle.openedAt < period.end && (cycle.end?.at ?? period.asOf) >= period.begin;
  return worked.some(isSeen) || opened.some(isSeen);
};

/** The page of measures, its files, and each lead's own page. */
export const answerMeasures = (source: MeasuresSource) => {
  const viewOf = keepingViews(source);
  const notice = (kind: 'no-such-page' | 'wrong-method') => pageResponse(noticePage(kind, { language: 'en' }));
  return async ({
    method,
    path,
    query,
    base,
    within = (all) => all,
  }: Asked): Promise<APIGatewayProxyStructuredResultV2> => {
    const request = readMeasuresRequest(method, path, query);
    const headOnly = method === 'HEAD';
    if (request.kind === 'no-such-page' || request.kind === 'wrong-method') return notice(request.kind);
    if (request.kind === 'lead') {
      const mayBeSeen = isWithin(request.leadId, within({}), source);
      const history = mayBeSeen ? await source.history?.(request.leadId, base) : undefined;
      return history === undefined ? notice('no-such-page') : pageResponse(leadHistoryPage(history), headOnly);
    }
    const view = viewOf(within(request.scope), base);
    if (request.kind === 'overview') {
      const problem = request.problem === undefined ? {} : { problem: request.problem };
      const leadName = await source.leadNames(listedIn(view));
      const hasLeadPages = source.history !== undefined;
      const { rep: own } = within({});
      const choices = own === undefined ? view.choices : { ...view.choices, rep: [own] };
      return pageResponse(measuresPage({ ...view, choices, leadName, hasLeadPages, ...problem }), headOnly);
    }
    const table = Object.entries(view.tables).find(([name]) => name === request.name)?.[1];
    return table === undefined ? notice('no-such-page') : fileOf(request.name, table);
  };
};
