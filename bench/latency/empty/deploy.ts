import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { CDK } from '../../../local/deploy.ts';
import { awsEnvironment } from '../../../local/ministack.ts';
import { runCommand } from '../../../local/run-command.ts';
import { ROOT } from '../../work-folder.ts';

export const EMPTY_STACK = 'Empty';

const Outputs = z.object({ [EMPTY_STACK]: z.object({ BusName: z.string() }) });

/** Deploys the empty stack to a local AWS that is bootstrapped, by the CDK CLI; answers its bus. */
export const deployEmpty = async (
  endpoint: string,
  { folder, phoneNumber }: { readonly folder: string; readonly phoneNumber: string },
): Promise<string> => {
  const outputsFile = join(folder, 'outputs.json');
  const args = [
    ...['deploy', EMPTY_STACK, '--app', `npx tsx ${join('bench', 'latency', 'empty', 'app.ts')}`],
    ...['--output', join(folder, 'cdk.out'), '--outputs-file', outputsFile],
    ...['--context', `folder=${folder}`, '--context', `phoneNumber=${phoneNumber}`],
    ...['--method=direct', '--require-approval', 'never'],
  ];
  await runCommand(CDK, args, { cwd: ROOT, env: { ...awsEnvironment(endpoint), CDK_VALIDATION: 'false' } });
  return Outputs.parse(JSON.parse(readFileSync(outputsFile, 'utf8')))[EMPTY_STACK].BusName;
};
