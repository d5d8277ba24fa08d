import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateEventBusCommand, EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { CreateTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import type { TestProject } from 'vitest/node';
import { clientConfig } from '../../../local/clients.ts';
import { deploy, type Outputs } from '../../../local/deploy.ts';
import { ROOT, startMiniStack } from '../../../local/ministack.ts';
import { PARTNER, writeE2eAgreement, writeE2eSinks, writeE2eSources } from './agreement.ts';
import { freePort } from './free-port.ts';

/** The stack that all end-to-end tests share: `inject('deployed')`. */
export interface Deployed {
  readonly endpoint: string;
  readonly outputs: Outputs;
  readonly agreementFolder: string;
  /** As the CDK app was given it; `repliesTopicArn` is the topic of a two-way number. */
  readonly context: { readonly repliesTopicArn: string };
  /** Where leads of ads are fetched from. */
  readonly graphPort: number;
  /** Where other systems are told. */
  readonly sinkPort: number;
  /** What MiniStack itself writes, the functions' output among it. */
  readonly logFile: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    deployed: Deployed;
  }
}

/** As AWS End User Messaging SMS publishes to it what a number receives. */
const makeTopic = async (endpoint: string): Promise<string> => {
  const client = new SNSClient(clientConfig(endpoint));
  const { TopicArn = '' } = await client.send(new CreateTopicCommand({ Name: 'two-way-number' }));
  client.destroy();
  return TopicArn;
};

/** On AWS a partner makes it. */
const makeBus = async (endpoint: string): Promise<void> => {
  const client = new EventBridgeClient(clientConfig(endpoint));
  await client.send(new CreateEventBusCommand({ Name: PARTNER.bus }));
  client.destroy();
};

/** Deploys once for all files, by the real CDK CLI on a local AWS, and stops that at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'golden-hour-e2e-'));
  const { endpoint, logFile, stop } = await startMiniStack(await freePort());
  const teardown = async (): Promise<void> => {
    await stop();
    // What was synthesized for a port that nobody uses again; MiniStack's log stays, for whoever asks why a test failed.
    for (const left of [folder, join(ROOT, '.local', `cdk-${new URL(endpoint).port}`)]) {
      rmSync(left, { recursive: true, force: true });
    }
  };
  try {
    const agreementFolder = writeE2eAgreement(folder);
    const graphPort = await freePort();
    writeE2eSources(agreementFolder, graphPort);
    const sinkPort = await freePort();
    writeE2eSinks(agreementFolder, sinkPort);
    await makeBus(endpoint);
    const context = { repliesTopicArn: await makeTopic(endpoint) };
    const outputs = await deploy(endpoint, { agreementFolder, context });
    project.provide('deployed', { endpoint, outputs, agreementFolder, context, graphPort, sinkPort, logFile });
    return teardown;
  } catch (error) {
    await teardown();
    throw error;
  }
}
