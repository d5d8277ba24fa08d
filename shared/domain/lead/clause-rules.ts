import type { Sla } from '../agreement/agreement.ts';
import { type ClauseName, OWNER_CLAUSES, type OwnerClause, type Party } from '../vocabulary/clauses.ts';
import type { OwnedStage } from '../vocabulary/stages.ts';
import type { Fact } from './facts.ts';
import type { OwnedLead } from './lead.ts';

/** What any clause is. */
export interface ClauseRule {
  readonly party: Party;
  /** Whether a fact says that the clause is met; in time, unless the fact says by how much it is late. */
  readonly metBy: (fact: Fact) => boolean;
  /** For a story: Ana `has not answered` Jane Doe */
  readonly missed: string;
}

/** What a clause is that binds the owner. */
export interface OwnerClauseRule extends ClauseRule {
  /** It starts when the lead comes to this stage, or when the clause before it in the same stage is met. */
  readonly stage: OwnedStage;
  /** The stage that the lead comes to, or stays in, once it is met; absent where that ends the lead. */
  readonly leadsTo?: OwnedStage;
  /** Whether the owner may reject the lead while it is not met. */
  readonly mayReject: boolean;
}

/** All that is known of each clause, but for what the agreement says. */
export const CLAUSE_RULES: { readonly [C in ClauseName]: C extends OwnerClause ? OwnerClauseRule : ClauseRule } = {
  alert: {
    party: 'us',
    metBy: (fact) =>
      fact.type === 'RepAlerted' &&
      (fact.data.purpose === 'alert' || fact.data.purpose === 'digest') &&
      fact.data.failure === undefined,
    missed: 'has not been alerted to',
  },
  accept: {
    party: 'sales',
    stage: 'assigned',
    leadsTo: 'accepted',
    metBy: ({ type }) => type === 'LeadAccepted' || type === 'LeadRejected',
    mayReject: true,
    missed: 'has not answered',
  },
  contact: {
    party: 'sales',
    stage: 'accepted',
    leadsTo: 'contacted',
    metBy: (fact) =>
      (fact.type === 'ContactRecorded' && fact.data.applied) ||
      (fact.type === 'ContactAttemptRecorded' && fact.data.counted),
    mayReject: false,
    missed: 'has not contacted',
  },
  verdict: {
    party: 'sales',
    stage: 'contacted',
    metBy: (fact) =>
      fact.type === 'OutcomeRecorded' && fact.data.applied && (fact.data.rep ?? fact.data.owner) !== undefined,
    mayReject: false,
    missed: 'has not decided on',
  },
};

const clausesOf = (stage: OwnedStage): readonly OwnerClause[] =>
  OWNER_CLAUSES.filter((clause) => CLAUSE_RULES[clause].stage === stage);

/** The clause that starts when a lead comes to a stage, or once the clause before has been met in it; undefined if none is agreed. */
export const nextClause = (stage: OwnedStage, sla: Sla, met?: OwnerClause): OwnerClause | undefined => {
  const clauses = clausesOf(stage);
  return clauses.slice(met === undefined ? 0 : clauses.indexOf(met) + 1).find((clause) => sla[clause] !== undefined);
};

/** The clause that the owner has to meet, be it agreed or not: where none runs, that by which the lead leaves its stage. */
export const pendingClause = ({ stage, clause }: OwnedLead): OwnerClause | undefined =>
  clause?.name ?? clausesOf(stage).at(-1);

/** Whether the owner may reject the lead as it stands. */
export const mayReject = (lead: OwnedLead): boolean => {
  const pending = pendingClause(lead);
  return pending !== undefined && CLAUSE_RULES[pending].mayReject;
};
