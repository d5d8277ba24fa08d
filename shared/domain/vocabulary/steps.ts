/** What happens while a clause is not met, in the order of severity. */
export const STEPS = ['remind', 'tell-manager', 'reassign', 'recycle'] as const;

export type StepName = (typeof STEPS)[number];

export interface StepRule {
  /** Whether the owner loses the lead by it, and with that the clause ends. */
  readonly endsClause: boolean;
  /** What it becomes where a manager owns the lead: nobody is behind a manager. */
  readonly ofManager: StepName;
  /** What happens, for a story. */
  readonly words: string;
}

export const STEP_RULES: Readonly<Record<StepName, StepRule>> = {
  remind: { endsClause: false, ofManager: 'remind', words: 'a reminder' },
  'tell-manager': { endsClause: false, ofManager: 'remind', words: 'the manager is told' },
  reassign: { endsClause: true, ofManager: 'remind', words: 'it is given to somebody else' },
  recycle: { endsClause: true, ofManager: 'recycle', words: 'it goes back to marketing' },
};

/** Steps by which the owner loses the lead. Takes any text: a step of a later version is none of them. */
export const ENDING_STEPS: readonly string[] = STEPS.filter((step) => STEP_RULES[step].endsClause);
