import type { DocumentType } from '../../domain/documents.ts';
import { isForgotten } from '../../domain/lead/lead.ts';
import { forgetLead } from '../../domain/privacy/forget-lead.ts';
import type { ErasableStore } from '../../ports/erasable-store.ts';
import type { Ports } from '../../ports/ports.ts';
import { nameOf } from '../../ports/snapshot.ts';
import type { Key } from '../../ports/store.ts';
import { commitDecision } from '../documents/commit-decision.ts';
import { retryOnConflict } from '../documents/retry-on-conflict.ts';
import { editWithout } from './edit-without.ts';
import { findPerson } from './find-person.ts';
import { heldOf } from './held-of.ts';
import type { Person } from './person.ts';

type Needs = Pick<Ports, 'time' | 'ids' | 'observer'> & { readonly store: ErasableStore };

/** What was done, by kind of document; `fact`: of the history, and of refusals. Nothing where all is empty. */
export interface Forgotten {
  readonly leadId?: string;
  readonly erased: Readonly<Record<string, number>>;
  /** Documents that leads share, which have lost what they said of this one. */
  readonly changed: Readonly<Record<string, number>>;
}

/** Somebody else may write while we look: we look again until nothing is found, and not for ever. */
const ROUNDS = 3;

/** Erased before the lead is: from then on nobody knows the phone number by which they are found. */
const FOUND_BY_TEXT: readonly DocumentType[] = ['visitor', 'refusal', 'receipt'];

const SHARED: readonly DocumentType[] = ['link', 'inbox', 'account', 'rep'];

type Counts = Map<string, number>;

const count = (counts: Counts, kind: string, many = 1): void => {
  if (many > 0) counts.set(kind, (counts.get(kind) ?? 0) + many);
};

const CAUSE = { id: 'forget' };

const forgetLeadOf = (email: string, ports: Needs, erased: Counts): Promise<'ok' | 'conflict'> =>
  retryOnConflict('an erasure', ports, async () => {
    const { lead: before } = await findPerson(ports.store, email);
    if (before === undefined || isForgotten(before.lead)) return 'ok';
    const now = ports.time.now();
    const result = await commitDecision(ports.store, {
      before,
      decision: forgetLead(before.lead, now),
      cause: CAUSE,
      now,
    });
    if (result === 'ok') count(erased, 'lead');
    return result;
  });

/** Erases what is the person's alone, and takes the lead out of what is shared; answers whether there was anything. */
const sweep = async (
  person: Person,
  types: readonly DocumentType[],
  ports: Needs,
  { erased, changed }: { readonly erased: Counts; readonly changed: Counts },
): Promise<boolean> => {
  const { documents, facts } = await heldOf(ports.store, person);
  const gone = new Map<string, Key>();
  for (const { key } of documents) {
    if (!types.includes(key.type)) continue;
    const result = SHARED.includes(key.type) ? await editWithout(key, person.leadId ?? '', ports) : 'erase';
    if (result === 'erase') {
      gone.set(nameOf(key), key);
      count(erased, key.type);
    } else count(changed, key.type);
  }
  const refused = facts.filter(({ of }) => of.type === 'refusal');
  for (const { of } of refused) {
    if (!gone.has(nameOf(of))) count(erased, of.type);
    gone.set(nameOf(of), of);
  }
  count(erased, 'fact', refused.length);
  await ports.store.erase([...gone.values()]);
  return gone.size > 0 || documents.some(({ key }) => types.includes(key.type));
};

/** Erases the person of a normalised address. Run again after a failure, it goes on where it stopped. */
export const forgetPerson = async (email: string, ports: Needs): Promise<Forgotten> => {
  const { person } = await findPerson(ports.store, email);
  const counts = { erased: new Map<string, number>(), changed: new Map<string, number>() };
  await sweep(person, FOUND_BY_TEXT, ports, counts);
  await forgetLeadOf(email, ports, counts.erased);
  const { lead } = await findPerson(ports.store, email);
  if (lead !== undefined) {
    const key = { type: 'lead', id: lead.lead.id } as const;
    count(counts.erased, 'fact', await ports.store.eraseFactsBefore(key, lead.lead.sequence));
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    if (!(await sweep(person, [...FOUND_BY_TEXT, ...SHARED], ports, counts))) break;
  }
  // Last of all: by it a second run finds the lead.
  const identity = { type: 'identity', id: email } as const;
  if ((await ports.store.load([identity])).get(identity) !== undefined) {
    await ports.store.erase([identity]);
    count(counts.erased, 'identity');
  }
  return {
    ...(person.leadId === undefined ? {} : { leadId: person.leadId }),
    erased: Object.fromEntries(counts.erased),
    changed: Object.fromEntries(counts.changed),
  };
};
