import { clock, type NameOf, type Print } from '../../../shared/application/history/decision-in-words.ts';
import { printLife } from '../life/print-life.ts';
import type { StoredExplanation } from './stored-explanation.ts';

/** A lead of a deployed stack: its life, and how it stands, for a person to read. */
export const printStored = (
  explanation: StoredExplanation,
  stack: string,
  { nameOf, print }: { readonly nameOf: NameOf; readonly print: Print },
): void => {
  const { lead, leadId, stage, cycle, owner, life, decisions, clause, alertDueAt, owed } = explanation;
  print(`${lead} (${leadId}) in the stack ${stack}; instants are UTC`);
  printLife(life, decisions, { nameOf, print });
  print('');
  print(`NOW  ${stage}, in cycle ${cycle}${owner === null ? ', owned by nobody' : `, owned by ${nameOf(owner)}`}`);
  if (alertDueAt !== null) print(`  nobody has been alerted; that is promised by ${clock(alertDueAt)}`);
  if (clause !== null) {
    print(`  ${clause.name} is due ${clock(clause.dueAt)}${clause.broken ? ', and broken' : ''}`);
    for (const step of clause.steps) print(`  ${step.do} at ${clock(step.at)}`);
  }
  for (const { purpose, rep, since } of owed) {
    print(`  a message is owed to ${rep === null ? 'marketing' : nameOf(rep)} (${purpose}) since ${clock(since)}`);
  }
};
