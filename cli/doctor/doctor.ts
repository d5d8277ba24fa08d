import type { Writable } from 'node:stream';
import { readAgreement } from '../../shared/agreement/read-agreement.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { createOutput } from '../output.ts';
import { openDeployment } from './aws/open-deployment.ts';
import { diagnose } from './diagnose.ts';
import { gatherFacts } from './facts.ts';
import { findingJson, findingLine, howItStands } from './print-findings.ts';
import { subjectsOf } from './subjects.ts';

export interface DoctorOptions {
  readonly agreement: string;
  /** Name of the stack. */
  readonly stack: string;
  readonly json: boolean;
  /** Epoch milliseconds. */
  readonly now: Instant;
}

/**
 * Tells what keeps a deployment from its promise. Answers false if there is a problem. Throws StackNotRead,
 * UnsoundAgreement.
 */
export const doctor = async (
  { agreement: folder, stack, json, now }: DoctorOptions,
  { stdout, stderr }: { readonly stdout: Writable; readonly stderr: Writable },
): Promise<boolean> => {
  const agreement = await readAgreement(folder, new Date(now).getUTCFullYear(), now);
  const subjects = await subjectsOf(folder, agreement);
  const { deployment, close } = await openDeployment(stack);
  try {
    const facts = await gatherFacts(deployment, subjects, now);
    const findings = diagnose(agreement, facts, now);
    const well = findings.every(({ severity }) => severity !== 'problem');
    const output = createOutput(stdout);
    for (const finding of findings) output.line(json ? JSON.stringify(findingJson(finding)) : findingLine(finding));
    if (well && !json) output.line(`${stack}: ${howItStands(findings)}`);
    await output.flush(true);
    if (!well) stderr.write(`golden-hour: ${stack}: ${howItStands(findings)}\n`);
    return well;
  } finally {
    close();
  }
};
