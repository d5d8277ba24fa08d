import type { Visitor } from '../../domain/documents.ts';
import { DAY_MS } from '../../domain/time/durations.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { DocumentStore, WriteOf } from '../../ports/store.ts';
import { findLead, type LoadedLead } from './find-lead.ts';

/** How long what an unknown visitor did is kept for a capture to join it. */
const VISITOR_MS = 90 * DAY_MS;

type Anonymous = Extract<Visitor, { known: false }>;

/** A browser: whose it is, or what it did and told before anybody said; and how to save either. */
export interface FoundVisitor {
  readonly leadId?: string;
  readonly anonymous?: Anonymous;
  /** It is this lead's from now on; nothing to write where it was before. */
  belongsTo(leadId: string): readonly WriteOf<'visitor'>[];
  did(anonymous: Anonymous, now: Instant): WriteOf<'visitor'>;
}

/** The lead whose browser it is known to be. */
export const findLeadOf = async (
  store: DocumentStore,
  visitor: Pick<FoundVisitor, 'leadId'> | undefined,
): Promise<LoadedLead | undefined> => (visitor?.leadId === undefined ? undefined : findLead(store, visitor.leadId));

export const findVisitor = async (store: DocumentStore, id: string): Promise<FoundVisitor> => {
  const key = { type: 'visitor', id } as const;
  const { version: expectedVersion = 0, value } = (await store.load([key])).get(key) ?? {};
  return {
    ...(value?.known ? { leadId: value.leadId } : {}),
    ...(value?.known === false ? { anonymous: value } : {}),
    belongsTo: (leadId) =>
      value?.known && value.leadId === leadId ? [] : [{ key, expectedVersion, value: { known: true, leadId } }],
    did: (anonymous, now) => ({ key, expectedVersion, value: anonymous, expiresAt: now + VISITOR_MS }),
  };
};
