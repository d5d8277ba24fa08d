import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DisableRuleCommand, EventBridgeClient, ListRuleNamesByTargetCommand } from '@aws-sdk/client-eventbridge';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { clientConfig } from '../../local/clients.ts';
import { deploy, type Outputs } from '../../local/deploy.ts';
import { startMiniStack } from '../../local/ministack.ts';
import { createDynamoStore } from '../../shared/adapters/aws/dynamo-store.ts';
import { isOwned } from '../../shared/domain/lead/lead.ts';
import { createRules } from '../../shared/domain/rules.ts';
import type { Store } from '../../shared/ports/store.ts';
import { freePort } from '../../test/support/e2e/free-port.ts';
import { compileOneTeam, seedHotLeads, sharesIn } from '../one-team.ts';
import { loadLeads } from '../owners.ts';
import { printTable, whole } from '../table.ts';
import { workFolder } from '../work-folder.ts';
import { type FailingProxy, startFailingProxy } from './failing-proxy.ts';

export interface LoadOptions {
  readonly leads: number;
  /** One call in so many fails; 0 for none. */
  readonly failing: number;
  readonly seed: number;
}

/** Nobody answers here, and no clause may take a lead away while the others come. */
const PATIENT = { alert: { within: 'PT24H' }, accept: { within: 'P5D', clock: 'wall' } };

const LOOK_MS = 5_000;
/** A look reads every lead: it may take so much of the server's time and no more. */
const LOOKING = 0.1;
/** Histories that are asked for at once. */
const ABREAST = 20;
/** Without any news for so long, nothing more will come. */
const GIVE_UP_MS = 600_000;

interface Standing {
  readonly owned: number;
  readonly told: number;
}

/** How far the leads are: those that are owned, and those of whom no message is left to send. The team has no limit: none waits. */
const standingOf = async (store: Store, ids: readonly string[]): Promise<Standing> => {
  const leads = [...(await loadLeads(store, ids)).values()];
  const owned = leads.filter(isOwned);
  return {
    owned: owned.length,
    told: owned.filter(({ notices }) => notices.length === 0).length,
  };
};

/** Until each lead is owned and its owner told, or nothing has changed for long. */
const untilSettled = async (store: Store, ids: readonly string[]): Promise<Standing> => {
  let before = '';
  for (let changed = Date.now(); ; ) {
    const started = Date.now();
    const standing = await standingOf(store, ids);
    const lookedFor = Date.now() - started;
    if (standing.told === ids.length) return standing;
    const now = JSON.stringify(standing);
    if (now !== before) {
      changed = Date.now();
      console.log(`${new Date().toISOString()} ${now}`);
    }
    before = now;
    if (Date.now() - changed > GIVE_UP_MS) return standing;
    await sleep(Math.max(LOOK_MS, lookedFor / LOOKING));
  }
};

const queueArn = async (endpoint: string, QueueUrl: string | undefined): Promise<string | undefined> => {
  const client = new SQSClient(clientConfig(endpoint));
  const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
  client.destroy();
  return Attributes?.QueueArn;
};

/**
 * Starts no clocks, and keeps no figures. MiniStack has a thread for each execution that waits. Of a queue it gives ten
 * messages at most, where keep-measures takes thousands on AWS, and looks through all that wait each time. With some ten
 * thousand of either it does hardly anything else. No clause ends within the run, and watch-clocks looks after each of
 * them besides.
 */
const spareMiniStack = async (endpoint: string, outputs: Outputs): Promise<void> => {
  const { BusName: EventBusName, ClockArn, KeepMeasuresQueueUrl } = outputs;
  const client = new EventBridgeClient(clientConfig(endpoint));
  for (const TargetArn of [ClockArn, await queueArn(endpoint, KeepMeasuresQueueUrl)]) {
    const { RuleNames = [] } = await client.send(new ListRuleNamesByTargetCommand({ EventBusName, TargetArn }));
    if (RuleNames.length === 0) throw new Error(`No rule has ${TargetArn} for its target`);
    for (const Name of RuleNames) await client.send(new DisableRuleCommand({ Name, EventBusName }));
  }
  client.destroy();
};

/** Queues of what could not be done, with how much they hold. */
const deadLettersIn = async (endpoint: string, outputs: Outputs): Promise<readonly string[]> => {
  const client = new SQSClient(clientConfig(endpoint));
  const found: string[] = [];
  for (const [name, QueueUrl] of Object.entries(outputs)) {
    if (!/(DeadLetters|Undelivered|Failures)Url$/.test(name)) continue;
    const asked = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] });
    const { Attributes } = await client.send(asked);
    const held = Number(Attributes?.ApproximateNumberOfMessages ?? 0);
    if (held > 0) found.push(`${name} holds ${held}`);
  }
  client.destroy();
  return found;
};

