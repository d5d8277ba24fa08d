import type { Rep } from '../../../agreement/agreement.ts';
import type { Asked, ReachAnswers } from '../../reach/account.ts';
import { fails, type Standing, unsure, WORKS } from '../../reach/standing.ts';

/** Whether the month's SMS are used up; SNS stops within minutes of the limit. */
export const isSpent = (spending: ReachAnswers['spending']): boolean =>
  'answer' in spending && spending.answer.spent >= spending.answer.limit;

/** Numbers of the North American plan: the United States demand a registered sender, and cannot be told from others. */
export const isNorthAmerican = (phone: string | undefined): boolean => phone?.startsWith('+1') === true;

export const hasOrigin = (origins: ReadonlySet<string>): boolean => origins.has('US') || origins.has('CA');

const isRefused = (asked: Asked<unknown>): boolean => 'refused' in asked;

/** Of a rep's phone. */
export const smsStanding = (
  { phone }: Pick<Rep, 'phone'>,
  { sandbox, optedOut, spending, origins }: Omit<ReachAnswers, 'topics'>,
): Standing => {
  if (phone === undefined) return fails('NoAddress');
  if ('answer' in optedOut && optedOut.answer.has(phone)) return fails('OptedOut');
  if ('answer' in sandbox && sandbox.answer.on && !sandbox.answer.verified.has(phone)) return fails('NotVerified');
  if (isSpent(spending)) return fails('SpendLimitReached');
  const matter = [sandbox, optedOut, spending, ...(isNorthAmerican(phone) ? [origins] : [])];
  if (matter.some(isRefused)) return unsure('not-answered');
  if (!isNorthAmerican(phone) || ('answer' in origins && hasOrigin(origins.answer))) return WORKS;
  return unsure('no-origin');
};
