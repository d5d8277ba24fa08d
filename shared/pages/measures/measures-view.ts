import type { LookAhead } from '../../domain/forecast/look-ahead.ts';
import type { ListedLead, WonLead } from '../../domain/measures/lead-lists.ts';
import type { Report } from '../../domain/measures/report.ts';
import type { AllTables } from '../../domain/measures/tables/tables-of.ts';
import type { ReportScope } from '../../domain/measures/terms.ts';

import type { ColdLead } from '../../domain/suggestions/cold-list.ts';

/** What the filters offer: what there is, not only what is shown now. */
export interface Choices {
  readonly territory: readonly string[];
  readonly rep: readonly string[];
  readonly source: readonly string[];
  readonly campaign: readonly string[];
}

/** What can be said of the score, by the outcomes so far. */
export interface ScoreWorth {
  /** Sentences, the first the answer. */
  readonly words: readonly string[];
  readonly groups: readonly { readonly from: number; readonly to: number; readonly n: number; readonly won: number }[];
}

/** All that the page shows. */
export interface MeasuresView {
  readonly report: Report;
  readonly tables: AllTables;
  readonly scope: ReportScope;
  readonly choices: Choices;
  readonly missed: readonly ListedLead[];
  readonly waiting: readonly ListedLead[];
  readonly won: readonly WonLead[];
  readonly ahead: LookAhead;
  readonly worth: ScoreWorth | undefined;
  /** Leads that are worth another call; undefined where nobody has looked. */
  readonly cold: readonly ColdLead[] | undefined;
  /** Where the page lies: its address without what comes behind the last slash. */
  readonly base: string;
  /** Nothing has ever come. */
  readonly isEmpty: boolean;
  readonly problem?: 'dates';
  /** Of the leads that are listed. */
  readonly leadName: (leadId: string) => string;
  /** Whether a lead has a page of its own here. */
  readonly hasLeadPages: boolean;
  readonly repName: (rep: string) => string;
}
