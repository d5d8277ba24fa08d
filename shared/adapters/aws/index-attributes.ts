import { type IndexName, TABLE_LAYOUT } from '../../contracts/documents/table-layout.ts';
import { nextRecheck } from '../../domain/clock/next-recheck.ts';
import { isOwned } from '../../domain/lead/lead.ts';
import { toIso } from '../../domain/time/instant.ts';
import { nameOf } from '../../ports/snapshot.ts';
import type { Write } from '../../ports/store.ts';

/** An index takes the writes of one partition at 1,000 a second; a campaign's burst needs more than one. */
const SHARDS = 16;

export const ALL_SHARDS: readonly number[] = Array.from({ length: SHARDS }, (_, shard) => shard);

/** FNV-1a over UTF-16 code units. The table depends on it: what is stored under one shard is looked for there. */
export const shardOf = (pk: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < pk.length; i++) hash = Math.imul(hash ^ pk.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % SHARDS;
};

/** One rep owns and answers few leads at a time; all else comes in bursts. */
export const shardsOf = (index: IndexName): readonly number[] => (index === 'owned' ? [0] : ALL_SHARDS);

/** `of`: whose leads, where each has its own: a territory's, a rep's. */
export const indexPartition = (index: IndexName, shard: number, of?: string): string =>
  of === undefined ? `${index}#${shard}` : `${index}#${of}#${shard}`;

/** Daily looks lie apart, so that no number of them stands before what is urgent. */
export const DAILY = 'daily';

/** Beside what is due of leads: what waits for a person to mend it and send it again, by when it was refused. */
export const REFUSED = 'refused';

const { due, waiting, owned } = TABLE_LAYOUT.indexes;

/** Places in the `due`, `waiting` and `owned` indexes; an absent attribute keeps the document out of one. */
export const indexAttributes = (write: Write): Readonly<Record<string, string | undefined>> => {
  const lead = 'stage' in write.value ? write.value : undefined;
  const shard = shardOf(nameOf(write.key));
  const recheck = lead && nextRecheck(lead);
  const routable = lead?.stage === 'waiting' ? lead : undefined;
  const refusal = 'kept' in write.value && write.value.sentAgainAt === undefined ? write.value : undefined;
  const owner = lead !== undefined && isOwned(lead) ? lead.owner : undefined;
  return {
    [due.partitionKey]: recheck
      ? indexPartition('due', shard, recheck.daily ? DAILY : undefined)
      : refusal && indexPartition('due', shard, REFUSED),
    [due.sortKey]: recheck ? toIso(recheck.at) : refusal && toIso(refusal.at),
    [waiting.partitionKey]: routable && indexPartition('waiting', shard, routable.territory),
    [waiting.sortKey]: routable && `${toIso(routable.qualification.at)}#${routable.id}`,
    [owned.partitionKey]: owner && indexPartition('owned', 0, owner.rep),
    [owned.sortKey]: owner && toIso(owner.at),
  };
};
