import type { Agreement, Rep } from '../../agreement/agreement.ts';
import { MARKETING } from '../delivery/inbox.ts';
import type { Recipient } from './account.ts';

/** Whoever may be alerted: teams, those on call, their managers and whoever those report to, in the order of the agreement. */
export const repsToReach = ({ territories, duties, reps }: Agreement): readonly Rep[] => {
  const wanted = new Set<string>();
  const want = (id: string | undefined): void => {
    if (id === undefined || wanted.has(id)) return;
    wanted.add(id);
    want(reps[id]?.manager);
  };
  for (const { team } of territories) for (const { rep } of team) want(rep);
  for (const { rotation, shifts } of Object.values(duties)) {
    for (const id of rotation.reps) want(id);
    for (const { rep } of shifts) want(rep);
  }
  return Object.values(reps).filter(({ id }) => wanted.has(id));
};

/** Their ids in Slack. */
export const membersOf = (reps: readonly Rep[]): readonly string[] =>
  reps.flatMap(({ slack }) => (slack === undefined ? [] : [slack]));

/** Whose e-mail is asked about: that of the reps, and marketing's where it has an address. */
export const recipientsOf = (agreement: Agreement): readonly Recipient[] => {
  const email = agreement.sla.marketing?.email;
  return [...repsToReach(agreement), ...(email === undefined ? [] : [{ id: MARKETING, email }])];
};
