import { type Instant, toIso } from '../../time/instant.ts';
import type { Channel } from '../../vocabulary/channels.ts';
import type { ReachFailure } from '../../vocabulary/reach-failures.ts';
import { REACH_RULES } from '../channels/reach-rules.ts';
import type { Reach } from './reach.ts';

const monthOf = (at: Instant): string => toIso(at).slice(0, 'YYYY-MM'.length);

/**
 * Why a message by the channel need not be tried, as far as only check-reach knows it. That what a month's messages may
 * cost is used up is over with the month, in UTC. All the rest the senders ask themselves, or are told, and know it sooner.
 */
export const knownToFail = (reach: Reach | undefined, channel: Channel, now: Instant): ReachFailure | undefined => {
  const failing = reach?.failing[channel];
  if (failing === undefined || !REACH_RULES[channel].heeds.includes(failing.reason)) return undefined;
  const isOver = failing.reason === 'SpendLimitReached' && monthOf(failing.since) !== monthOf(now);
  return isOver ? undefined : failing.reason;
};
