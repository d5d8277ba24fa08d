import { RECEIPT_MS } from '../../shared/application/documents/receipts.ts';
import { type Instant, toIso } from '../../shared/domain/time/instant.ts';
import type { Streams } from '../command-line/command.ts';
import { mendedEvent } from './mended-event.ts';
import type { RefusedEvents, StoredRefusal } from './open-refused.ts';
import { problemLine } from './print-refusal.ts';

export interface ResendOptions {
  readonly id: string;
  /** What is to be sent in the place of what is kept. */
  readonly mended?: string;
  readonly json: boolean;
  /** Epoch milliseconds. */
  readonly now: Instant;
}

/** Somebody else who sends it at the same time notes the same: then theirs is as good. */
const note = (refused: RefusedEvents, { key, version, value }: StoredRefusal, now: Instant) =>
  refused.save({
    key,
    expectedVersion: version,
    value: { ...value, sentAgainAt: now },
    expiresAt: value.at + RECEIPT_MS,
  });

/**
 * Puts a refused event on the bus again, as it is or mended, and notes that. Answers false, with the problems on stderr,
 * where it would be refused once more. Throws StackNotRead.
 */
export const resendRefused = async (
  refused: RefusedEvents,
  { id, mended, json, now }: ResendOptions,
  { stdout, stderr }: Streams,
): Promise<boolean> => {
  const no = (...lines: readonly string[]): false => {
    for (const line of lines) stderr.write(`golden-hour: ${line}\n`);
    return false;
  };
  const found = await refused.find(id);
  const kept = found?.value.kept;
  if (found === undefined || kept === undefined) return no(`no refused event ${id} is kept`);
  if (mended === undefined && !kept.whole) return no('the end of this event was not kept; give all of it by --file');
  const again = mendedEvent(id, mended ?? kept.text);
  if ('problems' in again) {
    return no(...again.problems.map(problemLine), 'it would be refused again; mend a copy and give it by --file');
  }
  const against = await refused.send(again.event);
  if (against !== undefined) return no(`the bus did not take it: ${against}`);
  await note(refused, found, now);
  stdout.write(`${json ? JSON.stringify({ id, sentAgainAt: toIso(now) }) : `${id} was sent again`}\n`);
  return true;
};
