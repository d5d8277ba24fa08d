import type { Rep } from '../../../agreement/agreement.ts';
import { isSameAddress, type ReachAnswers } from '../../reach/account.ts';
import { fails, type Standing, unsure, WORKS } from '../../reach/standing.ts';

/** Of a rep's own address, or of marketing's: that somebody else has subscribed to the topic does not count. */
export const emailStanding = (
  { id, email }: Pick<Rep, 'id' | 'email'>,
  { topics }: Pick<ReachAnswers, 'topics'>,
): Standing => {
  if ('refused' in topics) return unsure('not-answered');
  const topic = topics.answer.get(id);
  if (topic === undefined) return fails('NoTopic');
  const own = topic.subscriptions.filter(({ address }) => isSameAddress(address, email));
  if (own.some(({ confirmed }) => confirmed)) return WORKS;
  return fails(own.length === 0 ? 'NotSubscribed' : 'NotConfirmed');
};
