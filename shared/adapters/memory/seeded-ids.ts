import { createHash } from 'node:crypto';
import type { IdSource } from '../../ports/id-source.ts';
import { hashCapability } from '../node/hash-capability.ts';

/** SplitMix32: small, fast and the same everywhere; not for secrets that guard anything. */
const splitMix32 = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
};

/** The same ids, links and jitter for the same seed. */
export const createSeededIds = (seed: number): IdSource => {
  const next = splitMix32(seed);
  const bytes = (count: number): Buffer => {
    const buffer = Buffer.alloc(count);
    for (let at = 0; at < count; at += 4) buffer.writeUInt32LE(next(), at);
    return buffer;
  };
  return {
    // By the address, so that it does not depend on the order in which leads came.
    leadId: (email) => createHash('sha256').update(`${seed} ${email}`).digest().toString('hex', 0, 16),
    capability: () => {
      const token = bytes(16).toString('base64url');
      return { token, hash: hashCapability(token) };
    },
    hashOf: hashCapability,
    random: () => next() / 0x1_0000_0000,
  };
};
