import type { Notice } from '../../lead/notice.ts';
import type { Channel } from '../../vocabulary/channels.ts';

/** Not gone yet, nor on its way. */
const isOutstanding = ({ deliveries }: Notice, channel: Channel): boolean =>
  deliveries.length === 0 ||
  deliveries.some((d) => d.channel === channel && (d.state === 'waiting' || d.state === 'held'));

const saysTheSame = (a: Notice, b: Notice): boolean =>
  // Of a watch, something else has happened.
  a.purpose !== 'watch' &&
  a.rep !== null &&
  b.rep !== null &&
  a.purpose === b.purpose &&
  a.rep === b.rep &&
  a.attempt === b.attempt &&
  a.instead?.join() === b.instead?.join();

/**
 * Whether a message of the same kind about the lead is still to go out by the channel, owed earlier: then another one
 * would say nothing new. `earlier` is what the lead owed before the notice.
 */
export const isCovered = (notice: Notice, channel: Channel, earlier: readonly Notice[]): boolean =>
  earlier.some((one) => saysTheSame(one, notice) && isOutstanding(one, channel));
