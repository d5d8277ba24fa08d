import type { Agreement } from '../agreement/agreement.ts';
import type { RejectReason } from './answer.ts';

const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu)
    ?.join(' ') ?? '';

/** The reason of the agreement that is meant, in any spelling of its words: a CRM shows `No time` for `no-time`. */
export const agreedReason = (
  { rejectReasons }: Agreement['sla'],
  text: string,
): Pick<RejectReason, 'reason' | 'action'> | undefined => {
  const reasons = Object.entries(rejectReasons).map(([reason, action]) => ({ reason, action }));
  const alike = reasons.filter(({ reason }) => wordsOf(reason) === wordsOf(text));
  return reasons.find(({ reason }) => reason === text) ?? (alike.length === 1 ? alike[0] : undefined);
};
