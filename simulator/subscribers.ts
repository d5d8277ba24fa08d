import {
  FACT_SOURCE,
  matchesSubscription,
  type Subscriber,
  type Subscription,
  subscriptions,
} from '../shared/contracts/subscriptions.ts';

/** Who hears an event, from the same subscriptions as the rules of the bus on AWS. */
export interface Subscribers {
  of(detailType: string): readonly Subscriber[];
}

export const subscribersTo = (source: Subscription['source']): Subscribers => {
  const known = new Map<string, readonly Subscriber[]>();
  const find = (detailType: string): readonly Subscriber[] => {
    const event = { source: source === 'facts' ? FACT_SOURCE : 'producer', detailType };
    return subscriptions.filter((subscription) => matchesSubscription(subscription, event)).map((s) => s.function);
  };
  return {
    of: (detailType) => {
      const found = known.get(detailType) ?? find(detailType);
      // Types of ours are few; those that a feed makes up are not remembered.
      if (source === 'facts') known.set(detailType, found);
      return found;
    },
  };
};
