import type { DocumentType } from '../../domain/documents.ts';
import type { FactEvent } from '../../domain/lead/fact-event.ts';
import type { ErasableStore } from '../../ports/erasable-store.ts';
import type { Key, Stored } from '../../ports/store.ts';
import { mentions, type Person } from './person.ts';

/** All that the store holds about one person. */
export interface HeldOf {
  readonly documents: readonly Stored[];
  readonly facts: readonly { readonly of: Key; readonly event: FactEvent }[];
}

/** Documents of the person alone, found by what they say; the others are found by the lead's id. */
const BY_TEXT: readonly DocumentType[] = ['visitor', 'refusal', 'receipt'];

const isAbout = ({ key, value }: Stored, person: Person): boolean => {
  const { leadId } = person;
  switch (key.type) {
    case 'identity':
      return key.id === person.email;
    case 'lead':
      return key.id === leadId;
    case 'ledger':
      return false;
    default: {
      const text = `${key.id} ${JSON.stringify(value)}`;
      return (leadId !== undefined && text.includes(leadId)) || (BY_TEXT.includes(key.type) && mentions(person, text));
    }
  }
};

/**
 * Goes through the whole store: a refused text may hold an address anywhere and in any spelling, so that no index would
 * find it.
 */
export const heldOf = async (store: ErasableStore, person: Person): Promise<HeldOf> => {
  const documents: Stored[] = [];
  const facts: { of: Key; event: FactEvent }[] = [];
  for await (const kept of store.everything()) {
    if (kept.kind === 'document') {
      if (isAbout(kept.stored, person)) documents.push(kept.stored);
    } else if (
      (kept.of.type === 'lead' && kept.of.id === person.leadId) ||
      (kept.of.type === 'refusal' && mentions(person, JSON.stringify(kept.event.detail.data)))
    ) {
      facts.push({ of: kept.of, event: kept.event });
    }
  }
  return { documents, facts };
};
