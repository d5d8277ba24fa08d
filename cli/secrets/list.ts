import type { Writable } from 'node:stream';
import type { Secrets } from './open-secrets.ts';

/** Which secrets are kept and since when, and none of what they are. Throws StackNotRead. */
export const listSecrets = async (secrets: Secrets, json: boolean, stdout: Writable): Promise<void> => {
  const kept = await secrets.list();
  if (kept.length === 0 && !json) stdout.write('Nothing is kept\n');
  for (const { name, changed } of kept) {
    const at = changed?.toISOString();
    stdout.write(`${json ? JSON.stringify({ name, changed: at }) : `${name}  ${at ?? ''}`}\n`);
  }
};
