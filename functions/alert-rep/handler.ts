import { readWake } from '../../shared/contracts/events/read-fact.ts';
import { claimDeliveries, recordDelivery, type Send } from '../../shared/domain/alert/deliver.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import { commitDecision } from '../../shared/runtime/commit-decision.ts';
import { findLead } from '../../shared/runtime/find-lead.ts';
import { linkFor } from '../../shared/runtime/link-for.ts';
import { queueFunction, type Surroundings } from '../../shared/runtime/pipeline.ts';
import { untilCommitted } from '../../shared/runtime/retry.ts';
import { sendNotice } from '../../shared/runtime/send-notice.ts';

type Needs = Pick<Ports, 'store' | 'rules' | 'time' | 'ids' | 'observer' | 'messenger' | 'linkBase'> & Surroundings;

interface Claimed {
  readonly send: Send;
  readonly link?: string;
}

/** Claims what is owed now: nobody else sends it in the next minute. Each link is good for this attempt alone. */
const claim = (leadId: string, cause: string, ports: Needs): Promise<readonly Claimed[]> =>
  untilCommitted('a claim', ports, async () => {
    const found = await findLead(ports.store, leadId);
    if (found === undefined) return [];
    const now = ports.time.now();
    const { lead, sends } = claimDeliveries(found.lead, ports.rules.agreement, now);
    const claimed = sends.map((send) => ({ send, ...linkFor(lead, send.notice, now, ports) }));
    const links = claimed.flatMap(({ write }) => write ?? []);
    const result = await commitDecision(ports, found, { lead, facts: [] }, { id: cause }, now, links);
    return result === 'conflict' ? result : claimed;
  });

const send = async (leadId: string, { send, link }: Claimed, cause: string, ports: Needs): Promise<void> => {
  const found = await findLead(ports.store, leadId);
  if (found === undefined) return;
  const sent = await sendNotice(found.lead, send, link, ports);
  ports.observer.count('messageId' in sent ? 'MessageSent' : 'MessageFailed');
  await untilCommitted('a sent message', ports, async () => {
    const fresh = (await findLead(ports.store, leadId)) ?? found;
    const now = ports.time.now();
    const decision = recordDelivery(fresh.lead, send, sent, ports.rules.agreement, now);
    return commitDecision(ports, fresh, decision, { id: cause }, now);
  });
};

/**
 * Sends what a lead's notices owe: claim, publish, record. A message whose claim expired unrecorded is sent
 * again; a channel that fails at once is made up for by another in the next round.
 */
export const alertRep = queueFunction<Needs>(async (message, ports) => {
  const { leadId, cause } = readWake(message.body);
  for (
    let claimed = await claim(leadId, cause, ports);
    claimed.length > 0;
    claimed = await claim(leadId, cause, ports)
  ) {
    for (const one of claimed) await send(leadId, one, cause, ports);
  }
});
