import { randomBytes } from 'node:crypto';
import type { IdSource } from '../../ports/id-source.ts';
import { hashCapability } from './hash-capability.ts';

/** From the operating system's source of randomness. */
export const randomIds: IdSource = {
  leadId: () => randomBytes(16).toString('hex'),
  capability: () => {
    const token = randomBytes(16).toString('base64url');
    return { token, hash: hashCapability(token) };
  },
  hashOf: hashCapability,
  random: Math.random,
};
