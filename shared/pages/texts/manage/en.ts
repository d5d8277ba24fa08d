import type { ManageProblem } from '../../../contracts/http/manage-form.ts';
import type { OwnerClause } from '../../../domain/vocabulary/clauses.ts';
import type { Exclusion } from '../../../domain/vocabulary/exclusions.ts';

/** What is due of the owner; a day and a time follow. */
const due: Readonly<Record<OwnerClause, string>> = {
  accept: 'An answer is due',
  contact: 'The first contact is due',
  verdict: 'A verdict is due',
};

/** Why somebody cannot take the lead now. */
const busy: Readonly<Record<Exclusion, string>> = {
  'past-owner': 'had it before',
  left: 'has left',
  language: 'does not speak their language',
  away: 'away',
  paused: 'paused',
  'off-hours': 'off work',
  'starts-later': 'off work',
  full: 'has all the leads they may have',
  'full-today': 'has all the leads of today',
  'never-at-work': 'no hours of work',
  'no-channel': 'cannot be told',
};

const problems: Readonly<Record<ManageProblem, string>> = {
  'owner-changed': 'Nothing was changed: the lead has moved on since you looked. This is how it stands now.',
  'no-such-rep': 'Nothing was changed: that person is not in the agreement any more. Please choose again.',
  'unknown-answer': 'Nothing was changed: the form did not arrive whole. Please choose again.',
  'nobody-chosen': 'Nothing was changed: please choose who gets the lead.',
};

/** The page where a manager decides about a lead. This one says what each language has to have. */
export const en = {
  title: (lead: string) => `Decide: ${lead}`,
  nobodyHas: 'Nobody has this lead yet',
  has: (owner: string) => `${owner} has this lead`,
  alertDue: 'Somebody has to be told by',
  due,
  take: 'I take it',
  takeHint: 'It is yours at once, as accepted. You answer for it on this page.',
  leave: (owner: string) => `Leave it with ${owner}`,
  leaveHint: 'Until it is answered, nothing takes it away from them and no manager is told again. Reminders go on.',
  left: (manager: string, owner: string) =>
    `${manager} has left it with ${owner}. Until it is answered, nothing takes it away from them.`,
  give: 'Give it to …',
  giveHint: 'They are told at once, and so is whoever loses it.',
  whom: 'Who gets it?',
  giveButton: 'Give it',
  nobodyElse: 'The teams of the territory have nobody else.',
  openLeads: (count: number) => (count === 1 ? '1 open lead' : `${count} open leads`),
  atWork: 'at work now',
  until: (why: string, time: string) => `${why} until ${time}`,
  busy,
  nobody: 'nobody',
  list: (count: number) => (count === 1 ? 'One lead needs your decision' : `${count} leads need your decision`),
  more: (count: number) => `${count} more come up here as you decide on these.`,
  problems,
};

export type ManageTexts = typeof en;
