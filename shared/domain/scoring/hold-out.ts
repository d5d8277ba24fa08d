/** FNV-1a over UTF-16 units, then the finalizer of MurmurHash3, so that all bits depend on all of the text. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

const HASHES = 2 ** 32;

/**
 * Whether a lead is among those that are held out from the rules of routing, so that these can be judged. It depends on
 * the lead's id alone, which says nothing of the lead: chance decides, and always the same. Who is held out of a smaller
 * part is held out of a greater one too.
 */
export const isHeldOut = (leadId: string, part: number): boolean => hashOf(`hold-out:${leadId}`) < part * HASHES;
