import { changeByText } from '../../shared/application/absence/change-by-text.ts';
import { answerByText, sendHelp } from '../../shared/application/answering/answer-by-text.ts';
import { sqsHandler } from '../../shared/application/sqs-handler.ts';
import { readInboundSms } from '../../shared/contracts/sms/inbound-sms.ts';
import { ownersOf } from '../../shared/domain/answer/settle-reply.ts';
import { understandReply } from '../../shared/domain/answer/understand-reply.ts';
import type { DecisionPorts, Ports } from '../../shared/ports/ports.ts';

type Needs = DecisionPorts & Pick<Ports, 'messenger'>;

/**
 * A rep's text says when leads may come to them, or answers for the one lead that it can mean, or gets one helpful
 * message. Whoever else writes to the number is not answered, and nothing is kept of it but the count.
 */
export const readReply = sqsHandler<Needs>(async ({ body }, ports) => {
  const sms = readInboundSms(body);
  const { agreement } = ports.rules;
  const owners = ownersOf(agreement, sms.from);
  if (owners === undefined) return ports.observer.count('StrangerIgnored');
  if (await changeByText(sms, owners, ports)) return;
  const reply = understandReply(sms.text, agreement.sla.rejectReasons);
  if (reply.says === 'keyword') return;
  const help = await answerByText(sms, reply, owners, ports);
  if (help !== undefined) await sendHelp(sms, help, owners[0], ports);
});
