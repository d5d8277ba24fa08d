import type { ReturnedMail } from '../../contracts/email/returned-mail.ts';
import type { Rep } from '../../domain/agreement/agreement.ts';
import { mayBeUnrecorded, recordReturn } from '../../domain/alert/delivery/record-return.ts';
import { isSameAddress } from '../../domain/alert/reach/account.ts';
import { decideReturn } from '../../domain/alert/reach/reach.ts';
import type { DecisionPorts } from '../../ports/ports.ts';
import type { Key } from '../../ports/store.ts';
import { commitDecision } from '../documents/commit-decision.ts';
import { findLead } from '../documents/find-lead.ts';
import { retryOnConflict } from '../documents/retry-on-conflict.ts';
import { reachKey } from './known-reach.ts';
import { saveReach } from './save-reach.ts';

/** A mail came back before alert-rep has recorded that it went out. */
export class NotRecordedYet extends Error {
  readonly code = 'NOT_RECORDED_YET';
  constructor(readonly leadIds: readonly string[]) {
    super(
      `a mail came back, and that it went out is not recorded with ${leadIds.join()}: it is heard again from its queue`,
    );
    this.name = 'NotRecordedYet';
  }
}

/** Whoever has another address by now is reached by that. */
const repsAt = ({ addresses }: ReturnedMail, reps: Readonly<Record<string, Rep>>): readonly Rep[] =>
  Object.values(reps).filter(({ email }) => addresses.some((address) => isSameAddress(address, email)));

const markRep = (rep: Rep, mail: ReturnedMail, ports: DecisionPorts): Promise<unknown> =>
  retryOnConflict('a mail that came back', ports, async () => {
    const key = reachKey(rep.id);
    const known = (await ports.store.load([key])).get(key);
    const now = ports.time.now();
    const of = { rep: rep.id, known, cause: { id: mail.id }, now };
    return (await saveReach(of, (before) => decideReturn(before, rep, mail, now), ports.store)).result;
  });

const leadsOf = async ({ leadId, list }: ReturnedMail, { store }: DecisionPorts): Promise<readonly string[]> => {
  if (leadId !== undefined) return [leadId];
  if (list === undefined) return [];
  const key: Key<'link'> = { type: 'link', id: list };
  const link = (await store.load([key])).get(key)?.value;
  return link !== undefined && 'leads' in link ? [...new Set(link.leads.map((one) => one.leadId))] : [];
};

/** What becomes of a lead that a mail told of: `owes` it by another channel now, or `unrecorded`. */
type MadeUp = 'owes' | 'unrecorded' | 'nothing';

const makeUpFor = (leadId: string, mail: ReturnedMail, ports: DecisionPorts): Promise<MadeUp> =>
  retryOnConflict('a mail that came back', ports, async (): Promise<MadeUp | 'conflict'> => {
    const found = await findLead(ports.store, leadId);
    if (found === undefined) return 'nothing';
    const { lead } = found;
    const now = ports.time.now();
    const decision = recordReturn(lead, mail, ports.rules.agreement, now);
    if (decision.lead === lead) return mayBeUnrecorded(lead, mail, now) ? 'unrecorded' : 'nothing';
    const result = await commitDecision(ports.store, { before: found, decision, cause: { id: mail.id }, now });
    return result === 'conflict' ? result : 'owes';
  });

/** Leads that a mail told of. */
export interface Heard {
  /** Of these alert-rep has something to send. */
  readonly owing: readonly string[];
  /** That the mail about these went out may yet be recorded: it has to be heard again. */
  readonly unrecorded: readonly string[];
}

/**
 * The e-mail of whoever has the address fails from now on, and is not tried again: so a mail that is not recorded yet, and
 * goes again, fails by itself. Then each lead that the mail told of owes it by another channel. Heard twice, or late, it
 * changes nothing more.
 */
export const hearReturn = async (mail: ReturnedMail, ports: DecisionPorts): Promise<Heard> => {
  const reps = repsAt(mail, ports.rules.agreement.reps);
  for (const rep of reps) await markRep(rep, mail, ports);
  const owing: string[] = [];
  const unrecorded: string[] = [];
  for (const leadId of await leadsOf(mail, ports)) {
    const madeUp = await makeUpFor(leadId, mail, ports);
    if (madeUp === 'owes') owing.push(leadId);
    if (madeUp === 'unrecorded') unrecorded.push(leadId);
  }
  return { owing, unrecorded };
};
