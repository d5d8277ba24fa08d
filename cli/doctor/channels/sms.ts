import type { Rep } from '../../../shared/domain/agreement/agreement.ts';
import type { Asked, Facts } from '../facts.ts';
import { fails, type Standing, unsure } from './standing.ts';

/** Whether the month's SMS are used up; SNS stops within minutes of the limit. */
export const isSpent = (spending: Facts['spending']): boolean =>
  'answer' in spending && spending.answer.spent >= spending.answer.limit;

/** Numbers of the North American plan: the United States demand a registered sender, and cannot be told from others. */
export const isNorthAmerican = (phone: string | undefined): boolean => phone?.startsWith('+1') === true;

export const hasOrigin = (origins: ReadonlySet<string>): boolean => origins.has('US') || origins.has('CA');

const isRefused = (asked: Asked<unknown>): boolean => 'refused' in asked;

/** Of a rep's phone. */
export const smsStanding = (
  { phone }: Pick<Rep, 'phone'>,
  { sandbox, optedOut, spending, origins }: Facts,
): Standing => {
  if (phone === undefined) return fails('the agreement has no number', 'Give them a phone');
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
