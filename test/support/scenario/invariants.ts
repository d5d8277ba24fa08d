import type { MemoryStore } from '../../../shared/adapters/memory/memory-store.ts';
import type { Agreement } from '../../../shared/domain/agreement/agreement.ts';
import { nextRecheck } from '../../../shared/domain/clock/next-recheck.ts';
import type { Documents, DocumentType } from '../../../shared/domain/documents.ts';
import type { FactEvent } from '../../../shared/domain/lead/fact-event.ts';
import { isForgotten, isLive, isOwned, type Lead } from '../../../shared/domain/lead/lead.ts';
import { isDecidedByPeople } from '../../../shared/domain/vocabulary/decided-by.ts';
import { nameOf } from '../../../shared/ports/snapshot.ts';
import type { Store, Write, WriteOf } from '../../../shared/ports/store.ts';

/** What the design promises of one lead at any instant; each broken promise is a sentence. */
export const problemsOfLead = (lead: Lead): readonly string[] => {
  const problems: string[] = [];
  const say = (problem: string): void => void problems.push(`${lead.email} (${lead.stage}) ${problem}`);
  if (isLive(lead) && nextRecheck(lead) === undefined) say('is live and nobody will look at it');
  if (lead.stage === 'nurture' && lead.grade === 'hot' && (lead.missing ?? []).length === 0) {
    say('is hot and complete, and has neither owner nor line nor end');
  }
  if (isOwned(lead) && lead.owner.attempt !== lead.attempt) say('has an owner of another attempt');
  if (isOwned(lead) && lead.owner.by !== 'manager' && lead.pastOwners.at(-1) !== lead.owner.rep) {
    say('does not count its owner among those who had it');
  }
  if (new Set(lead.pastOwners).size !== lead.pastOwners.length) say(`came back to a past owner: ${lead.pastOwners}`);
  for (const { sequence } of lead.notices) if (sequence > lead.sequence) say('owes a message of a fact to come');
  return problems;
};

/** What the design promises of a lead from one commit to the next. */
export const problemsOfStep = (before: Lead | undefined, after: Lead, facts: number): readonly string[] => {
  const problems: string[] = [];
  const say = (problem: string): void => void problems.push(`${after.email} (${after.stage}) ${problem}`);
  if (after.sequence !== (before?.sequence ?? 0) + facts) say(`has sequence ${after.sequence} after ${facts} facts`);
  if (before === undefined) return problems;
  if (after.cycle < before.cycle) say('fell back to an earlier cycle');
  if (after.cycle === before.cycle && after.attempt < before.attempt) say('fell back to an earlier attempt');
  const changedHands = isOwned(before) && isOwned(after) && before.owner.rep !== after.owner.rep;
  if (changedHands && after.attempt <= before.attempt) say('changed hands within an attempt');
  if (before.stage === 'ended' && isLive(after) && after.cycle === before.cycle) say('came to life after its end');
  return problems;
};

/** Whether what reps and accounts are said to have is what the leads say. */
const problemsOfRoutingState = async (store: MemoryStore, { reps }: Agreement): Promise<readonly string[]> => {
  const owned = [...store.leads()].filter(isOwned);
  const problems: string[] = [];
  for (const id of Object.keys(reps)) {
    const key = { type: 'rep', id } as const;
    const { open: load = 0, unanswered = [] } = (await store.load([key])).get(key)?.value ?? {};
    const theirs = owned.filter(({ owner }) => owner.rep === id && owner.by !== 'manager');
    const has = theirs.length;
    if (load !== has) problems.push(`${id} is said to have ${load} leads and has ${has}`);
    const waiting = theirs.filter(({ stage }) => stage === 'assigned').map((lead) => lead.id);
    // No more than a hundred are remembered.
    const same =
      new Set(unanswered).size === Math.min(waiting.length, 100) && unanswered.every((one) => waiting.includes(one));
    if (!same) problems.push(`${id} is said not to have answered ${unanswered}, and has not answered ${waiting}`);
  }
  return problems;
};

/** Whom a fact gives a lead within their capacity: what people decide, and being on call, heeds none. */
const givenByRules = ({ detail: { data } }: FactEvent): readonly string[] => {
  if (!('decision' in data && 'by' in data.decision && 'rep' in data)) return [];
  const { by } = data.decision;
  return isDecidedByPeople(by) || by === 'on-call' ? [] : [data.rep ?? ''];
};

const overCapacity = (writes: readonly Write[], { reps }: Agreement): readonly string[] => {
  const given = new Set(writes.flatMap(({ events = [] }) => events.flatMap(givenByRules)));
  return writes.flatMap((write) => {
    if (!given.has(write.key.id) || write.key.type !== 'rep' || !('today' in write.value)) return [];
    const { open = Number.POSITIVE_INFINITY, perDay = Number.POSITIVE_INFINITY } = reps[write.key.id]?.capacity ?? {};
    const fits = write.value.open <= open && write.value.today <= perDay;
    return fits ? [] : [`${write.key.id} has ${write.value.open} leads, ${write.value.today} of today: above capacity`];
  });
};

/** What a partition key of DynamoDB holds, in bytes of UTF-8. */
const KEY_BYTES = 2_048;

