import { type ManageProblem, readManaging } from '../../contracts/http/manage-form.ts';
import type { Rep } from '../../domain/agreement/agreement.ts';
import { manageLead } from '../../domain/answer/manage-lead.ts';
import { offersToGive, repsToGive } from '../../domain/answer/whom-to-give.ts';
import type { LiveLead } from '../../domain/lead/lead.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { managePage } from '../../pages/manage-page.tsx';
import type { Page } from '../../pages/page-response.ts';
import type { DecisionPorts } from '../../ports/ports.ts';
import { commitDecision } from '../documents/commit-decision.ts';
import { loadRoutingState } from '../documents/load-routing-state.ts';
import { seeWatching } from './watching.ts';

/** A lead behind a manager's link, as it was loaded, with what its page needs to lead elsewhere. */
export interface Managed {
  readonly version: number;
  readonly lead: LiveLead;
  readonly rep: Rep;
  readonly list: string | undefined;
  /** The manager's capability. */
  readonly token: string;
}

/** The page for a manager, with who could take the lead as it is now. */
export const seeManaged = async (
  { lead, rep, list, token }: Managed,
  now: Instant,
  { store, rules }: DecisionPorts,
  problem?: ManageProblem,
): Promise<Page> => {
  const reps = repsToGive(lead, rep, rules);
  const { state } = await loadRoutingState(store, [{ ledgers: [], loads: reps.map(({ id }) => id), accounts: [] }]);
  const offers = offersToGive(lead, reps, state, now);
  const watching = await seeWatching({ lead, rep }, now, { store, rules });
  return managePage({ lead, rep, list, token, offers, watching, agreement: rules.agreement, now, problem });
};

/** One try at a manager's answer; undefined once it is recorded. */
export const answerManaged = async (
  managed: Managed,
  form: string,
  now: Instant,
  ports: DecisionPorts,
): Promise<Page | 'conflict' | undefined> => {
  const { store, rules } = ports;
  const given = readManaging(form);
  const decision = 'refused' in given ? given : manageLead(managed.lead, given, managed.rep, { rules, now });
  if ('refused' in decision) return seeManaged(managed, now, ports, decision.refused);
  const result = await commitDecision(store, { before: managed, decision, cause: { id: 'page' }, now });
  return result === 'conflict' ? result : undefined;
};

/** Of a manager's form that comes once the lead is the manager's own: whether it asks for something else than that. */
export const isOvertaken = (form: string): boolean => {
  const given = readManaging(form);
  return !('command' in given && given.command.do === 'take');
};
