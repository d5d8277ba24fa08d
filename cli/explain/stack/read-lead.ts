import { findLeadByEmail } from '../../../shared/application/documents/find-lead.ts';
import type { FactEvent } from '../../../shared/domain/lead/fact-event.ts';
import type { Lead } from '../../../shared/domain/lead/lead.ts';
import type { Store } from '../../../shared/ports/store.ts';
import { StoreError } from '../../../shared/ports/store-error.ts';
import { StackNotRead } from '../../aws/stack-not-read.ts';

/** As much of a store as changes nothing. */
export type Readable = Pick<Store, 'load' | 'history'>;

/** A lead as the table holds it, with everything that was published of it. */
export interface StoredLead {
  readonly lead: Lead;
  readonly facts: readonly FactEvent[];
}

const whyNot = (error: unknown): string => {
  const reason = (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).replace(/\s+/g, ' ');
  if (error instanceof StoreError) return reason;
  return `AWS did not answer about the table: ${reason}. Allow whoever asks dynamodb:BatchGetItem and dynamodb:Query on it`;
};

/** The lead of a normalised address, if the table has it. Throws StackNotRead where the table does not answer. */
export const readLead = async (table: Readable, email: string): Promise<StoredLead | undefined> => {
  try {
    const found = await findLeadByEmail(table, email);
    if (found === undefined) return undefined;
    return { lead: found.lead, facts: await table.history(found.lead.id) };
  } catch (error) {
    throw new StackNotRead(whyNot(error), { cause: error });
  }
};
