import { describe, expect, it } from 'vitest';
import { indexAttributes, shardOf } from '../../shared/adapters/aws/index-attributes.ts';
import type { Refusal } from '../../shared/domain/documents.ts';
import { endedLead, leadKey, MINUTE, NOON, ownedLead, waitingLead } from '../support/store/store-samples.ts';

describe('the places of a document in the indexes', () => {
  it('spread evenly over sixteen shards', () => {
    const counts = new Map<number, number>();
    for (let i = 0; i < 16_000; i++) {
      const shard = shardOf(`lead#${i}`);
      counts.set(shard, (counts.get(shard) ?? 0) + 1);
    }
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, shard) => shard));
    expect(Math.min(...counts.values())).toBeGreaterThan(700);
    expect(Math.max(...counts.values())).toBeLessThan(1300);
  });

  it('stay where tables have them already', () => {
    expect(['lead#ann', 'lead#ben', 'refusal#7', 'lead#Zoë'].map(shardOf)).toEqual([7, 1, 9, 12]);
  });

  it('say when to look and since when the lead is in line', () => {
    const write = { key: leadKey('ann'), expectedVersion: 0, value: waitingLead('ann', 'North', NOON) };
    const shard = shardOf('lead#ann');
    expect(indexAttributes(write)).toEqual({
      duePk: `due#${shard}`,
      dueAt: new Date(NOON + 60 * MINUTE).toISOString(),
      waitingPk: `waiting#North#${shard}`,
      waitingAt: '2026-11-02T12:00:00.000Z#ann',
    });
  });

  it('say whose the lead is and since when', () => {
    const write = { key: leadKey('ann'), expectedVersion: 0, value: ownedLead('ann', 'rep-1', NOON) };
    expect(indexAttributes(write)).toMatchObject({ ownedPk: 'owned#rep-1#0', ownedAt: '2026-11-02T12:00:00.000Z' });
  });

  it('say that a refusal waits for a person, until it was sent again', () => {
    const kept = { problems: [{ path: 'time', message: 'must be text' }], text: '{}', whole: true };
    const write = (value: Refusal) => ({ key: { type: 'refusal' as const, id: '7' }, expectedVersion: 0, value });
    expect(indexAttributes(write({ at: NOON, problems: 1, kept }))).toMatchObject({
      duePk: 'due#refused#9',
      dueAt: '2026-11-02T12:00:00.000Z',
    });
    for (const done of [
      { at: NOON, problems: 1, kept, sentAgainAt: NOON + MINUTE },
      { at: NOON, problems: 1 },
    ]) {
      expect(indexAttributes(write(done)).duePk).toBeUndefined();
    }
  });

  it('are none for a lead that has ended and for what is no lead', () => {
    const ended = { key: leadKey('ann'), expectedVersion: 3, value: endedLead('ann') };
    const receipt = { key: { type: 'receipt' as const, id: 'r' }, expectedVersion: 0, value: { at: NOON } };
    for (const write of [ended, receipt]) {
      expect(Object.values(indexAttributes(write)).filter((at) => at !== undefined)).toEqual([]);
    }
  });
});
