import type { Instant } from '../time/instant.ts';
import type { CrmFields } from './crm-state.ts';

/** What a CRM was last told of a lead. */
export interface Written {
  /** All that it was told so far and that stands, under its own names; empty where nothing was taken yet. */
  readonly fields: CrmFields;
  /** How many facts of the lead there were then. */
  readonly sequence: number;
  readonly at: Instant;
  /** Somebody is writing, and nobody else may until then. */
  readonly busyUntil?: Instant;
}
