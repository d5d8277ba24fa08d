import { describe, expect, it } from 'vitest';
import { outboxOf } from '../../shared/adapters/aws/outbox.ts';
import { leadKey, someFacts } from '../support/store/store-samples.ts';

const facts = someFacts('ann#1', 4, 2);
const image = {
  pk: { S: 'lead#ann#1' },
  sk: { S: 'doc' },
  version: { N: '3' },
  sequence: { N: '6' },
  published: { N: '0' },
  outbox: { L: facts.map((fact) => ({ S: JSON.stringify(fact) })) },
  outboxFrom: { N: '4' },
};
const { outbox: _outbox, outboxFrom, ...noted } = image;

describe('the outbox of a stream record', () => {
  it('holds the facts of that commit, in order, with their place in the sequence', () => {
    expect(outboxOf(image)).toEqual({ key: leadKey('ann#1'), from: 4, events: facts });
  });

  it.each([
    ['a document that expired', undefined],
    ['a fact beside its document', { pk: image.pk, sk: { S: 'fact#000000000005' }, event: { S: '{}' } }],
    ['a commit without facts, or a note that they were published', noted],
  ])('is none for %s', (_, newImage) => {
    expect(outboxOf(newImage)).toBeUndefined();
  });

  it.each([
    ['no list', { ...noted, outboxFrom }],
    ['something that is not JSON', { ...image, outbox: { L: [{ S: '{' }] } }],
    ['something that is no fact', { ...image, outbox: { L: [{ S: '{"type":"LeadLost"}' }] } }],
    ['a document that is none of ours', { ...image, pk: { S: 'invoice#7' } }],
  ])('that holds %s is named, and publishes nothing', (_, newImage) => {
    expect(() => outboxOf(newImage)).toThrow(expect.objectContaining({ name: 'StoreError', code: 'unreadable' }));
  });
});
