import type { InboundSms } from '../../contracts/sms/inbound-sms.ts';
import type { Rep } from '../../domain/agreement/agreement.ts';
import { recordHelp } from '../../domain/alert/delivery/help.ts';
import { readerOf } from '../../domain/alert/text/handover-of.ts';
import { composeAvailability, composeAvailabilityHelp } from '../../domain/answer/compose-availability.ts';
import { understandAvailability } from '../../domain/answer/understand-availability.ts';
import type { AvailabilityCommand } from '../../domain/routing/change-availability.ts';
import type { DecisionPorts, Ports } from '../../ports/ports.ts';
import { replyKey, sendReply } from '../answering/answer-by-text.ts';
import { editInbox } from '../documents/load-inboxes.ts';
import { retryOnConflict } from '../documents/retry-on-conflict.ts';
import { changeRep } from './change-rep.ts';

type TextPorts = DecisionPorts & Pick<Ports, 'messenger'>;

const isRepeated = async (sms: InboundSms, { store, observer }: TextPorts): Promise<boolean> => {
  const key = replyKey(sms);
  if ((await store.load([key])).get(key) === undefined) return false;
  observer.count('EventRepeated');
  return true;
};

/** Applies it, and answers with what the rep is told: the same again where it was applied and not confirmed. */
const applyText = (sms: InboundSms, rep: Rep, command: AvailabilityCommand, ports: TextPorts): Promise<string> =>
  retryOnConflict('an absence by SMS', ports, async () => {
    const now = ports.time.now();
    const said = { rep: rep.id, command, saidAt: sms.at, cause: { id: sms.id }, now };
    const { load, writes } = await changeRep(ports.store, said);
    if ((await ports.store.commit(writes)) === 'conflict') return 'conflict';
    const { zone, language } = readerOf(rep);
    return composeAvailability(load, { zone, language }, now);
  });

/** As much help as for any other reply; undefined where enough was said lately. */
const noteHelp = (sms: InboundSms, rep: Rep, text: string, ports: TextPorts): Promise<string | undefined> =>
  retryOnConflict('help about absences', ports, async () => {
    const now = ports.time.now();
    let isNoted = true;
    const writes = await editInbox(
      ports.store,
      rep.id,
      (inbox) => {
        const noted = recordHelp(inbox, sms.id, now);
        isNoted = noted !== undefined;
        return noted ?? inbox;
      },
      now,
    );
    if (!isNoted) ports.observer.count('HelpWithheld');
    if (writes.length > 0 && (await ports.store.commit(writes)) === 'conflict') return 'conflict';
    return isNoted ? text : undefined;
  });

/**
 * A text that says when leads may come to its rep. It is confirmed by one, and help comes back where it cannot be
 * applied. Answers whether the text was one.
 */
export const changeByText = async (
  sms: InboundSms,
  [rep, ...others]: readonly [Rep, ...Rep[]],
  ports: TextPorts,
): Promise<boolean> => {
  const said = understandAvailability(sms.text, rep.schedule.zone, sms.at);
  if (said === undefined) return false;
  if (await isRepeated(sms, ports)) return true;
  const help = others.length > 0 ? 'sharedPhone' : said.state === 'unclear' ? 'unclear' : undefined;
  const text =
    said.state === 'unclear' || help !== undefined
      ? await noteHelp(sms, rep, composeAvailabilityHelp(help ?? 'unclear', readerOf(rep).language), ports)
      : await applyText(sms, rep, said, ports);
  if (text !== undefined) await sendReply(sms, text, rep, ports);
  return true;
};
