import { setTimeout as sleep } from 'node:timers/promises';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { clientConfig } from '../../local/clients.ts';
import { deploy } from '../../local/deploy.ts';
import { startMiniStack } from '../../local/ministack.ts';
import { freePort } from '../../test/support/e2e/free-port.ts';
import { percentile, printTable, whole } from '../table.ts';
import { workFolder } from '../work-folder.ts';
import { PHONE_NUMBER, writeLatencyAgreement } from './agreement.ts';
import { deployEmpty } from './empty/deploy.ts';
import { startPretendedSns } from './pretended-sns.ts';

const WARM_UPS = 10;
const LEADS = 60;
/** What a stack still has to do once the message is out is no time of the next lead. */
const SETTLE_MS = 1_000;

/** Hot by who it is. No two of one company: account routing gives the second to the owner of the first. */
const hotCapture = (word: string) => ({
  data: {
    person: { email: `${word}@${word}.example`, firstName: word, lastName: 'Okafor', title: 'Chief of operations' },
    company: { name: `${word} works`, domain: `${word}.example`, employees: 2_400, industry: 'Logistics' },
    location: { country: 'GB' },
  },
});

const statistics = (name: string, times: readonly number[]): readonly string[] => [
  name,
  ...[0.5, 0.99].map((part) => `${whole(percentile(times, part))} ms`),
];

/**
 * From PutEvents of a hot LeadCaptured until SNS has taken the message to the rep: the product's stack beside one of the same
 * hops with nothing on them, both on one MiniStack, one lead after the other, each stack in turn.
 */
export const benchLatency = async (): Promise<void> => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const port = await freePort();
  const sns = await startPretendedSns(`http://127.0.0.1:${port}`);
  const { endpoint, stop } = await startMiniStack(port, { AWS_ENDPOINT_URL_SNS: sns.endpoint });
  const client = new EventBridgeClient(clientConfig(endpoint));
  const timeOf = async (EventBusName: string | undefined, word: string): Promise<number> => {
    const Detail = JSON.stringify(hotCapture(word));
    const Entries = [{ EventBusName, Source: 'bench', DetailType: 'LeadCaptured', Detail }];
    const put = performance.now();
    await client.send(new PutEventsCommand({ Entries }));
    const took = (await sns.acceptedAt(word)) - put;
    await sleep(SETTLE_MS);
    return took;
  };
  try {
    const folder = workFolder('latency');
    writeLatencyAgreement(folder);
    const { BusName } = await deploy(endpoint, { agreementFolder: folder });
    const emptyBus = await deployEmpty(endpoint, { folder: workFolder('latency-empty'), phoneNumber: PHONE_NUMBER });
    const [ours, empty]: [number[], number[]] = [[], []];
    for (let nth = 0; nth < WARM_UPS + LEADS; nth += 1) {
      const [own, other] = [await timeOf(BusName, `ours${nth}`), await timeOf(emptyBus, `empty${nth}`)];
      if (nth < WARM_UPS) continue;
      ours.push(own);
      empty.push(other);
    }
    const ratio = (part: number): string => (percentile(ours, part) / percentile(empty, part)).toFixed(2);
    printTable(
      `From captured to accepted by SNS on MiniStack, ${LEADS} leads one after the other`,
      ['', 'p50', 'p99'],
      [statistics('golden-hour', ours), statistics('empty functions', empty), ['ratio', ratio(0.5), ratio(0.99)]],
    );
  } finally {
    client.destroy();
    await stop();
    await sns.stop();
  }
};
