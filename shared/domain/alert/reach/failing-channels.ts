import type { Rep } from '../../agreement/agreement.ts';
import { item, type Section } from '../../mail/mail.ts';
import { CHANNEL_NAMES } from '../../vocabulary/channels.ts';
import type { Reach } from './reach.ts';

/** Whether messages reach a rep, as it was told last. */
export interface KnownReach {
  readonly rep: Pick<Rep, 'name' | 'channels'>;
  readonly reach: Pick<Reach, 'failing' | 'unreachableSince'>;
}

/** By which of their channels reps are not reached, and why; no section where all are. */
export const failingChannels = (known: readonly KnownReach[]): readonly Section[] => {
  const lines = known.flatMap(({ rep: { name, channels }, reach: { failing, unreachableSince } }) => {
    const why = channels.flatMap((channel) => {
      const reason = failing[channel]?.reason;
      return reason === undefined ? [] : [`${CHANNEL_NAMES[channel]} (${reason})`];
    });
    if (why.length === 0) return [];
    return [item(`${name}: no ${why.join(', no ')}${unreachableSince === undefined ? '' : '; nothing reaches them'}`)];
  });
  return lines.length === 0 ? [] : [['Messages do not arrive:', ...lines]];
};
