import type { InboundSms } from '../../contracts/sms/inbound-sms.ts';
import type { Rep } from '../../domain/agreement/agreement.ts';
import { recordHelp } from '../../domain/alert/delivery/help.ts';
import { EMPTY_INBOX } from '../../domain/alert/delivery/inbox.ts';
import { composeHelp } from '../../domain/answer/compose-help.ts';
import { type Help, settleReply } from '../../domain/answer/settle-reply.ts';
import type { Reply } from '../../domain/answer/understand-reply.ts';
import { messageLanguageOf } from '../../domain/language/message-language.ts';
import type { DecisionPorts, Ports } from '../../ports/ports.ts';
import { commitDecision } from '../documents/commit-decision.ts';
import { findLeads } from '../documents/find-lead.ts';
import { loadInboxes } from '../documents/load-inboxes.ts';
import { receiptKey, receiptOf } from '../documents/receipts.ts';
import { retryOnConflict } from '../documents/retry-on-conflict.ts';

export type AnswerPorts = DecisionPorts;

/** By which a second delivery of a reply is known. */
export const replyKey = ({ id }: InboundSms) => receiptKey(`reply ${id}`);

/**
 * Applies a reply from the phone of these reps, once. Answers with the help that is owed where it cannot be
 * applied: it is noted in the first owner's inbox before it goes out, and not owed where enough was said lately.
 */
export const answerByText = (
  sms: InboundSms,
  reply: Reply,
  owners: readonly [Rep, ...Rep[]],
  ports: AnswerPorts,
): Promise<Help | undefined> =>
  retryOnConflict('a reply', ports, async () => {
    const { store, observer } = ports;
    const { agreement } = ports.rules;
    const key = replyKey(sms);
    if ((await store.load([key])).get(key) !== undefined) {
      observer.count('EventRepeated');
      return undefined;
    }
    const now = ports.time.now();
    const receipt = receiptOf(key, now);
    const reps = owners.map(({ id }) => id);
    const { inboxes, writes } = await loadInboxes(store, reps);
    const asked = Object.values(inboxes).flatMap(({ texts }) => texts.flatMap((text) => text.leads));
    const leads = await findLeads(
      asked.map(({ leadId }) => leadId),
      ports,
    );
    const settled = settleReply({ received: sms, reply, inboxes, leads }, agreement, now);
    if ('decision' in settled) {
      const { before, decision } = settled;
      const result = await commitDecision(store, { before, decision, cause: { id: sms.id }, now }, [receipt]);
      return result === 'conflict' ? result : undefined;
    }
    const { id } = owners[0];
    const noted = recordHelp(inboxes[id] ?? EMPTY_INBOX, sms.id, now);
    if (noted === undefined) observer.count('HelpWithheld');
    const result = await store.commit(noted === undefined ? [receipt] : writes({ [id]: noted }, now));
    return result === 'conflict' ? result : noted && settled.help;
  });

/**
 * One SMS, at any hour, for the rep has just written. From the number that was written to: there the rep can
 * reply again, and not to a sender's name.
 */
export const sendReply = async (
  sms: InboundSms,
  text: string,
  { id: rep }: Rep,
  ports: AnswerPorts & Pick<Ports, 'messenger'>,
): Promise<void> => {
  const { alerts } = ports.rules.agreement.sla;
  const sent = await ports.messenger.send({
    rep,
    purpose: 'help',
    leadIds: [],
    channel: 'sms',
    to: sms.from,
    from: sms.to,
    text,
    ...(alerts.maxPrice === undefined ? {} : { maxPrice: alerts.maxPrice }),
  });
  ports.observer.count('messageId' in sent ? 'MessageSent' : 'MessageFailed');
  await ports.store.commit([receiptOf(replyKey(sms), ports.time.now())]);
};

export const sendHelp = (
  sms: InboundSms,
  help: Help,
  rep: Rep,
  ports: AnswerPorts & Pick<Ports, 'messenger'>,
): Promise<void> => {
  const reasons = Object.keys(ports.rules.agreement.sla.rejectReasons);
  return sendReply(sms, composeHelp(help, reasons, messageLanguageOf(rep.languages)), rep, ports);
};
