import type { ChannelRules, MessageBy } from '../channel-rules.ts';
import type { SlackBlock } from './blocks.ts';
import { composeBundleSlack } from './compose-bundle-slack.ts';
import { composeSlack } from './compose-slack.ts';

export interface SlackMessage extends MessageBy<'slack'> {
  readonly blocks: readonly SlackBlock[];
  /** About how many leads it is: that about one is written anew when the lead moves on. */
  readonly about: 'one' | 'several';
}

/** A direct message to the rep, with buttons. Slack's own mobile app rings, as an SMS does. */
export const slack: ChannelRules<'slack', SlackMessage> = {
  needs: 'slack',
  withoutAddress: 'no Slack id',
  waitsForQuietHours: true,
  takesReplies: false,
  standIns: ['email', 'sms'],
  compose: (handover, { to, rejectReasons }) => ({
    channel: 'slack',
    to,
    about: 'one',
    ...composeSlack(handover, rejectReasons),
  }),
  composeBundle: (bundled, { to }) => ({ channel: 'slack', to, about: 'several', ...composeBundleSlack(bundled) }),
};
