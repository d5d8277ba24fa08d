/** Clauses that an agreement may leave out, in the order in which they come. */
export const OPTIONAL_CLAUSES = ['contact', 'verdict'] as const;

/** Clauses that bind the owner of a lead, in the order in which they come. */
export const OWNER_CLAUSES = ['accept', ...OPTIONAL_CLAUSES] as const;

/** Every promise of the SLA. The alert is our own. */
export const CLAUSES = ['alert', ...OWNER_CLAUSES] as const;

export type OptionalClause = (typeof OPTIONAL_CLAUSES)[number];
export type OwnerClause = (typeof OWNER_CLAUSES)[number];
export type ClauseName = (typeof CLAUSES)[number];

/** Who is bound by a clause: the owner of the lead, or we. */
export const PARTIES = ['sales', 'us'] as const;

export type Party = (typeof PARTIES)[number];

/** Which hours a clause counts: those of its owner, or all. */
export const CLOCK_KINDS = ['working', 'wall'] as const;

export type ClockKind = (typeof CLOCK_KINDS)[number];

/** How our promise to alert stands. */
export const ALERT_STATES = ['pending', 'met', 'breached'] as const;

export type AlertState = (typeof ALERT_STATES)[number];
