/** What happens while a clause of the owner is not met, in the order of severity. */
export const OWNER_STEPS = ['remind', 'tell-manager', 'reassign', 'recycle'] as const;

/** What happens while nobody owns a hot lead, in the order of severity. */
export const ALERT_STEPS = ['tell-manager', 'assign-manager'] as const;

/** What happens while a clause is not met, in the order of severity. */
export const STEPS = ['remind', 'tell-manager', 'assign-manager', 'reassign', 'recycle'] as const;

export type OwnerStep = (typeof OWNER_STEPS)[number];
export type AlertStep = (typeof ALERT_STEPS)[number];
export type StepName = (typeof STEPS)[number];

export interface StepRule {
  /** Whether the owner loses the lead by it, and with that the clause ends. */
  readonly endsClause: boolean;
  /** What happens, for a story. */
  readonly words: string;
}

export interface OwnerStepRule extends StepRule {
  /** What it becomes where a manager owns the lead: nobody is behind a manager. */
  readonly ofManager: OwnerStep;
  /** Whether it still comes once a manager has left the lead with its owner. */
  readonly staysWhenLeft: boolean;
}

export const STEP_RULES: { readonly [S in StepName]: S extends OwnerStep ? OwnerStepRule : StepRule } = {
  remind: { endsClause: false, ofManager: 'remind', staysWhenLeft: true, words: 'a reminder' },
  'tell-manager': { endsClause: false, ofManager: 'remind', staysWhenLeft: false, words: 'the manager is told' },
  'assign-manager': { endsClause: false, words: 'it goes to a manager, or whoever can act' },
  reassign: { endsClause: true, ofManager: 'remind', staysWhenLeft: false, words: 'it is given to somebody else' },
  recycle: { endsClause: true, ofManager: 'recycle', staysWhenLeft: false, words: 'it goes back to marketing' },
};

/** Steps by which the owner loses the lead. Takes any text: a step of a later version is none of them. */
export const ENDING_STEPS: readonly string[] = STEPS.filter((step) => STEP_RULES[step].endsClause);
