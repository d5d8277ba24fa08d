import type { Writable } from 'node:stream';
import { type RecountOptions, recountCounters } from '../../shared/application/recounting/recount-counters.ts';
import { withTable } from '../forget/open-erasable.ts';
import { createOutput } from '../output.ts';
import { foundJson, foundLines, howTheyStand } from './print-found.ts';

export interface RecountAsked {
  readonly repairs: boolean;
  readonly json: boolean;
}

/** Tells which counters of a store are off, or were. Answers whether all of them are right now. */
export const tellRecount = async (
  store: RecountOptions['store'],
  { repairs, json }: RecountAsked,
  stdout: Writable,
): Promise<boolean> => {
  const counted = await recountCounters({ store, repairs });
  const output = createOutput(stdout);
  for (const found of counted.found) {
    for (const line of json ? [JSON.stringify(foundJson(found))] : foundLines(found)) output.line(line);
    await output.flush();
  }
  if (!json) output.line(howTheyStand(counted));
  await output.flush(true);
  return counted.found.every(({ state }) => state === 'repaired');
};

/** The same of a deployed stack. Throws StackNotRead. */
export const recountStack = (stack: string, asked: RecountAsked, stdout: Writable): Promise<boolean> =>
  withTable(stack, (store) => tellRecount(store, asked, stdout));
