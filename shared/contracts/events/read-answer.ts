import { OUTCOMES, type Outcome } from '../../domain/vocabulary/outcomes.ts';
import { readEmailAddress } from '../../fields/email-address.ts';
import { readChosen } from '../../fields/text.ts';
import { ANSWER_READERS, readOneOf } from './field-readers.ts';
import { own, type Tree } from './json-tree.ts';
import type { Notes } from './notes.ts';
import { type DataReading, refusedAt } from './read-capture.ts';

interface WhichLead {
  readonly leadId?: string;
}

export interface AnswerData extends WhichLead {
  readonly repId?: string;
  readonly answer: 'accept' | 'reject';
  readonly reason?: string;
  readonly note?: string;
}

export interface ContactData extends WhichLead {
  readonly repId?: string;
  readonly channel?: string;
}

export interface AttemptData extends ContactData {
  readonly repId?: string;
  readonly note?: string;
}

export interface ClosingData extends WhichLead {
  readonly repId?: string;
  readonly outcome: Outcome;
  readonly revenue?: number;
  readonly currency?: string;
  readonly reason?: string;
}

export interface OwnerChangeData extends WhichLead {
  readonly repId: string;
  readonly by?: string;
}

type Known = { readonly email?: string; readonly leadId?: string };

const NOBODY = refusedAt('email', 'a usable e-mail address or a leadId must be given');

const readWho = (data: Tree, notes: Notes): Known | undefined => {
  const email = notes.take('email', readEmailAddress(own(data, 'email')))?.identity;
  const leadId = notes.take('leadId', ANSWER_READERS.leadId(own(data, 'leadId')));
  if (email === undefined && leadId === undefined) return undefined;
  return { ...(email === undefined ? {} : { email }), ...(leadId === undefined ? {} : { leadId }) };
};

const readingOf = <D extends object>({ email, ...which }: Known, read: () => D): DataReading<WhichLead & D> => ({
  read: () => ({ ...read(), ...which }),
  ...(email === undefined ? {} : { email }),
});

type TextField = 'repId' | 'by' | 'reason' | 'note' | 'channel' | 'currency';

/** The texts of these names, as far as they can be read. */
const textsOf = <N extends TextField>(
  data: Tree,
  names: readonly N[],
  notes: Notes,
): { readonly [name in N]?: string } => {
  const texts: { [name in N]?: string } = {};
  for (const name of names) {
    const text = notes.take(name, ANSWER_READERS[name](own(data, name)));
    if (text !== undefined) texts[name] = text;
  }
  return texts;
};

const readAcceptOrReject = readOneOf(['accept', 'reject'], {
  accepted: 'accept',
  rejected: 'reject',
  decline: 'reject',
  declined: 'reject',
});

/** As Salesforce and HubSpot call the last stages of a deal. */
const readOutcome = readOneOf(OUTCOMES, {
  'closed-won': 'won',
  closedwon: 'won',
  'closed-lost': 'lost',
  closedlost: 'lost',
  sql: 'sales-qualified',
});

export const readAnswer = (data: Tree, notes: Notes): DataReading<AnswerData> => {
  const who = readWho(data, notes);
  if (who === undefined) return NOBODY;
  const answer = readAcceptOrReject(own(data, 'answer'));
  if (!('value' in answer)) return refusedAt('answer', 'must be accept or reject');
  const reason = notes.take('reason', readChosen(own(data, 'reason')));
  if (answer.value === 'reject' && reason === undefined)
    return refusedAt('reason', 'a rejection needs one of the reasons of the agreement');
  return readingOf(who, () => ({
    answer: answer.value,
    ...(reason === undefined ? {} : { reason }),
    ...textsOf(data, ['repId', 'note'], notes),
  }));
};

export const readContact = (data: Tree, notes: Notes): DataReading<ContactData> => {
  const who = readWho(data, notes);
  return who === undefined ? NOBODY : readingOf(who, () => textsOf(data, ['repId', 'channel'], notes));
};

export const readAttempt = (data: Tree, notes: Notes): DataReading<AttemptData> => {
  const who = readWho(data, notes);
  return who === undefined ? NOBODY : readingOf(who, () => textsOf(data, ['repId', 'channel', 'note'], notes));
};

export const readClosing = (data: Tree, notes: Notes): DataReading<ClosingData> => {
  const who = readWho(data, notes);
  if (who === undefined) return NOBODY;
  const outcome = readOutcome(own(data, 'outcome'));
  if (!('value' in outcome)) return refusedAt('outcome', `must be one of ${OUTCOMES.join(', ')}`);
  return readingOf(who, () => {
    const revenue = notes.take('revenue', ANSWER_READERS.revenue(own(data, 'revenue')));
    const texts = textsOf(data, ['repId', 'currency', 'reason'], notes);
    return { outcome: outcome.value, ...(revenue === undefined ? {} : { revenue }), ...texts };
  });
};

export const readOwnerChange = (data: Tree, notes: Notes): DataReading<OwnerChangeData> => {
  const who = readWho(data, notes);
  if (who === undefined) return NOBODY;
  const { repId, ...told } = textsOf(data, ['repId', 'by'], notes);
  if (repId === undefined) return refusedAt('repId', 'a rep of the agreement must be given');
  return readingOf(who, () => ({ repId, ...told }));
};
