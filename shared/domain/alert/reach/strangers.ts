import type { Rep } from '../../agreement/agreement.ts';
import { isSameAddress, type ReachAnswers, topicOf } from './account.ts';

/** How many subscriptions of a rep's topic are not of the rep's own address, such as one with a mistyped address. */
export interface Strangers {
  /** They get the rep's leads. */
  readonly confirmed: number;
  /** Whoever has the address can confirm them, for two days. */
  readonly pending: number;
}

export const strangersOn = (
  { id, email }: Pick<Rep, 'id' | 'email'>,
  answers: Pick<ReachAnswers, 'email'>,
): Strangers => {
  const all = topicOf(answers, id)?.subscriptions ?? [];
  const foreign = all.filter(({ address }) => !isSameAddress(address, email));
  const confirmed = foreign.filter((one) => one.confirmed).length;
  return { confirmed, pending: foreign.length - confirmed };
};
