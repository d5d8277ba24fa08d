import type { Rep } from '../../../shared/domain/agreement/agreement.ts';
import type { Topic } from '../deployment.ts';
import type { Facts } from '../facts.ts';
import { fails, type Standing, unsure } from './standing.ts';

const subscribe = ({ arn }: Topic): string =>
  `Subscribe the address again (aws sns subscribe --topic-arn ${arn} --protocol email --notification-endpoint ADDRESS)`;

/** Of a rep's address, or of marketing's. */
export const emailStanding = (
  { id, email, name }: Pick<Rep, 'id' | 'email' | 'name'>,
  topics: Facts['topics'],
): Standing => {
  if ('refused' in topics) return unsure('the subscriptions could not be asked about');
  const topic = topics.answer.get(id);
  if (topic === undefined) return fails('there is no topic of theirs', 'Deploy this agreement');
  const own = topic.subscriptions.filter(({ address }) => address.toLowerCase() === email.toLowerCase());
  if (own.some(({ confirmed }) => confirmed)) return { state: 'works' };
  if (own.length === 0) {
    return fails('the address is not subscribed', `${subscribe(topic)} and have ${name} confirm it within 48 hours`);
  }
  const todo = `Have ${name} confirm the mail "AWS Notification - Subscription Confirmation"`;
  return fails('the subscription is not confirmed', `${todo}: after 48 hours AWS drops the subscription`);
};
