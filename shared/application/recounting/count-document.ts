import type { Difference } from '../../domain/recount/difference.ts';
import type { OpenLeads } from '../../domain/recount/open-leads.ts';
import { recountAccount } from '../../domain/recount/recount-account.ts';
import { recountRep } from '../../domain/recount/recount-rep.ts';
import type { Key, Snapshot, Write } from '../../ports/store.ts';

/** A document that counts leads. */
export type CounterKey = Key<'rep'> | Key<'account'>;

export interface CountedDocument {
  readonly differences: readonly Difference[];
  /** As the leads say, if nobody has changed the document since it was read. */
  readonly repair: Write;
}

/** Counts one document anew; one that is not there counts nothing. */
export const countDocument = ({ type, id }: CounterKey, kept: Snapshot, leads: OpenLeads): CountedDocument => {
  switch (type) {
    case 'rep': {
      const key = { type, id };
      const stored = kept.get(key);
      const { differences, value } = recountRep(leads.ofRep(id), stored?.value);
      return { differences, repair: { key, expectedVersion: stored?.version ?? 0, value } };
    }
    case 'account': {
      const key = { type, id };
      const stored = kept.get(key);
      const { differences, value } = recountAccount(leads.ofAccount(id), stored?.value);
      return { differences, repair: { key, expectedVersion: stored?.version ?? 0, value } };
    }
  }
};
