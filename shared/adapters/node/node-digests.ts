import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Digests } from '../../ports/digests.ts';

export const nodeDigests: Digests = {
  hmac: (algorithm, key, data) => createHmac(algorithm, key).update(data).digest(),
  hash: (algorithm, data) => createHash(algorithm).update(data).digest(),
  isEqual: (a, b) => {
    // timingSafeEqual refuses other lengths; hashes have one, and say as little of what differs.
    const [one, other] = [a, b].map((bytes) => createHash('sha256').update(bytes).digest());
    return one !== undefined && other !== undefined && timingSafeEqual(one, other);
  },
};
