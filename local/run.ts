import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyAlwaysAtWork } from './always-at-work.ts';
import { deploy } from './deploy.ts';
import { type FactListener, type HeardFact, listenToFacts } from './fact-listener.ts';
import { LocalError } from './local-error.ts';
import { sentSms } from './messages.ts';
import { type MiniStack, ROOT, startMiniStack } from './ministack.ts';
import { putEvents } from './put-events.ts';
import { sampleLeads } from './sample-leads.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const SHOWN = ['LeadQualified', 'LeadAssigned', 'LeadAccepted', 'LeadRejected', 'LeadEscalated', 'SlaBreached'];

const tell = ({ time, type, leadId = '', data }: HeardFact): void => {
  const { rep, step, clause, channel, purpose } = data;
  const parts = [clause, step, channel, purpose, rep && `rep ${rep}`].filter((part) => part !== undefined);
  print(`${time.slice(11, 19)}  ${type.padEnd(14)} lead ${leadId.slice(0, 8)}  ${parts.join(', ')}`);
};

/** Shows facts and alerts as they go out, until told to stop. */
const watch = async (endpoint: string, listener: FactListener, stopped: () => boolean): Promise<void> => {
  const seen = new Set<string>();
  while (!stopped()) {
    for (const fact of await listener.receive()) {
      if (SHOWN.includes(fact.type) || fact.type === 'RepAlerted') tell(fact);
    }
    for (const { to, messageId, text } of await sentSms(endpoint)) {
      if (seen.has(messageId)) continue;
      seen.add(messageId);
      print(`          SMS to ${to}\n            ${text}`);
    }
  }
};

let stack: MiniStack | undefined;
let stopping = false;
const stop = (): void => {
  if (stopping) process.exit(130);
  stopping = true;
  print('\nStopping; once more to stop at once.');
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

try {
  print('Starting MiniStack, a local AWS (installed into .local the first time)…');
  stack = await startMiniStack();
  const agreementFolder = join(ROOT, '.local', 'agreement');
  rmSync(agreementFolder, { recursive: true, force: true });
  copyAlwaysAtWork(join(ROOT, 'agreement'), agreementFolder);
  print(`It listens on ${stack.endpoint}. Deploying with the CDK CLI; everybody is at work at every hour here…`);
  const outputs = await deploy(stack.endpoint, { agreementFolder });
  const busName = outputs.BusName ?? '';
  const listener = await listenToFacts(stack.endpoint, busName);
  print(`Deployed. Bus ${busName}. Putting leads on it; open a link to answer as the rep. Ctrl-C stops.\n`);
  await putEvents(stack.endpoint, busName, sampleLeads().slice(0, 10));
  await putEvents(stack.endpoint, busName, sampleLeads().slice(10));
  await watch(stack.endpoint, listener, () => stopping);
  listener.close();
} catch (error) {
  if (stopping) process.exitCode = 130;
  else if (error instanceof LocalError) {
    process.stderr.write(`golden-hour: ${error.message}\n`);
    process.exitCode = 1;
  } else throw error;
} finally {
  await stack?.stop();
}
