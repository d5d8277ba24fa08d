import { describe, expect, it } from 'vitest';
import { commitItems } from '../../shared/adapters/aws/commit-items.ts';
import { TABLE_LAYOUT } from '../../shared/contracts/documents/table-layout.ts';
import { leadKey, NOON, nurtureLead, someFacts } from '../support/store/store-samples.ts';

const write = { key: leadKey('jane'), expectedVersion: 4, value: nurtureLead('jane') };

describe('a commit, as the table gets it,', () => {
  it('holds only for the version that was loaded, with facts and without', () => {
    const lead = { ...write.value, sequence: 2 };
    const conditions = [
      ...commitItems('table', [write]),
      ...commitItems('table', [{ ...write, value: lead, events: someFacts('jane', 1, 2) }]),
    ].flatMap(({ Update: update }) => (update === undefined ? [] : [update]));
    expect(conditions).toHaveLength(2);
    for (const { ConditionExpression, ExpressionAttributeValues } of conditions) {
      expect(ConditionExpression).toContain('#version = :was_version');
      expect(ExpressionAttributeValues?.[':was_version']).toEqual({ N: '4' });
    }
  });

  it('holds for a new document only where there is none', () => {
    const [item] = commitItems('table', [{ ...write, expectedVersion: 0 }]);
    expect(item?.Update?.ConditionExpression).toMatch(/^attribute_not_exists/);
  });

  it('says in seconds when the document and its facts may go', () => {
    const lead = { ...write.value, sequence: 2 };
    const items = commitItems('table', [
      { ...write, value: lead, events: someFacts('jane', 1, 2), expiresAt: NOON + 1 },
    ]);
    const { timeToLive } = TABLE_LAYOUT;
    const seconds = { N: String(NOON / 1000 + 1) };
    expect(items).toHaveLength(3);
    for (const { Update, Put } of items) {
      expect(Update?.ExpressionAttributeValues?.[`:${timeToLive}`] ?? Put?.Item?.[timeToLive]).toEqual(seconds);
    }
  });
});
