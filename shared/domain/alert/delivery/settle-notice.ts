import type { Rep } from '../../agreement/agreement.ts';
import type { Delivery, Notice, RepNotice } from '../../lead/notice.ts';
import type { Instant } from '../../time/instant.ts';
import { PURPOSE_RULES } from '../../vocabulary/purposes.ts';
import { addressOf, CHANNEL_RULES } from '../channels/channels.ts';

const isOpen = (delivery: Delivery): boolean => 'until' in delivery;

/** Whether something of it has still to go out; of one that nobody has seen yet, all has. */
export const isOwed = ({ deliveries }: Notice): boolean => deliveries.length === 0 || deliveries.some(isOpen);

/** Where a message goes when every channel tried so far has failed: another channel, then the manager. */
export const fallBack = (notice: RepNotice, rep: Rep | undefined, now: Instant): readonly RepNotice[] => {
  if (rep === undefined || notice.deliveries.some((d) => isOpen(d) || d.state === 'sent')) return [notice];
  const failed = notice.deliveries.map(({ channel }) => channel);
  const untried = failed
    .flatMap((channel) => CHANNEL_RULES[channel].standIns)
    .find((channel) => !failed.includes(channel) && addressOf(channel, rep) !== undefined);
  if (untried !== undefined && notice.purpose !== 'taken-away') {
    return [{ ...notice, deliveries: [...notice.deliveries, { channel: untried, state: 'waiting', until: now }] }];
  }
  const instead = [...(notice.instead ?? []), rep.id];
  // Managers may be said to report to each other.
  const hasNobody = rep.manager === undefined || instead.includes(rep.manager);
  if (rep.manager === undefined || hasNobody || !PURPOSE_RULES[notice.purpose].isActionable) return [notice];
  return [notice, { ...notice, purpose: 'tell-manager', rep: rep.manager, at: now, deliveries: [], instead }];
};
