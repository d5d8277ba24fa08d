import type { Agreement } from '../../domain/agreement/agreement.ts';
import { lookAhead } from '../../domain/forecast/look-ahead.ts';
import type { Cycle } from '../../domain/measures/cycle.ts';
import { qualifiedIn } from '../../domain/measures/funnel.ts';
import { MOST_LISTED, missedTheHour, suggestedNow, waitingNow, wonIn } from '../../domain/measures/lead-lists.ts';
import type { Period } from '../../domain/measures/period.ts';
import { piecesOf } from '../../domain/measures/pieces.ts';
import { type Measured, partAsked, reportOf } from '../../domain/measures/report.ts';
import { allTablesOf } from '../../domain/measures/tables/tables-of.ts';
import type { ReportScope, ReportTerms } from '../../domain/measures/terms.ts';
import type { ColdLead } from '../../domain/suggestions/cold-list.ts';
import type { Choices, MeasuresView, ScoreWorth } from '../../pages/measures/measures-view.ts';

/** What the page is made of, whatever is asked of it. */
export interface MeasuredData {
  readonly measured: Measured;
  readonly agreement: Agreement;
  readonly terms: ReportTerms;
  readonly worth: ScoreWorth | undefined;
  /** Leads that are worth another call; absent where that would take all leads' documents: then those that were suggested. */
  readonly cold?: readonly ColdLead[];
}

/** What is shown but for the names of leads, which only those that are listed need. */
export type NamelessView = Omit<MeasuresView, 'leadName' | 'hasLeadPages'>;

/** Leads that the page names. */
export const listedIn = ({ missed, waiting, won, cold = [] }: NamelessView): readonly string[] =>
  [missed, waiting, won, cold].flatMap((list) => list.slice(0, MOST_LISTED).map(({ leadId }) => leadId));

/** What it can be asked for, which is the same for every request. */
export const choicesOf = (cycles: readonly Cycle[]): Choices => {
  const all = {
    territory: new Set<string>(),
    rep: new Set<string>(),
    source: new Set<string>(),
    campaign: new Set<string>(),
  };
  for (const { territory, lastOwner, touchedBy } of cycles) {
    if (territory !== undefined) all.territory.add(territory);
    if (lastOwner !== undefined) all.rep.add(lastOwner);
    if (touchedBy.last.source !== null) all.source.add(touchedBy.last.source);
    if (touchedBy.last.campaign !== null) all.campaign.add(touchedBy.last.campaign);
  }
  const sorted = (names: ReadonlySet<string>): readonly string[] => [...names].toSorted();
  return {
    territory: sorted(all.territory),
    rep: sorted(all.rep),
    source: sorted(all.source),
    campaign: sorted(all.campaign),
  };
};

/** Undefined where there are none: nobody may have looked. */
const suggestedIn = ({ cycles }: Measured, period: Period): readonly ColdLead[] | undefined => {
  const suggested = suggestedNow(cycles, period);
  return suggested.length === 0 ? undefined : suggested;
};

/** All that the page shows of a part of the leads. */
export const measuresView = (
  { measured, agreement, terms, worth, cold }: MeasuredData,
  choices: Choices,
  scope: ReportScope,
  base: string,
): NamelessView => {
  const { worked, period } = partAsked(measured, terms, scope);
  const report = reportOf(measured, agreement, terms, scope);
  const qualified = worked.flatMap((cycle) =>
    cycle.qualified === undefined ? [] : [{ at: cycle.qualified.at, territory: cycle.territory }],
  );
  const history = { from: measured.first, asOf: measured.asOf, zone: terms.zone };
  return {
    report,
    tables: allTablesOf(report, piecesOf(qualifiedIn(worked, period), agreement.content)),
    scope,
    choices,
    missed: missedTheHour(worked, period),
    waiting: waitingNow(worked, period),
    won: wonIn(worked, period),
    ahead: lookAhead(qualified, history, agreement),
    worth,
    cold: (cold ?? suggestedIn(measured, period))?.filter(
      ({ territory, rep }) =>
        (scope.territory === undefined || territory === scope.territory) &&
        (scope.rep === undefined || rep === scope.rep),
    ),
    base,
    isEmpty: measured.cycles.length === 0 && measured.refused.length === 0,
    repName: (rep) => agreement.reps[rep]?.name ?? rep,
  };
};
