import type { Writable } from 'node:stream';
import { counted } from '../../shared/domain/language/counted.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { createOutput } from '../output.ts';
import type { RefusedEvents } from './open-refused.ts';
import { refusalJson, refusalLine } from './print-refusal.ts';

/** Lists what was refused and not sent again. `now` is epoch milliseconds. Throws StackNotRead. */
export const listRefused = async (
  refused: RefusedEvents,
  { json, now }: { readonly json: boolean; readonly now: Instant },
  stdout: Writable,
): Promise<void> => {
  const output = createOutput(stdout);
  let count = 0;
  for await (const page of refused.waiting(now)) {
    // The index follows the table a moment later.
    for (const refusal of page.filter(({ value }) => value.sentAgainAt === undefined)) {
      output.line(json ? JSON.stringify(refusalJson(refusal)) : refusalLine(refusal));
      count++;
    }
    await output.flush();
  }
  if (!json) output.line(count === 0 ? 'nothing that was refused waits' : counted(count, 'refused event'));
  await output.flush(true);
};
