import type { Streams } from '../command-line/command.ts';
import { createOutput } from '../output.ts';
import type { RefusedEvents } from './open-refused.ts';
import { editable, problemLine, refusalJson } from './print-refusal.ts';

export interface ShowOptions {
  readonly id: string;
  readonly json: boolean;
}

/**
 * Prints a refused event to stdout, ready to be edited, and what is wrong with it to stderr. Answers false where there is
 * none. Throws StackNotRead.
 */
export const showRefused = async (
  refused: RefusedEvents,
  { id, json }: ShowOptions,
  { stdout, stderr }: Streams,
): Promise<boolean> => {
  const found = await refused.find(id);
  const kept = found?.value.kept;
  if (found === undefined || kept === undefined) {
    stderr.write(`golden-hour: no refused event ${id} is kept\n`);
    return false;
  }
  const output = createOutput(stdout);
  output.line(json ? JSON.stringify({ ...refusalJson(found), input: kept.text }) : editable(kept.text));
  await output.flush(true);
  if (json) return true;
  const cut = kept.whole ? [] : ['this is its beginning; the rest was not kept'];
  const { sentAgainAt } = refusalJson(found);
  const sent = sentAgainAt === null ? [] : [`it was sent again at ${sentAgainAt}`];
  for (const line of [...kept.problems.map(problemLine), ...cut, ...sent]) stderr.write(`golden-hour: ${line}\n`);
  return true;
};
