import { decisionsOfLife } from '../../../shared/application/history/decisions-of-life.ts';
import { type Happening, happeningsOf, type LifeEntry, lifeOf } from '../../../shared/application/history/life.ts';
import type { RoutingDecision } from '../../../shared/application/history/routing-decision.ts';
import { isLive, isOwned, type Lead, ownerOf } from '../../../shared/domain/lead/lead.ts';
import { type IsoInstant, toIso } from '../../../shared/domain/time/instant.ts';
import type { OwnerClause } from '../../../shared/domain/vocabulary/clauses.ts';
import type { Purpose } from '../../../shared/domain/vocabulary/purposes.ts';
import type { StepName } from '../../../shared/domain/vocabulary/steps.ts';
import type { StoredLead } from './read-lead.ts';

/** What `explain --stack` tells of one lead, from what the table holds. */
export interface StoredExplanation {
  /** Normalised address. */
  readonly lead: string;
  readonly leadId: string;
  readonly stage: Lead['stage'];
  readonly cycle: number;
  readonly owner: string | null;
  /** Each fact of the lead, and the newest of what it did. */
  readonly life: readonly LifeEntry[];
  readonly decisions: readonly RoutingDecision[];
  /** The clause that its owner has to meet, with what is yet to come of it. */
  readonly clause: {
    readonly name: OwnerClause;
    readonly dueAt: IsoInstant;
    readonly broken: boolean;
    readonly steps: readonly { readonly at: IsoInstant; readonly do: StepName }[];
  } | null;
  /** By when somebody was to be alerted, where nobody has been. */
  readonly alertDueAt: IsoInstant | null;
  /** Messages that are not out yet; `rep` is null for marketing. */
  readonly owed: readonly { readonly purpose: Purpose; readonly rep: string | null; readonly since: IsoInstant }[];
}

const activitiesOf = ({ timeline }: Lead): readonly Happening[] =>
  timeline.map(({ at, kind, url, title }) => ({
    at: toIso(at),
    type: 'LeadActivityRecorded' as const,
    data: { kind, ...(url === undefined ? {} : { url }), ...(title === undefined ? {} : { title }) },
  }));

const clauseOf = (lead: Lead): StoredExplanation['clause'] => {
  if (!isOwned(lead) || lead.clause === undefined) return null;
  const { name, dueAt, breached, steps } = lead.clause;
  return {
    name,
    dueAt: toIso(dueAt),
    broken: breached,
    steps: steps.map((step) => ({ at: toIso(step.at), do: step.do })),
  };
};

export const storedExplanation = ({ lead, facts }: StoredLead): StoredExplanation => {
  const life = lifeOf([...happeningsOf(facts), ...activitiesOf(lead)]);
  const unalerted = isLive(lead) && lead.qualification.alert.state !== 'met';
  return {
    lead: lead.email,
    leadId: lead.id,
    stage: lead.stage,
    cycle: lead.cycle,
    owner: ownerOf(lead)?.rep ?? null,
    life,
    decisions: decisionsOfLife(life),
    clause: clauseOf(lead),
    alertDueAt: unalerted ? toIso(lead.qualification.alert.dueAt) : null,
    owed: lead.notices.map(({ purpose, rep, at }) => ({ purpose, rep, since: toIso(at) })),
  };
};
