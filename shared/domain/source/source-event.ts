import type { LEAD_TYPES } from '../vocabulary/inbound-types.ts';

/** What a source tells of a lead, as an event for the bus, in our own shape. */
export interface SourceEvent {
  /** The name of the source. */
  readonly source: string;
  readonly 'detail-type': (typeof LEAD_TYPES)[number];
  readonly detail: {
    readonly metadata: { readonly id: string; readonly version: 1; readonly occurredAt: string };
    readonly data: Readonly<Record<string, unknown>>;
  };
}