interface Alerted {
  readonly told: readonly string[];
  /** The reps have one channel, and no manager: where it fails, a fact says so and nobody else is told before the clause ends. */
  readonly failed: readonly string[];
  /** Of whom no message was tried. */
  readonly silent: readonly string[];
}

/** Whether owners were told of their leads, by the history of these. */
const alertedOf = async (store: Store, ids: readonly string[]): Promise<Alerted> => {
  const found: Record<keyof Alerted, string[]> = { told: [], failed: [], silent: [] };
  const ask = async (id: string): Promise<void> => {
    const tried = (await store.history(id)).flatMap(({ type, detail: { data } }) =>
      type === 'RepAlerted' ? [data] : [],
    );
    const isTold = tried.some((data) => !('failure' in data));
    found[isTold ? 'told' : tried.length > 0 ? 'failed' : 'silent'].push(id);
  };
  for (let first = 0; first < ids.length; first += ABREAST)
    await Promise.all(ids.slice(first, first + ABREAST).map(ask));
  return found;
};

const printLoad = ({ leads, failing, seed }: LoadOptions, rows: readonly (readonly [string, string])[]): void =>
  printTable(
    `${whole(leads)} hot leads of one team at once through the deployed stack on MiniStack${failing > 0 ? `, one call in ${failing} to the table and SNS failing (seed ${seed})` : ''}`,
    ['', ''],
    rows,
  );

/**
 * Puts hot leads into the table of the deployed stack, all at once, and looks at what becomes of them. Throws unless each
 * is owned, none twice, the shares are within the bound, all owners are told, or a fact says why not, and no dead letter is
 * left.
 */
export const load = async (options: LoadOptions): Promise<void> => {
  const { leads, failing, seed } = options;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const port = await freePort();
  const proxy: FailingProxy | undefined =
    failing > 0 ? await startFailingProxy(`http://127.0.0.1:${port}`, { oneIn: failing, seed }) : undefined;
  const functionsEnvironment =
    proxy === undefined ? {} : { AWS_ENDPOINT_URL_DYNAMODB: proxy.endpoint, AWS_ENDPOINT_URL_SNS: proxy.endpoint };
  const { endpoint, stop } = await startMiniStack(port, functionsEnvironment);
  const client = new DynamoDBClient(clientConfig(endpoint));
  try {
    const folder = workFolder('load');
    const agreement = await compileOneTeam(folder, PATIENT);
    const outputs = await deploy(endpoint, { agreementFolder: folder });
    await spareMiniStack(endpoint, outputs);
    const store = createDynamoStore({ client, tableName: outputs.TableName ?? '' });
    const started = performance.now();
    const ids = await seedHotLeads(store, createRules(agreement), leads);
    const standing = await untilSettled(store, ids);
    const seconds = (performance.now() - started) / 1_000;
    const dead = await deadLettersIn(endpoint, outputs);
    const shares = standing.owned === leads ? await sharesIn(store, ids, agreement) : undefined;
    const { told, failed, silent } = await alertedOf(store, ids);
    const calls = proxy?.calls();
    printLoad(options, [
      ['owned', whole(standing.owned)],
      ['owner told', whole(told.length)],
      ['the only channel failed, and a fact says so', whole(failed.length)],
      ['time', `${seconds.toFixed(0)} s`],
      ['leads a second', (leads / seconds).toFixed(1)],
      ['furthest apart, of the bound', shares === undefined ? '-' : `${(100 * shares.furthestOfBound).toFixed(0)} %`],
      ['dead letters', dead.length === 0 ? 'none' : dead.join(', ')],
      ...(calls === undefined
        ? []
        : ([
            ['calls that passed', whole(calls.passed)],
            ['calls that failed', JSON.stringify(calls.failed)],
          ] as const)),
    ]);
    if (standing.owned !== leads) throw new Error(`Only ${JSON.stringify(standing)} of ${leads}`);
    if (silent.length > 0) throw new Error(`Nobody was to be told of ${silent.slice(0, 5).join(', ')}`);
    if (failing === 0 && failed.length > 0) throw new Error(`No channel took ${failed.slice(0, 5).join(', ')}`);
    if (dead.length > 0) throw new Error(dead.join('; '));
  } finally {
    client.destroy();
    await proxy?.stop();
    await stop();
  }
};
