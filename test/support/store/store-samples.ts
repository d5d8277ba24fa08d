import { factEvents } from '../../../shared/domain/lead/fact-event.ts';
import type { Fact } from '../../../shared/domain/lead/facts.ts';
import type { LeadBase, OwnedLead, StageOf } from '../../../shared/domain/lead/lead.ts';
import type { Store, WriteOf } from '../../../shared/ports/store.ts';

export const NOON = Date.parse('2026-11-02T12:00:00.000Z');
export const MINUTE = 60_000;

const leadBase = (id: string): LeadBase => ({
  id,
  email: `${id}@example.com`,
  cycle: 1,
  cycleFrom: 0,
  sequence: 0,
  fields: { 'person.email': `${id}@example.com` },
  stamps: {},
  behaviour: { tallies: {}, handRaised: false },
  timeline: [],
  pastOwners: [],
  attempt: 0,
  notices: [],
});

const qualifiedAt = (at: number) => ({
  at,
  score: 80,
  reasons: [],
  alert: { dueAt: at + 60 * MINUTE, state: 'met' as const },
});

export const nurtureLead = (id: string): StageOf<'nurture'> => ({ ...leadBase(id), stage: 'nurture' });

/** Somebody must look at it at `lookAt`. */
export const qualifiedLead = (id: string, lookAt: number): StageOf<'qualified'> => ({
  ...leadBase(id),
  stage: 'qualified',
  qualification: qualifiedAt(NOON),
  lookAt,
});

/** In a territory's line since `at`. */
export const waitingLead = (id: string, territory: string, at: number): StageOf<'waiting'> => ({
  ...leadBase(id),
  stage: 'waiting',
  qualification: qualifiedAt(at),
  territory,
  why: 'everybody-full',
  lookAt: at + 60 * MINUTE,
  daily: false,
});

/** A rep's since `at`. */
export const ownedLead = (id: string, rep: string, at: number): OwnedLead => ({
  ...leadBase(id),
  stage: 'accepted',
  qualification: qualifiedAt(at),
  owner: { rep, attempt: 1, at, by: 'share', territory: 'North' },
  lookAt: at + 60 * MINUTE,
});

export const endedLead = (id: string): StageOf<'ended'> => ({
  ...leadBase(id),
  stage: 'ended',
  end: 'won',
  endedAt: NOON,
});

export const leadKey = (id: string) => ({ type: 'lead' as const, id });

/** The facts `from + 1` to `from + count` of a lead. */
export const someFacts = (leadId: string, from: number, count: number, at = NOON) =>
  factEvents(
    { id: leadId, sequence: from },
    Array.from({ length: count }, (_, i): Fact => ({ type: 'LeadRecycled', data: { why: `reason ${from + i + 1}` } })),
    { id: 'a cause' },
    at,
  );

/** The first facts of a lead, of so many kilobytes each. */
export const manyFacts = (leadId: string, kilobytes: number, count: number) =>
  factEvents(
    { id: leadId, sequence: 0 },
    Array.from({ length: count }, (): Fact => ({ type: 'LeadRecycled', data: { why: 'x'.repeat(kilobytes * 1024) } })),
    { id: 'a cause' },
    NOON,
  );

/** A lead's next commit, with its next facts. */
export const nextCommit = (id: string, version: number, from: number, count: number, at = NOON): WriteOf<'lead'> => ({
  key: leadKey(id),
  expectedVersion: version,
  value: { ...nurtureLead(id), sequence: from + count },
  events: someFacts(id, from, count, at),
});

export const sequencesOf = (events: readonly { readonly detail: { readonly sequence?: number } }[]) =>
  events.map(({ detail }) => detail.sequence);

export const leadNow = async (store: Store, id: string) => (await store.load([leadKey(id)])).get(leadKey(id))?.value;

/** What is in the pages of an index. */
export const allPages = async <T>(pages: AsyncIterable<readonly T[]>): Promise<readonly T[]> => {
  const all: T[] = [];
  for await (const page of pages) all.push(...page);
  return all;
};
