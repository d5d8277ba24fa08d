import type { Channel } from '../../vocabulary/channels.ts';
import { composeEmail } from './compose-email.ts';
import { composeSms } from './compose-sms.ts';
import type { Handover, Transliterate } from './handover.ts';

/** The message for a channel; only an e-mail has a subject. Throws LinkUnfitError for an SMS. */
export function messageText(
  channel: Channel,
  handover: Handover,
  transliterate: Transliterate,
): { readonly subject?: string; readonly text: string } {
  return channel === 'sms' ? { text: composeSms(handover, transliterate) } : composeEmail(handover, transliterate);
}
