import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemBytes, mostBytes, mostBytesOf, valueBytes } from '../../shared/ports/item-size.ts';
import { leadKey, nurtureLead, someFacts } from '../support/store/store-samples.ts';

const anything = fc.anything({
  values: [fc.boolean(), fc.double(), fc.integer(), fc.constant(null), fc.string({ unit: 'binary' })],
  key: fc.string({ unit: 'binary' }),
  maxDepth: 4,
});

describe('what something takes at most', () => {
  it('is never less than it takes in the table, or as JSON', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const most = mostBytes(value);
        expect(most).toBeGreaterThanOrEqual(valueBytes(value));
        expect(most).toBeGreaterThanOrEqual(Buffer.byteLength(JSON.stringify(value) ?? ''));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is never less than all items of a write take together', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), fc.string({ unit: 'binary', minLength: 1 }), (facts, text) => {
        const value = { ...nurtureLead('ann'), fields: { industry: text } };
        const write = { key: leadKey('ann'), expectedVersion: 0, value, events: someFacts('ann', 0, facts) };
        const all = itemBytes(write).reduce((sum, bytes) => sum + bytes, 0);
        expect(mostBytesOf(write)).toBeGreaterThanOrEqual(all);
      }),
    );
  });
});
