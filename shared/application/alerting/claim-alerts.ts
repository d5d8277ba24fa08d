import { claimDeliveries } from '../../domain/alert/delivery/claim-deliveries.ts';
import type { BundleOf, Send } from '../../domain/alert/delivery/claims.ts';
import type { ClaimedBundle, DoneBundle } from '../../domain/alert/delivery/inbox.ts';
import { recipientOf } from '../../domain/alert/delivery/recipient.ts';
import type { DecisionPorts, Ports } from '../../ports/ports.ts';
import { commitDecision } from '../documents/commit-decision.ts';
import { findLead } from '../documents/find-lead.ts';
import { loadInboxes } from '../documents/load-inboxes.ts';
import { retryOnConflict } from '../documents/retry-on-conflict.ts';
import { linkFor } from './link-for.ts';

/** What this caller, and nobody else, shall send in the next minute. */
export interface Claimed {
  readonly sends: readonly { readonly send: Send; readonly link: string | undefined }[];
  readonly bundles: readonly BundleOf<ClaimedBundle>[];
  /** Sent by somebody who did not come to record it. */
  readonly unrecorded: readonly BundleOf<DoneBundle>[];
}

const NOTHING: Claimed = { sends: [], bundles: [], unrecorded: [] };

/** Claims what a lead owes now, in one commit with the inboxes of those whom it owes it. Each link is good for this attempt alone. */
export const claimAlerts = (
  leadId: string,
  cause: string,
  ports: DecisionPorts & Pick<Ports, 'linkBase'>,
): Promise<Claimed> =>
  retryOnConflict('a claim', ports, async () => {
    const found = await findLead(ports.store, leadId);
    if (found === undefined || found.lead.notices.length === 0) return NOTHING;
    const now = ports.time.now();
    const loaded = await loadInboxes(ports.store, found.lead.notices.map(recipientOf));
    const claims = claimDeliveries(found.lead, loaded.inboxes, ports.rules, now);
    const made = claims.sends.map((send) => ({ send, made: linkFor(claims.lead, send.notice, now, ports) }));
    const writes = [...loaded.writes(claims.inboxes, now), ...made.flatMap((one) => one.made?.write ?? [])];
    const decision = { lead: claims.lead, facts: [] };
    // The claims hold the inboxes as they are after all.
    const claim = { before: found, decision, cause: { id: cause }, now, effects: [] };
    const result = await commitDecision(ports.store, claim, writes);
    if (result === 'conflict') return result;
    return { ...claims, sends: made.map((one) => ({ send: one.send, link: one.made?.link })) };
  });
