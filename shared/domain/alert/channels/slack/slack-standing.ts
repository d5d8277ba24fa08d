import type { Rep } from '../../../agreement/agreement.ts';
import type { ReachAnswers } from '../../reach/account.ts';
import { fails, type Standing, unsure, WORKS } from '../../reach/standing.ts';

/** Of a rep's member id: whether our app may write, and whether the member is there. */
export const slackStanding = (
  { slack }: Pick<Rep, 'slack'>,
  { slack: asked }: Pick<ReachAnswers, 'slack'>,
): Standing => {
  if (slack === undefined) return fails('NoAddress');
  if ('refused' in asked) return unsure('not-answered');
  const { mayWrite, members } = asked.answer;
  if (!mayWrite) return fails('NotConnected');
  const member = members.get(slack);
  if (member === undefined) return unsure('not-answered');
  return member === 'here' ? WORKS : fails('NoSuchMember');
};
