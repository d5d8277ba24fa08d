import { type Claimed, claimAlerts } from '../../shared/application/alerting/claim-alerts.ts';
import { observeAlerted } from '../../shared/application/alerting/observe-alerted.ts';
import { recordBundle } from '../../shared/application/alerting/record-bundle.ts';
import { sendBundle } from '../../shared/application/alerting/send-bundle.ts';
import { observeSent, sendNotice } from '../../shared/application/alerting/send-notice.ts';
import { commitDecision } from '../../shared/application/documents/commit-decision.ts';
import { findLead } from '../../shared/application/documents/find-lead.ts';
import { retryOnConflict } from '../../shared/application/documents/retry-on-conflict.ts';
import { sqsHandler } from '../../shared/application/sqs-handler.ts';
import { readTrigger } from '../../shared/contracts/events/read-fact.ts';
import { postponeDelivery } from '../../shared/domain/alert/delivery/postpone.ts';
import { recordDelivery } from '../../shared/domain/alert/delivery/record-delivery.ts';
import { isPostponed } from '../../shared/domain/alert/delivery/sent.ts';
import type { DecisionPorts, Ports } from '../../shared/ports/ports.ts';

type Needs = DecisionPorts & Pick<Ports, 'messenger' | 'linkBase' | 'repliesBySms'>;

const sendOne = async (
  leadId: string,
  { send, link }: Claimed['sends'][number],
  cause: string,
  ports: Needs,
): Promise<void> => {
  const found = await findLead(ports.store, leadId);
  if (found === undefined) return;
  const sent = await sendNotice(found.lead, send, { link }, ports);
  const { notice, channel } = send;
  observeSent(sent, notice, channel, ports);
  await retryOnConflict('a sent message', ports, async () => {
    const fresh = await findLead(ports.store, leadId);
    if (fresh === undefined) return 'ok';
    const now = ports.time.now();
    const decision = isPostponed(sent)
      ? postponeDelivery(fresh.lead, send, sent.until)
      : recordDelivery(fresh.lead, { send, sent, together: false }, ports.rules.agreement, now);
    const result = await commitDecision(ports.store, { before: fresh, decision, cause: { id: cause }, now });
    if (result === 'ok') observeAlerted(fresh.lead, decision.lead, now, ports);
    return result;
  });
};

/**
 * Sends what a lead's notices owe: claim, publish, record. A message whose claim expired unrecorded is sent
 * again; a channel that fails at once is made up for by another in the next round.
 */
export const alertRep = sqsHandler<Needs>(async (message, ports) => {
  const { leadId, cause } = readTrigger(message.body);
  for (;;) {
    const { sends, bundles, unrecorded } = await claimAlerts(leadId, cause, ports);
    if (sends.length + bundles.length + unrecorded.length === 0) return;
    for (const one of sends) await sendOne(leadId, one, cause, ports);
    for (const one of bundles) await sendBundle(one, cause, ports);
    for (const one of unrecorded) await recordBundle(one, one.bundle.sent, cause, ports);
  }
});
