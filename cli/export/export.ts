import { exportPerson } from '../../shared/application/privacy/export-person.ts';
import type { Streams } from '../command-line/command.ts';
import { withTable } from '../forget/open-erasable.ts';
import { createOutput } from '../output.ts';

/** Prints what a stack's table holds about a normalised address. Answers false where that is nothing. Throws StackNotRead. */
export const exportFromStack = async (email: string, stack: string, { stdout, stderr }: Streams): Promise<boolean> => {
  const exported = await withTable(stack, (store, measured) => exportPerson(email, store, measured));
  if (exported === undefined) {
    stderr.write(`golden-hour: the stack ${stack} holds nothing about ${email}\n`);
    return false;
  }
  const output = createOutput(stdout);
  output.line(JSON.stringify(exported, null, 2));
  await output.flush(true);
  return true;
};
