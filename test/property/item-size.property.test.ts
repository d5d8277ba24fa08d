import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKnownSizes } from '../../shared/adapters/memory/known-sizes.ts';
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

  it('is never less where a document is written again and again, and only what changed is counted', () => {
    const fields = fc.dictionary(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20_000 }), { maxKeys: 5 });
    fc.assert(
      fc.property(fc.array(fields, { minLength: 1, maxLength: 30 }), (all) => {
        const sizes = createKnownSizes();
        let before: ReturnType<typeof nurtureLead> | undefined;
        all.forEach((of, expectedVersion) => {
          const value = { ...(before ?? nurtureLead('ann')), fields: of };
          const write = { key: leadKey('ann'), expectedVersion, value };
          const most = sizes.mostOf(write, before);
          expect(most).toBeGreaterThanOrEqual(valueBytes(value));
          expect(most).toBeGreaterThanOrEqual(Buffer.byteLength(JSON.stringify(value)));
          sizes.remember(write, most);
          before = value;
        });
      }),
    );
  });

  it('is never less than all items of a write take together', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), fc.string({ unit: 'binary', minLength: 1 }), (facts, text) => {
        const value = { ...nurtureLead('ann'), fields: { industry: text } };
        const write = { key: leadKey('ann'), expectedVersion: 0, value, events: someFacts('ann', 0, facts) };
        const all = itemBytes(write).reduce((sum, bytes) => sum + bytes, 0);
        expect(mostBytesOf(write, mostBytes(value))).toBeGreaterThanOrEqual(all);
      }),
    );
  });
});
