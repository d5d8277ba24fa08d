import { readFact } from '../../contracts/events/facts.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { MeasuredLead } from '../../domain/measures/measured-lead.ts';
import type { ErasableStore } from '../../ports/erasable-store.ts';
import type { MeasuredStore } from '../../ports/measured-store.ts';
import { findPerson } from './find-person.ts';
import { heldOf } from './held-of.ts';

/** All that is held about the person of a normalised address. */
export interface Exported {
  readonly address: string;
  readonly lead: Lead | null;
  /** What happened to the lead, and what of the person's was refused, in order. */
  readonly facts: readonly { readonly type: string; readonly time: string; readonly data: unknown }[];
  /** By kind; what leads share is shown whole only where it is the person's alone. */
  readonly documents: readonly { readonly kind: string; readonly id: string; readonly value?: unknown }[];
  /** What figures are counted from; null where none are kept. */
  readonly measured: MeasuredLead | null;
}

/** A link's id would open the page to whoever has it; the others say things of other people too. */
const SHOWN: readonly string[] = ['identity', 'visitor', 'refusal', 'receipt'];

/** Undefined where nothing is held. */
export const exportPerson = async (
  email: string,
  store: ErasableStore,
  measured: Pick<MeasuredStore, 'read'>,
): Promise<Exported | undefined> => {
  const { person, lead } = await findPerson(store, email);
  const { documents, facts } = await heldOf(store, person);
  if (documents.length === 0 && facts.length === 0) return undefined;
  return {
    address: email,
    lead: lead?.lead ?? null,
    facts: facts
      .map(({ event }) => ({ type: event.type, time: event.time, data: readFact(event).data }))
      .toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0)),
    documents: documents
      .filter(({ key }) => key.type !== 'lead')
      .map(({ key, value }) => ({ kind: key.type, id: key.id, ...(SHOWN.includes(key.type) ? { value } : {}) })),
    measured: (lead && (await measured.read(lead.lead.id))) ?? null,
  };
};
