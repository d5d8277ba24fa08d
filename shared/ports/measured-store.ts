import type { MeasuredLead } from '../domain/measures/measured-lead.ts';
import type { Instant } from '../domain/time/instant.ts';

/** A line that was refused, by the identity of its refusal: it belongs to no lead. */
export interface MeasuredRefusal {
  readonly id: string;
  readonly at: Instant;
}

/** A page of all that is kept, in no order. */
export interface MeasuredPage {
  readonly leads: readonly MeasuredLead[];
  readonly refusals: readonly MeasuredRefusal[];
}

/** What the figures are counted from: of each lead its cycles so far. It follows from the facts, and can be made anew. */
export interface MeasuredStore {
  /** Undefined where nothing of the lead was measured yet. */
  read(leadId: string): Promise<MeasuredLead | undefined>;
  /** Keeps it in place of what had counted up to `from`, 0 for nothing; false where that has changed meanwhile. */
  keep(lead: MeasuredLead, from: number): Promise<boolean>;
  /** Writes what is kept as it is, so that whoever follows the changes hears of it; false where it has changed meanwhile. */
  tellAgain(lead: MeasuredLead, at: Instant): Promise<boolean>;
  /** Keeps a refusal; the same again changes nothing. */
  keepRefusal(refusal: MeasuredRefusal): Promise<void>;
  all(): AsyncIterable<MeasuredPage>;
  /** Since when all of the history is in it; undefined until somebody has looked that it is. */
  wholeSince(): Promise<Instant | undefined>;
  markWhole(at: Instant): Promise<void>;
}
