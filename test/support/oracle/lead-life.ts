import type { Printed } from './printed-lines.ts';
import type { PlannedClause } from './random-world.ts';
import type { Paid } from './shares.ts';

const MINUTE = 60_000;

/** A clause that runs: what must still be told of it, each at its instant. */
export interface Running {
  readonly name: 'accept' | 'contact';
  readonly attempt: number;
  readonly due: number;
  breached: boolean;
  steps: readonly { readonly at: number; readonly do: string }[];
}

export interface Owned {
  readonly rep: string;
  readonly attempt: number;
  readonly isManager: boolean;
  clause: Running | undefined;
  paid: Paid | undefined;
  stage: 'assigned' | 'accepted' | 'contacted';
}

/** A lead as its lines tell it. */
export interface Life {
  readonly email: string;
  cycle: number;
  attempt: number;
  qualifiedAt: number;
  score: number;
  alert: 'none' | 'pending' | 'met' | 'breached';
  alertDue: number;
  past: string[];
  owner: Owned | undefined;
  /** Who had it last, while somebody else is looked for; they may keep it. */
  previous: { readonly owner: Owned; readonly since: number } | undefined;
  state: 'new' | 'routing' | 'waiting' | 'owned' | 'sealed' | 'ended';
  end: string;
}

export const newLife = (email: string): Life => ({
  email,
  cycle: 0,
  attempt: 0,
  qualifiedAt: 0,
  score: 0,
  alert: 'none',
  alertDue: 0,
  past: [],
  owner: undefined,
  previous: undefined,
  state: 'new',
  end: '',
});

/** A manager is asked again where another rep would be asked: nobody is behind a manager. */
const ofManager = (step: string): string => (step === 'recycle' ? step : 'remind');

export const start = (
  name: Running['name'],
  { within, steps }: PlannedClause,
  { attempt, isManager }: Pick<Owned, 'attempt' | 'isManager'>,
  at: number,
): Running => ({
  name,
  attempt,
  due: at + within * MINUTE,
  breached: false,
  steps: steps.map((step) => ({ at: at + step.at * MINUTE, do: isManager ? ofManager(step.do) : step.do })),
});

/** A clause is over, met or not: nothing of it may have been left untold. What is due at the very instant need not be. */
export const endClause = (clause: Running | undefined, at: number, complain: (problem: string) => void): void => {
  if (clause === undefined) return;
  if (!clause.breached && clause.due < at) complain(`the breach of ${clause.name} at ${clause.due} was not told`);
  for (const step of clause.steps)
    if (step.at < at) complain(`${step.do} of ${clause.name} at ${step.at} was not done`);
};

export const checkBreach = (life: Life, { time, data }: Printed, complain: (problem: string) => void): void => {
  if (data.clause === 'alert') {
    if (life.alert !== 'pending') complain(`our promise is ${life.alert}, and is told as broken`);
    if (time !== life.alertDue) complain(`our promise breaks at ${life.alertDue}, and is told at ${time}`);
    life.alert = 'breached';
    return;
  }
  const clause = life.owner?.clause;
  if (clause === undefined || clause.name !== data.clause || clause.attempt !== data.attempt) {
    complain(`a breach of ${data.clause} ${data.attempt}, which does not run`);
    return;
  }
  if (clause.breached) complain(`a second breach of ${clause.name} ${clause.attempt}`);
  if (clause.due !== time) complain(`${clause.name} was due at ${clause.due}, and its breach is told at ${time}`);
  clause.breached = true;
};

/** Whether the step takes the lead away. */
export const checkStep = (life: Life, { time, data }: Printed, complain: (problem: string) => void): void => {
  const clause = life.owner?.clause;
  const [step, ...left] = clause?.steps ?? [];
  if (clause === undefined || step === undefined) {
    complain(`a step ${data.step} that nobody owes`);
    return;
  }
  if (step.do !== data.step || step.at !== time) complain(`${step.do} was due at ${step.at}: ${data.step} at ${time}`);
  if (!clause.breached && clause.due <= time) complain(`${data.step} is told before the breach`);
  clause.steps = left;
};

/** Whether an outcome must be applied to the lead as it stands. */
export const takesOutcome = ({ state, end }: Life, outcome: string): boolean => {
  if (state === 'new') return false;
  if (state === 'sealed') return outcome !== 'sales-qualified';
  return state !== 'ended' || end === 'recycled' || end === 'returned';
};
