import { applyEffects, keysOf } from '../../domain/effects/apply-effects.ts';
import { effectsOf } from '../../domain/effects/effects-of.ts';
import { tellPause } from '../../domain/effects/tell-pause.ts';
import { BLANK } from '../../domain/lead/blank.ts';
import type { Decision } from '../../domain/lead/decision.ts';
import type { Effect } from '../../domain/lead/effect.ts';
import { type Cause, factEvents } from '../../domain/lead/fact-event.ts';
import { isForgotten } from '../../domain/lead/lead.ts';
import { DAY_MS } from '../../domain/time/durations.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { CommitResult, DocumentStore, Write, WriteOf } from '../../ports/store.ts';
import type { LoadedLead } from './find-lead.ts';
import { loadShared } from './load-shared.ts';

/** A decision on one lead, and where it comes from. */
export interface LeadDecision {
  /** The lead as it was loaded. */
  readonly before: LoadedLead;
  readonly decision: Decision;
  readonly cause: Cause;
  readonly now: Instant;
  /**
   * What the decision changes beside the lead.
   * @default what follows from it
   */
  readonly effects?: readonly Effect[];
}

/** What is under way about a forgotten lead finds nothing for so long; then its id goes too. */
const FORGOTTEN_MS = 30 * DAY_MS;

/** A lead with what a decision made of it, as one write: the facts take their places in its sequence. */
export const leadWrite = ({ before, decision, cause, now }: LeadDecision): WriteOf<'lead'> => {
  const { id } = before.lead;
  const sequence = before.lead.sequence + decision.facts.length;
  return {
    key: { type: 'lead', id },
    expectedVersion: before.version,
    value: decision.lead.sequence === sequence ? decision.lead : { ...BLANK, ...decision.lead, sequence },
    events: factEvents(before.lead, decision.facts, cause, now),
    ...(isForgotten(decision.lead) ? { expiresAt: now + FORGOTTEN_MS } : {}),
  };
};

const changesNothing = ({ before, decision }: LeadDecision): boolean =>
  decision.lead === before.lead && decision.facts.length === 0;

/**
 * Saves a decision in one commit: the lead, its facts, what the domain says that changes beside the lead, and the
 * documents that go `along`. A decision that changes nothing saves only those.
 */
export const commitDecision = async (
  store: DocumentStore,
  made: LeadDecision,
  along: readonly Write[] = [],
): Promise<CommitResult> => {
  if (changesNothing(made)) return along.length === 0 ? 'ok' : store.commit(along);
  const { effects = effectsOf(made.before.lead, made.decision) } = made;
  if (effects.length === 0) return store.commit([leadWrite(made), ...along]);
  const shared = await loadShared(store, keysOf(effects));
  const after = applyEffects(shared, effects);
  const decision = tellPause(made.before.lead, made.decision, { was: shared.state, is: after.state }, made.now);
  return store.commit([leadWrite({ ...made, decision }), ...shared.writes(after, made), ...along]);
};
