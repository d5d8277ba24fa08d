import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { clientConfig } from '../../local/clients.ts';
import { apiUrl, deploy, sourcesUrl } from '../../local/deploy.ts';
import { startMiniStack } from '../../local/ministack.ts';
import { freePort } from '../../test/support/e2e/free-port.ts';
import { compileOneTeam } from '../one-team.ts';
import { percentile, printTable, whole } from '../table.ts';
import { workFolder } from '../work-folder.ts';

export interface FloodOptions {
  /** Requests a second that are nobody's, as far as the local AWS takes them. */
  readonly perSecond: number;
  readonly seconds: number;
}

const TOKEN = 'Zk3vQx0yT9a1LwB7mN2cRg';
/** Of Segment, who sends the largest batches. */
const BATCH = 4_000;
/** Between two looks at the page: a rep's, who waits for it. */
const LOOK_MS = 250;

const SOURCES = 'sources:\n  - { name: form, kind: json }\n  - { name: calls, kind: segment }\n';

const took = async (work: () => Promise<Response>, status: number): Promise<number> => {
  const started = performance.now();
  const response = await work();
  await response.text();
  if (response.status !== status) throw new Error(`answered ${response.status} where ${status} was expected`);
  return performance.now() - started;
};

const post = (url: string, body: string): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });

const batch = (): string =>
  JSON.stringify(
    Array.from({ length: BATCH }, (_, nth) => ({
      ...{ type: 'page', messageId: `m${nth}`, anonymousId: `visitor-${nth}` },
    })),
  );

const countItems = async (client: DynamoDBClient, TableName: string | undefined): Promise<number> => {
  const { Count = 0 } = await client.send(new ScanCommand({ TableName, Select: 'COUNT' }));
  return Count;
};

/** Nobody waits for the answers: as many as are asked for begin in each second, unless a second behind is still open. */
const flooding = (url: string, { perSecond, seconds }: FloodOptions) => {
  const counted = new Map<number, number>();
  let open = 0;
  const one = async (): Promise<void> => {
    open += 1;
    try {
      const { status } = await post(url, '{"email":"eve@venom.example"}');
      counted.set(status, (counted.get(status) ?? 0) + 1);
    } catch {
      counted.set(0, (counted.get(0) ?? 0) + 1);
    } finally {
      open -= 1;
    }
  };
  const done = (async () => {
    const ends = performance.now() + seconds * 1_000;
    while (performance.now() < ends) {
      for (let nth = 0; nth < perSecond / 20 && open < perSecond; nth += 1) void one();
      await sleep(50);
    }
    while (open > 0) await sleep(50);
  })();
  return { counted, done };
};

const milliseconds = (values: readonly number[]): readonly string[] =>
  [0.5, 0.99].map((part) => `${whole(percentile(values, part))} ms`);

/** How fast sources are answered, and the page of a lead while others flood the API of the sources. Throws where the flood is kept. */
export const flood = async (options: FloodOptions): Promise<void> => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const { endpoint, stop } = await startMiniStack(await freePort());
  const table = new DynamoDBClient(clientConfig(endpoint));
  const ssm = new SSMClient(clientConfig(endpoint));
  try {
    const folder = workFolder('flood');
    await compileOneTeam(folder);
    writeFileSync(join(folder, 'sources.yaml'), SOURCES);
    const outputs = await deploy(endpoint, { agreementFolder: folder });
    for (const name of ['form', 'calls']) {
      const Name = `${outputs.SecretsPrefix}sources/${name}`;
      const Value = JSON.stringify({ token: TOKEN });
      await ssm.send(new PutParameterCommand({ Name, Value, Type: 'SecureString' }));
    }
    const base = sourcesUrl(endpoint);
    const look = () => took(() => fetch(`${apiUrl(endpoint)}/a/${TOKEN}`), 404);
    const rows: (readonly string[])[] = [];
    const ask = async (name: string, times: number, work: () => Promise<number>): Promise<void> => {
      const cold = await work();
      const warm: number[] = [];
      for (let nth = 0; nth < times; nth += 1) warm.push(await work());
      rows.push([name, `${whole(cold)} ms`, ...milliseconds(warm)]);
    };
    await ask("a request that is nobody's", 100, () => took(() => post(`${base}form/another`, '{}'), 401));
    await ask('the page of a lead', 100, look);
    const before = await countItems(table, outputs.TableName);
    const { counted, done } = flooding(`${base}form/another`, options);
    const meanwhile: number[] = [];
    const ends = performance.now() + options.seconds * 1_000;
    while (performance.now() < ends) {
      meanwhile.push(await look());
      await sleep(LOOK_MS);
    }
    await done;
    rows.push(['the page of a lead, amid the flood', '', ...milliseconds(meanwhile)]);
    const kept = (await countItems(table, outputs.TableName)) - before;
    // Last: what becomes of these is much work for a local AWS.
    await ask('a request of a source', 100, () =>
      took(() => post(`${base}form/${TOKEN}`, '{"email":"jo@acme.example"}'), 200),
    );
    const calls = batch();
    await ask(`a batch of ${whole(BATCH)}`, 10, () => took(() => post(`${base}calls/${TOKEN}`, calls), 200));
    printTable('The deployed stack on MiniStack', ['', 'cold', 'p50', 'p99'], rows);
    console.log(
      `  the flood: ${[...counted].map(([status, times]) => `${whole(times)} answered ${status}`).join(', ')}; ${kept} items more in the table`,
    );
    if (kept !== 0) throw new Error(`${kept} items of the flood are in the table`);
  } finally {
    table.destroy();
    ssm.destroy();
    await stop();
  }
};
