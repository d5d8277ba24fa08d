import type { Send, Sent } from '../domain/alert/deliver.ts';
import { handoverOf } from '../domain/alert/handover-of.ts';
import { messageText } from '../domain/alert/message-text.ts';
import type { Lead } from '../domain/lead/lead.ts';
import type { Ports } from '../ports/ports.ts';

/** Composes one message and hands it to its channel. */
export const sendNotice = async (
  lead: Lead,
  { notice, channel }: Send,
  link: string | undefined,
  { rules: { agreement }, messenger }: Pick<Ports, 'rules' | 'messenger'>,
): Promise<Sent> => {
  // Its table is half a megabyte: loaded with the first message, and not by what only imports this.
  const { default: anyAscii } = await import('any-ascii');
  const rep = agreement.reps[notice.rep];
  if (rep === undefined) return { failure: 'no such rep' };
  const handover = handoverOf(lead, notice, rep, agreement, link);
  const message = { rep: rep.id, purpose: notice.purpose, leadIds: [lead.id] };
  if (channel === 'email') {
    const { subject = '', text } = messageText('email', handover, anyAscii);
    return messenger.send({ ...message, channel, to: rep.email, subject, text });
  }
  if (rep.phone === undefined) return { failure: 'no phone number' };
  const { senderId, maxPrice } = agreement.sla.alerts;
  return messenger.send({
    ...message,
    channel,
    to: rep.phone,
    text: messageText('sms', handover, anyAscii).text,
    ...(senderId === undefined ? {} : { senderId }),
    ...(maxPrice === undefined ? {} : { maxPrice }),
  });
};
