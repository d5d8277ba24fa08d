import { type Inboxes, inboxOf } from '../alert/delivery/inbox.ts';
import { recipientOf } from '../alert/delivery/recipient.ts';
import { attachMessageId } from '../alert/delivery/texts.ts';
import { withdraw } from '../alert/delivery/withdraw.ts';
import type { Effect } from '../lead/effect.ts';
import { keysToRelease, releaseOwner } from '../routing/release-owner.ts';
import type { RoutingKeys, RoutingState } from '../routing/routing-state.ts';
import { keysToTake, takePlace } from '../routing/take-place.ts';

/** The documents beside a lead that decisions change. */
export interface SharedDocuments {
  readonly state: RoutingState;
  readonly inboxes: Inboxes;
}

/** Which of them must be loaded. */
export interface SharedKeys {
  readonly routing: readonly RoutingKeys[];
  /** Whose inboxes. */
  readonly recipients: readonly string[];
}

const recipientsOf = (effect: Effect): readonly string[] => {
  switch (effect.effect) {
    case 'owner-released':
    case 'owner-taken':
      return [];
    case 'notice-withdrawn':
      return [recipientOf(effect.notice)];
    case 'text-sent':
      return [effect.recipient];
  }
};

const routingKeysOf = (effect: Effect): readonly RoutingKeys[] => {
  if (effect.effect === 'owner-released') return [keysToRelease(effect)];
  return effect.effect === 'owner-taken' ? [keysToTake(effect)] : [];
};

export const keysOf = (effects: readonly Effect[]): SharedKeys => ({
  routing: effects.flatMap(routingKeysOf),
  recipients: [...new Set(effects.flatMap(recipientsOf))],
});

const applyEffect = (documents: SharedDocuments, effect: Effect): SharedDocuments => {
  const { state, inboxes } = documents;
  switch (effect.effect) {
    case 'owner-released':
      return { ...documents, state: releaseOwner(state, effect) };
    case 'owner-taken':
      return { ...documents, state: takePlace(state, effect) };
    case 'notice-withdrawn':
      return { ...documents, inboxes: withdraw(effect.leadId, [effect.notice], inboxes) };
    case 'text-sent': {
      const { recipient, leadId, attempt, messageId } = effect;
      const inbox = attachMessageId(inboxOf(inboxes, recipient), leadId, attempt, messageId);
      return { ...documents, inboxes: { ...inboxes, [recipient]: inbox } };
    }
  }
};

/** The documents as the effects leave them, in order; what does not change stays the same object. */
export const applyEffects = (documents: SharedDocuments, effects: readonly Effect[]): SharedDocuments =>
  effects.reduce(applyEffect, documents);
