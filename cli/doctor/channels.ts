import type { Rep } from '../../shared/domain/agreement/agreement.ts';
import type { Channel } from '../../shared/domain/vocabulary/channels.ts';
import type { Topic } from './deployment.ts';
import type { Asked, Facts } from './facts.ts';

/** How a channel of a rep stands. What is wrong with the whole account is told once, not for each rep. */
export type Standing =
  | { readonly state: 'works' }
  | { readonly state: 'unsure'; readonly why: string }
  | { readonly state: 'fails'; readonly why: string; readonly todo: string; readonly ofAccount: boolean };

const fails = (why: string, todo: string): Standing => ({ state: 'fails', why, todo, ofAccount: false });
const unsure = (why: string): Standing => ({ state: 'unsure', why });

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

/** Whether the month's SMS are used up; SNS stops within minutes of the limit. */
export const isSpent = (spending: Facts['spending']): boolean =>
  'answer' in spending && spending.answer.spent >= spending.answer.limit;

/** Numbers of the North American plan: the United States demand a registered sender, and cannot be told from others. */
export const isNorthAmerican = (phone: string | undefined): boolean => phone?.startsWith('+1') === true;

export const hasOrigin = (origins: ReadonlySet<string>): boolean => origins.has('US') || origins.has('CA');

const isRefused = (asked: Asked<unknown>): boolean => 'refused' in asked;

const ofSms = (phone: string, { sandbox, optedOut, spending, origins }: Facts): Standing => {
  if ('answer' in optedOut && optedOut.answer.has(phone)) {
    return fails(
      'the number has opted out',
      'Ask whether they want SMS again, then aws sns opt-in-phone-number (once in 30 days for a number), or take sms out of their alerts',
    );
  }
  if ('answer' in sandbox && sandbox.answer.on && !sandbox.answer.verified.has(phone)) {
    return fails(
      'the number is not verified in the sandbox',
      'Verify it in the SNS console, or ask AWS to move the account out of the sandbox',
    );
  }
  if (isSpent(spending)) {
    const why = 'the spend limit of the month is used up';
    return { state: 'fails', why, todo: 'Ask AWS to raise the spend limit', ofAccount: true };
  }
  const matter = [sandbox, optedOut, spending, ...(isNorthAmerican(phone) ? [origins] : [])];
  if (matter.some(isRefused)) return unsure('the account could not be asked about SMS');
  if (!isNorthAmerican(phone) || ('answer' in origins && hasOrigin(origins.answer))) return { state: 'works' };
  return unsure('the account has no registered number for +1');
};

export const standingOf = (channel: Channel, rep: Rep, facts: Facts): Standing => {
  if (channel === 'email') return emailStanding(rep, facts.topics);
  return rep.phone === undefined ? fails('the agreement has no number', 'Give them a phone') : ofSms(rep.phone, facts);
};
