import type { LifeEntry } from '../../shared/application/history/life.ts';
import type { RoutingDecision } from '../../shared/application/history/routing-decision.ts';
import type { Scalar } from '../../shared/domain/condition/condition.ts';
import type { Problem } from '../../shared/domain/lead/facts.ts';
import type { Lead } from '../../shared/domain/lead/lead.ts';
import type { Counterfactual } from './counterfactual.ts';
import type { Unassigned } from './what-if/why-unassigned.ts';

export type WhyUnowned = Unassigned | { readonly why: 'refused'; readonly problems: readonly Problem[] };

/** What `explain` tells of one lead. */
export interface Explanation {
  /** Normalised address. */
  readonly lead: string;
  readonly leadId: string;
  /** Where it stands at the end; null if nothing that was told of it could be used. */
  readonly stage: Lead['stage'] | null;
  /** The cycle at the end, from 1; 0 if nothing could be used. */
  readonly cycle: number;
  /** Who owns it at the end. */
  readonly owner: string | null;
  /** Fields that nobody said and another one tells: the company's domain, by the address. */
  readonly derived: readonly { readonly field: string; readonly value: Scalar }[];
  /** Everything that happened to it, in order. */
  readonly life: readonly LifeEntry[];
  /** Each LeadAssigned and LeadWaiting, in order. */
  readonly decisions: readonly RoutingDecision[];
  /** Why nobody ever owned it; null if somebody did. */
  readonly unassigned: WhyUnowned | null;
  /** Why nobody owns it at the end, in its last cycle; null if somebody does. */
  readonly unowned: WhyUnowned | null;
  /** Single changes by which another rep would have been its first owner, the smallest first. */
  readonly counterfactuals: readonly Counterfactual[];
  /** How many changes were played to find them. */
  readonly played: number;
}
