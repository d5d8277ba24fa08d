import {
  FACT_SOURCE,
  matchesSubscription,
  type Subscriber,
  type Subscription,
  subscriptions,
} from '../shared/contracts/subscriptions.ts';

/** Who hears an event, from the same subscriptions as the rules of the bus on AWS. */
export interface Subscribers {
  /** `decidedBy`: of an assignment, by what it was decided. */
  of(detailType: string, decidedBy?: string): readonly Subscriber[];
}

export const subscribersTo = (source: Subscription['source']): Subscribers => {
  const known = new Map<string, readonly Subscriber[]>();
  const find = (detailType: string, decidedBy: string | undefined): readonly Subscriber[] => {
    const event = {
      source: source === 'facts' ? FACT_SOURCE : 'producer',
      detailType,
      ...(decidedBy === undefined ? {} : { decidedBy }),
    };
    return subscriptions.filter((subscription) => matchesSubscription(subscription, event)).map((s) => s.function);
  };
  return {
    of: (detailType, decidedBy) => {
      const key = decidedBy === undefined ? detailType : `${detailType} ${decidedBy}`;
      const found = known.get(key) ?? find(detailType, decidedBy);
      // Types of ours are few; those that a feed makes up are not remembered.
      if (source === 'facts') known.set(key, found);
      return found;
    },
  };
};