const oversized = (writes: readonly Write[]): readonly string[] =>
  writes.flatMap(({ key }) => {
    const bytes = Buffer.byteLength(nameOf(key));
    return bytes <= KEY_BYTES
      ? []
      : [`the key of a ${key.type} takes ${bytes} bytes, and a table's holds ${KEY_BYTES}`];
  });

/** Whether a document ends by itself one day. The table forgets it then, if each of its writes says when. */
const ENDS: { readonly [T in DocumentType]: (value: Documents[T]) => boolean } = {
  lead: isForgotten,
  ledger: () => false,
  rep: () => false,
  reach: () => false,
  account: () => false,
  link: () => true,
  pass: () => true,
  inbox: () => true,
  identity: () => false,
  visitor: ({ known }) => !known,
  receipt: () => true,
  refusal: () => true,
  written: () => true,
  reconciled: () => true,
};

const endsOf = <T extends DocumentType>({ key, value }: WriteOf<T>): boolean => ENDS[key.type](value);

const endless = (writes: readonly Write[]): readonly string[] =>
  writes.flatMap((write) =>
    endsOf(write) && write.expiresAt === undefined ? [`a ${write.key.type} does not say when it ends`] : [],
  );

/** What an inbox holds back is owed by its lead, and what a lead owes by an inbox is in it: or it would wait for ever. */
const problemsOfInboxes = async (memory: MemoryStore, { reps }: Agreement): Promise<readonly string[]> => {
  const owed = new Set(
    [...memory.leads()].flatMap((lead) =>
      lead.notices.flatMap(({ sequence, purpose, rep, deliveries }) =>
        deliveries
          .filter(({ state }) => state === 'held')
          .map(({ channel }) => `${rep ?? '@marketing'} ${channel} ${lead.id} ${sequence} ${purpose}`),
      ),
    ),
  );
  const kept = new Set<string>();
  const problems: string[] = [];
  for (const recipient of [...Object.keys(reps), '@marketing']) {
    const key = { type: 'inbox', id: recipient } as const;
    const inbox = (await memory.load([key])).get(key)?.value;
    const tell = (channel: string, one: { leadId: string; sequence: number; purpose: string }): string =>
      `${recipient} ${channel} ${one.leadId} ${one.sequence} ${one.purpose}`;
    for (const one of inbox?.held ?? []) {
      kept.add(tell(one.channel, one));
      if (!owed.has(tell(one.channel, one)))
        problems.push(`an inbox holds what nobody owes: ${tell(one.channel, one)}`);
    }
    for (const { channel, items } of inbox?.bundles ?? []) for (const one of items) kept.add(tell(channel, one));
  }
  for (const one of owed) if (!kept.has(one)) problems.push(`held back, and in no inbox: ${one}`);
  return problems;
};

export interface Watched {
  readonly store: Store;
  /** Every promise that a commit broke, so far. */
  readonly problems: readonly string[];
}

/** A store that checks the design's invariants after each commit that holds; `memory` is what lies behind it. */
export const watchStore = (store: Store, memory: () => MemoryStore, agreement: () => Agreement): Watched => {
  const problems: string[] = [];
  const check = async (writes: readonly Write[], before: ReadonlyMap<string, Lead>): Promise<void> => {
    for (const { key, value, events = [] } of writes) {
      if (key.type !== 'lead' || !('stage' in value)) continue;
      problems.push(...problemsOfLead(value), ...problemsOfStep(before.get(key.id), value, events.length));
    }
    problems.push(
      ...oversized(writes),
      ...endless(writes),
      ...overCapacity(writes, agreement()),
      ...(await problemsOfRoutingState(memory(), agreement())),
      ...(await problemsOfInboxes(memory(), agreement())),
    );
  };
  const watched: Store = {
    ...store,
    commit: async (writes) => {
      const before = new Map([...memory().leads()].map((lead) => [lead.id, lead]));
      const result = await store.commit(writes);
      if (result === 'ok') await check(writes, before);
      return result;
    },
  };
  return { store: watched, problems };
};

/** Whether exactly what was committed was published, in each lead's order and without a gap; a repeated delivery counts once. */
export const problemsOfPublishing = async (
  store: MemoryStore,
  published: readonly FactEvent[],
  order: 'in order' | 'any order',
): Promise<readonly string[]> => {
  const arrange = (ids: readonly string[]): string => (order === 'in order' ? ids : ids.toSorted()).join(' ');
  const problems: string[] = [];
  for (const lead of store.leads()) {
    const committed = (await store.history(lead.id)).map(({ detail }) => detail.metadata.id);
    const heard = published.flatMap(({ detail }) => (detail.leadId === lead.id ? [detail.metadata.id] : []));
    const once = [...new Set(heard)];
    if (arrange(committed) !== arrange(once)) problems.push(`${lead.email}: committed ${committed}, published ${once}`);
    const sequences = (await store.history(lead.id)).map(({ detail }) => detail.sequence);
    const gapless = sequences.every((sequence, index) => sequence === index + 1);
    if (!gapless || lead.sequence !== sequences.length) problems.push(`${lead.email}: facts ${sequences} have a gap`);
  }
  return problems;
};
