import type { Agreement, Rep } from '../../../shared/domain/agreement/agreement.ts';
import type { OutgoingMessage } from '../../../shared/ports/messenger.ts';
import { clause, rep, smallAgreement, territory, withoutManager } from '../agreement/small-agreement.ts';
import type { Scenario } from './scenario.ts';

export const JANE = 'jane@mail.example';
export const JOHN = 'john@mail.example';
export const JUNE = 'june@mail.example';

const phoneOf = ({ phone }: Rep): string => phone ?? '';

/** By SMS alone, so that what is listed is what their phone shows. */
export const texted = (id: string, parts: Partial<Rep> = {}): Rep => rep(id, { channels: ['sms'], ...parts });

export const ANA = phoneOf(texted('ana'));
export const BEN = phoneOf(texted('ben'));

/** Ana alone, and nothing that the clock would do. */
export const alone = (sla: Partial<Agreement['sla']> = {}, ana: Rep = texted('ana')): Agreement =>
  smallAgreement({
    reps: [ana, withoutManager(texted('mia'))],
    territories: [territory('Everywhere', ['ana'])],
    sla: { accept: clause(1440, []), contact: clause(1440, []), ...sla },
  });

export const QUIET_TEAM = smallAgreement({
  reps: [texted('ana'), texted('ben'), withoutManager(texted('mia'))],
  territories: [territory('Everywhere', ['ana', 'ben'])],
});

export const HOW =
  'Reply 1 to accept. To reject reply 21 for not-a-fit, 22 wrong-territory, 23 duplicate, 24 bad-contact, 25 no-time.';
export const NOTHING =
  'No lead of our latest SMS waits for your answer. What you answered is recorded, others may be with a colleague. For a lead of an e-mail open its link.';
export const ONE_WAITS =
  '1 lead of our latest SMS waits for your answer, and it is not certain that you mean it: please open its link.';
export const SOME_WAIT = 'Several leads may wait for your answer: please open the link of the one you mean.';
export const manyWait = (count: number): string =>
  `${count} leads of our latest SMS wait for your answer: please open the link of the one you mean.`;

/** The last message that went out, to anybody. */
export const last = (s: Scenario): OutgoingMessage | undefined => s.sent.at(-1)?.message;

export const answers = (s: Scenario, email: string): readonly string[] =>
  s.facts(email, 'LeadAccepted', 'LeadRejected');

/** Ids of the messages that were sent about a lead, in order. */
export const messageIds = (s: Scenario, email: string): readonly string[] => {
  const id = [...s.runtime.store.leads()].find((lead) => lead.email === email)?.id;
  return s.published.flatMap(({ detail: { leadId, data } }) =>
    leadId === id && 'messageId' in data && data.messageId !== undefined ? [data.messageId] : [],
  );
};
