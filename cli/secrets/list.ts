import type { Writable } from 'node:stream';
import { toIso } from '../../shared/domain/time/instant.ts';
import type { Secrets } from './open-secrets.ts';

/** Which secrets are kept and since when, and none of what they are. Throws StackNotRead. */
export const listSecrets = async (secrets: Secrets, json: boolean, stdout: Writable): Promise<void> => {
  const kept = await secrets.list();
  if (kept.length === 0 && !json) stdout.write('Nothing is kept\n');
  for (const { name, changed, tokenEnds } of kept) {
    const at = changed?.toISOString();
    const ends = tokenEnds === undefined ? undefined : toIso(tokenEnds).slice(0, 10);
    stdout.write(
      `${json ? JSON.stringify({ name, changed: at, apiTokenUntil: ends }) : `${name}  ${at ?? ''}${ends === undefined ? '' : `  apiToken until ${ends}`}`}\n`,
    );
  }
};
