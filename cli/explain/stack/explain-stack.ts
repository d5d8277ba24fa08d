import type { Writable } from 'node:stream';
import { readAgreement } from '../../../shared/agreement/read-agreement.ts';
import type { NameOf } from '../../../shared/application/history/decision-in-words.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { createOutput } from '../../output.ts';
import { openTable, shellClients } from './open-table.ts';
import { printStored } from './print-stored.ts';
import { readLead } from './read-lead.ts';
import { storedExplanation } from './stored-explanation.ts';

export interface ExplainStackOptions {
  /** Name of the stack. */
  readonly stack: string;
  /** The lead's normalised e-mail address. */
  readonly lead: string;
  /** The folder of the agreement that was deployed: people are named by it. */
  readonly agreement?: string;
  readonly json: boolean;
  /** Epoch milliseconds. */
  readonly now: Instant;
}

const namesIn = async ({ agreement: folder, now }: ExplainStackOptions): Promise<NameOf> => {
  if (folder === undefined) return (rep) => rep;
  const { reps } = await readAgreement(folder, new Date(now).getUTCFullYear(), now);
  return (rep) => reps[rep]?.name ?? rep;
};

/**
 * Tells the life of one lead of a deployed stack, and changes nothing. Answers false, with a word on stderr, if the
 * table has no such lead. Throws StackNotRead, UnsoundAgreement.
 */
export const explainStack = async (
  options: ExplainStackOptions,
  { stdout, stderr }: { readonly stdout: Writable; readonly stderr: Writable },
  clients = shellClients(),
): Promise<boolean> => {
  const { stack, lead: email, json } = options;
  try {
    const nameOf = await namesIn(options);
    const stored = await readLead(await openTable(clients, stack), email);
    if (stored === undefined) {
      stderr.write(`golden-hour: the stack ${stack} has no lead ${email}\n`);
      return false;
    }
    const explanation = storedExplanation(stored);
    const output = createOutput(stdout);
    if (json) output.line(JSON.stringify(explanation, null, 2));
    else printStored(explanation, stack, { nameOf, print: output.line });
    await output.flush(true);
    return true;
  } finally {
    for (const client of Object.values(clients)) client.destroy();
  }
};
