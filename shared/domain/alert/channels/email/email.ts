import type { MailText } from '../../../mail/mail.ts';
import type { ChannelRules, MessageBy } from '../channel-rules.ts';
import { composeBundleEmail } from './compose-bundle-email.ts';
import { composeEmail } from './compose-email.ts';

export type EmailMessage = MessageBy<'email'> & MailText;

/** To the rep's address. Every rep has one. */
export const email: ChannelRules<'email', EmailMessage> = {
  needs: 'email',
  withoutAddress: 'no address',
  waitsForQuietHours: false,
  takesReplies: false,
  standIns: ['sms', 'slack'],
  compose: (handover, { to }, transliterate) => ({ channel: 'email', to, ...composeEmail(handover, transliterate) }),
  composeBundle: (bundled, { to }, transliterate) => ({
    channel: 'email',
    to,
    ...composeBundleEmail(bundled, transliterate),
  }),
};
