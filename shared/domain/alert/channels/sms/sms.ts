import type { ChannelRules, Envelope, MessageBy } from '../channel-rules.ts';
import { composeBundleSms } from './compose-bundle-sms.ts';
import { composeSms } from './compose-sms.ts';

export interface SmsMessage extends MessageBy<'sms'> {
  /** The number to send from, one of the account's; SNS takes one itself where it is left out. */
  readonly from?: string;
  readonly senderId?: string;
  /** US dollars. */
  readonly maxPrice?: string;
}

const addressed = (text: string, { to, alerts: { senderId, maxPrice } }: Envelope): SmsMessage => ({
  channel: 'sms',
  to,
  text,
  ...(senderId === undefined ? {} : { senderId }),
  ...(maxPrice === undefined ? {} : { maxPrice }),
});

/** One segment to the rep's phone. Composing throws LinkUnfitError. */
export const sms: ChannelRules<'sms', SmsMessage> = {
  needs: 'phone',
  withoutAddress: 'no phone number',
  waitsForQuietHours: true,
  takesReplies: true,
  standIns: ['email', 'slack'],
  compose: (handover, envelope, transliterate) => addressed(composeSms(handover, transliterate), envelope),
  composeBundle: (bundled, envelope, transliterate) => addressed(composeBundleSms(bundled, transliterate), envelope),
};
