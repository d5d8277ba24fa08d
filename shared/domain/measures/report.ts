import type { Agreement } from '../agreement/agreement.ts';
import { type Instant, toIso } from '../time/instant.ts';
import { dateOf, localDay } from '../time/zone.ts';
import type { Cycle, Unapplied } from './cycle.ts';
import { funnelOf, qualifiedIn, weekRows } from './funnel.ts';
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

const outcomesOf = (cycles: readonly Cycle[], period: Period) => {
  const applied = cycles.flatMap((cycle) => cycle.applied).filter(({ at }) => isIn(period, at));
  const unapplied = cycles.flatMap((cycle) => cycle.unapplied).filter(({ at }) => isIn(period, at));
  const without = (why: Unapplied): number => unapplied.filter((one) => one.why === why).length;
  return {
    salesQualified: applied.filter(({ outcome }) => outcome === 'sales-qualified').length,
    won: applied.filter(({ outcome }) => outcome === 'won').length,
    lost: applied.filter(({ outcome }) => outcome === 'lost').length,
    late: applied.filter(({ isLate }) => isLate).length,
    repeated: without('repeated'),
    contradictory: without('contradictory'),
    afterEnd: without('afterEnd'),
  };
};

/** What is measured of a set of facts, whatever is asked of it. */
export interface Measured {
  readonly cycles: readonly Cycle[];
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
  return {
    cycles: factsByLead(input.facts, asOf).flatMap(([leadId, facts]) => readCycles(leadId, facts, sla)),
    refused: [...input.refused.values()].filter((at) => at <= asOf),
    first: input.first,
    last: input.last,
    asOf,
  };
};

/** The days that are told: those asked for, else all. */
export const periodAsked = (
  { first, last, asOf }: Measured,
  { zone }: ReportTerms,
  { from, to }: ReportScope,
): Period =>
  periodOf({ from: from ?? localDay(zone, first), to: to ?? localDay(zone, Math.min(last, asOf)), zone, asOf });

export const cyclesAsked = ({ cycles }: Measured, scope: ReportScope): readonly Cycle[] =>
  cycles.filter((cycle) => isAsked(cycle, scope));

/** The document of `golden-hour report --json`; `report` is the version of its shape. docs/measures.md defines each figure. */
export const reportOf = (measured: Measured, agreement: Agreement, terms: ReportTerms, scope: ReportScope) => {
  const { asOf } = measured;
  const period = periodAsked(measured, terms, scope);
  const cycles = cyclesAsked(measured, scope);
  const opened = cycles.filter(({ openedAt }) => isIn(period, openedAt));
  const promises = promisesIn(cycles, period);
  const qualified = qualifiedIn(cycles, period);
  const { territory = null, rep = null, source = null, campaign = null } = scope;
  return {
    report: 1,
    period: { from: dateOf(period.from), to: dateOf(period.to), timeZone: period.zone.name, asOf: toIso(asOf) },
    filter: { territory, rep, source, campaign },
    funnel: funnelOf(cycles, opened, period),
    weeks: weekRows(cycles, period, agreement.sla.marketing?.qualifiedPerWeek ?? null),
    times: timesReport(qualified, agreement),
    contactWithinHour: contactWithinHour(qualified, asOf),
    sla: {
      marketing: marketingReport(cycles, agreement, period),
      clauses: clauseReport(promises, agreement),
    },
    reps: repRows(cycles, promises, period, terms),
    rejections: rejectionRows(cycles, period),
    sources: touchRows(opened, 'source', period, terms),
    campaigns: touchRows(opened, 'campaign', period, terms),
    contents: touchRows(opened, 'content', period, terms),
    territories: territoryRows(opened, period, terms),
    revenue: revenueReport(cycles, period, terms),
    outcomes: outcomesOf(cycles, period),
    refused: measured.refused.filter((at) => isIn(period, at)).length,
  };
};

export type Report = ReturnType<typeof reportOf>;
