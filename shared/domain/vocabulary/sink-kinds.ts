/** Where leads' doings are told or written, each with a way and an authentication of its own. */
export const SINK_KINDS = ['webhook', 'hubspot', 'salesforce', 'teams'] as const;

export type SinkKind = (typeof SINK_KINDS)[number];

/** Those that hold leads themselves, so that what is true of a lead is written there. */
export const CRM_KINDS = ['hubspot', 'salesforce'] as const satisfies readonly SinkKind[];

export type CrmKind = (typeof CRM_KINDS)[number];
