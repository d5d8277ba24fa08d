import type { Agreement } from '../agreement/agreement.ts';
import { type Instant, toIso } from '../time/instant.ts';
import { dateOf, localDay } from '../time/zone.ts';
import { type Cycle, isWorked, packed } from './cycle.ts';
import { funnelOf, type Part, qualifiedIn, weekRows } from './funnel.ts';
import { holdOutRows } from './hold-out.ts';
import type { MeasuredLead } from './measured-lead.ts';
import { outcomesOf } from './outcomes.ts';
import { isIn, type Period, periodOf } from './period.ts';
import { type LeadFact, readCycles } from './read-cycles.ts';
import { repRows } from './reps.ts';
import { rejectionRows, revenueReport, territoryRows, touchRows } from './rows.ts';
import { clauseReport, marketingReport, promisesIn } from './sla.ts';
import type { ReportScope, ReportTerms } from './terms.ts';
import { contactWithinHour, timesReport } from './times.ts';

/** A fact with its place among those of its lead. */
export interface PlacedFact extends LeadFact {
  readonly leadId: string;
  readonly sequence: number;
}

/** All that is measured. The facts may come in any order, and more than once. */
export interface ReportInput {
  readonly facts: readonly PlacedFact[];
  /** When a line was refused, by its id: it belongs to no lead. */
  readonly refused: ReadonlyMap<string, Instant>;
  /** The first and the last instant of any fact. */
  readonly first: Instant;
  readonly last: Instant;
}

const factsByLead = (
  facts: readonly PlacedFact[],
  asOf: Instant,
): readonly (readonly [string, readonly LeadFact[]])[] => {
  const leads = new Map<string, Map<number, LeadFact>>();
  for (const { leadId, sequence, at, fact } of facts) {
    if (at > asOf) continue;
    const own = leads.get(leadId) ?? new Map<number, LeadFact>();
    leads.set(leadId, own.set(sequence, { at, fact }));
  }
  return [...leads].map(([leadId, own]) => [leadId, [...own].sort(([a], [b]) => a - b).map(([, fact]) => fact)]);
};

const isAsked = (cycle: Cycle, { territory, rep, source, campaign }: ReportScope): boolean =>
  (territory === undefined || cycle.territory === territory) &&
  (rep === undefined || cycle.lastOwner === rep) &&
  (source === undefined || cycle.touchedBy.last.source === source) &&
  (campaign === undefined || cycle.touchedBy.last.campaign === campaign);

/** What is measured of a set of facts, whatever is asked of it. */
export interface Measured {
  readonly cycles: readonly Cycle[];
  /** Those to which more happened than that they were scored. */
  readonly worked: readonly Cycle[];
  /** When each refused line was refused. */
  readonly refused: readonly Instant[];
  /** The first and the last instant of any fact. */
  readonly first: Instant;
  readonly last: Instant;
  /** Nothing after it counts. */
  readonly asOf: Instant;
}

/** Reads the facts once, for any number of reports; without `until` they all count. */
export const measure = (input: ReportInput, { sla }: Agreement, until?: Instant): Measured => {
  const asOf = until ?? input.last;
  const cycles = factsByLead(input.facts, asOf).flatMap(([leadId, facts]) =>
    readCycles(leadId, facts, sla).map(packed),
  );
  return {
    cycles,
    worked: cycles.filter(isWorked),
    refused: [...input.refused.values()].filter((at) => at <= asOf),
    first: input.first,
    last: input.last,
    asOf,
  };
};

/** The same of what was kept as the facts came. */
export const measuredOf = (leads: readonly MeasuredLead[], refused: readonly Instant[]): Measured => {
  const cycles = leads.flatMap((lead) => lead.cycles).map(packed);
  const instants = [...leads.flatMap(({ firstAt, lastAt }) => [firstAt, lastAt]), ...refused];
  const last = instants.reduce((a, b) => Math.max(a, b), 0);
  const first = instants.reduce((a, b) => Math.min(a, b), last);
  return { cycles, worked: cycles.filter(isWorked), refused, first, last, asOf: last };
};

const periodAsked = ({ first, last, asOf }: Measured, { zone }: ReportTerms, { from, to }: ReportScope): Period =>
  periodOf({ from: from ?? localDay(zone, first), to: to ?? localDay(zone, Math.min(last, asOf)), zone, asOf });

/** What is told of: the days asked for, else all, and the part of the cycles that is asked for. */
export const partAsked = (measured: Measured, terms: ReportTerms, scope: ReportScope): Part => {
  const period = periodAsked(measured, terms, scope);
  const { territory, rep, source, campaign } = scope;
  const isWhole = [territory, rep, source, campaign].every((one) => one === undefined);
  const asked = (cycles: readonly Cycle[]): readonly Cycle[] =>
    isWhole ? cycles : cycles.filter((cycle) => isAsked(cycle, scope));
  const worked = asked(measured.worked);
  const openedIn = ({ openedAt }: Cycle): boolean => isIn(period, openedAt);
  const opened = asked(measured.cycles).filter(openedIn);
  return { period, worked, opened, openedAndWorked: worked.filter(openedIn) };
};

/** The document of `golden-hour report --json`; `report` is the version of its shape. docs/measures.md defines each figure. */
export const reportOf = (measured: Measured, agreement: Agreement, terms: ReportTerms, scope: ReportScope) => {
  const part = partAsked(measured, terms, scope);
  const { period, worked, opened } = part;
  const promises = promisesIn(worked, period);
  const qualified = qualifiedIn(worked, period);
  const holdOut = holdOutRows(qualified, period.asOf);
  const { territory = null, rep = null, source = null, campaign = null } = scope;
  return {
    report: 1,
    period: { from: dateOf(period.from), to: dateOf(period.to), timeZone: period.zone.name, asOf: toIso(period.asOf) },
    filter: { territory, rep, source, campaign },
    funnel: funnelOf(part),
    weeks: weekRows(part, agreement.sla.marketing?.qualifiedPerWeek ?? null),
    times: timesReport(qualified, agreement),
    contactWithinHour: contactWithinHour(qualified, period.asOf),
    sla: {
      marketing: marketingReport(worked, agreement, period),
      clauses: clauseReport(promises, agreement),
    },
    reps: repRows(worked, promises, period, terms),
    rejections: rejectionRows(worked, period),
    sources: touchRows(opened, 'source', period, terms),
    campaigns: touchRows(opened, 'campaign', period, terms),
    contents: touchRows(opened, 'content', period, terms),
    territories: territoryRows(opened, period, terms),
    revenue: revenueReport(worked, period, terms),
    outcomes: outcomesOf(worked, period),
    refused: measured.refused.filter((at) => isIn(period, at)).length,
    ...(holdOut.length === 0 ? {} : { holdOut }),
  };
};

export type Report = ReturnType<typeof reportOf>;
