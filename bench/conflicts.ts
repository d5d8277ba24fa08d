import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { routeLead } from '../functions/route-lead/handler.ts';
import { clientConfig } from '../local/clients.ts';
import { deploy } from '../local/deploy.ts';
import { startMiniStack } from '../local/ministack.ts';
import { createDynamoStore } from '../shared/adapters/aws/dynamo-store.ts';
import { randomIds } from '../shared/adapters/node/random-ids.ts';
import { systemTime } from '../shared/adapters/node/system-time.ts';
import type { Agreement, TeamMember } from '../shared/domain/agreement/agreement.ts';
import { createRules, type Rules } from '../shared/domain/rules.ts';
import type { Observer } from '../shared/ports/observer.ts';
import type { Store } from '../shared/ports/store.ts';
import { sqsRecord } from '../simulator/sqs-record.ts';
import { freePort } from '../test/support/e2e/free-port.ts';
import { makeTable } from '../test/support/store/make-table.ts';
import { type Commits, countCommits } from './counted-store.ts';
import { conflictsLogged, untilOwned } from './deployed-conflicts.ts';
import { compileOneTeam, seedHotLeads, sharesIn } from './one-team.ts';
import type { Shares } from './owners.ts';
import { percentile, printTable, whole } from './table.ts';
import { workFolder } from './work-folder.ts';

const LEADS = 1_000;
/** How many functions route at once: one alone, as many as infra allows, and as many as it forbids. */
const AT_ONCE = [1, 5, 20];
/** As a queue does before its dead letters. */
const RECEIVES = 5;
/** Messages that a function gets at once, as infra has it. */
const BATCH = 10;

/** What a function tells is none of the benchmark's, but that it met too many conflicts. */
const observer: Observer = {
  info: () => {},
  warn: () => {},
  count: () => {},
  measure: () => {},
  error: (text, error) => {
    const expected = error instanceof Error && 'code' in error && error.code === 'TOO_MANY_CONFLICTS';
    if (!expected) throw new Error(text, { cause: error });
  },
};

/** What can be told of a run; of the deployed functions it is only known what they log. */
interface Run {
  readonly name: string;
  readonly seconds: number;
  readonly conflicts: number;
  readonly held?: number;
  /** Of each batch. */
  readonly retries?: readonly number[];
  /** Messages that a function gave back to the queue. */
  readonly givenBack?: number;
  readonly shares: Shares;
}

/** Routes them all, by so many functions at once, each of which takes the next messages when it has done with its own. */
const route = async (
  store: Store,
  rules: Rules,
  ids: readonly string[],
  atOnce: number,
): Promise<Omit<Run, 'name' | 'shares'>> => {
  const queue = ids.map((id) => ({ id, receives: 1 }));
  const retries: number[] = [];
  const counted: (() => Commits)[] = [];
  let givenBack = 0;
  const work = async (): Promise<void> => {
    const { store: own, commits } = countCommits(store);
    counted.push(commits);
    const handle = routeLead({ store: own, rules, time: systemTime, ids: randomIds, observer });
    for (let batch = queue.splice(0, BATCH); batch.length > 0; batch = queue.splice(0, BATCH)) {
      const before = commits().conflicts;
      const Records = batch.map(({ id }) => sqsRecord('route-lead', id, JSON.stringify({ leadId: id })));
      const { batchItemFailures } = await handle({ Records });
      retries.push(commits().conflicts - before);
      const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
      for (const { id, receives } of batch) {
        if (!failed.has(id)) continue;
        if (receives >= RECEIVES) throw new Error(`${id} became a dead letter`);
        queue.push({ id, receives: receives + 1 });
        givenBack += 1;
      }
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: atOnce }, work));
  const seconds = (performance.now() - started) / 1_000;
  const all = counted.map((commits) => commits());
  const sum = (of: keyof Commits): number => all.reduce((total, commits) => total + commits[of], 0);
  return { seconds, held: sum('held'), conflicts: sum('conflicts'), retries, givenBack };
};

const runHere = async (client: DynamoDBClient, agreement: Agreement, atOnce: number): Promise<Run> => {
  const tableName = `conflicts-${atOnce}`;
  await makeTable(client, tableName);
  const store = createDynamoStore({ client, tableName });
  const rules = createRules(agreement);
  const ids = await seedHotLeads(store, rules, LEADS);
  const routed = await route(store, rules, ids, atOnce);
  return { name: String(atOnce), ...routed, shares: await sharesIn(store, ids, agreement) };
};

/** The same through all of the stack: the stream publishes what qualified them, and the rest takes its way. */
const runDeployed = async (
  client: DynamoDBClient,
  endpoint: string,
  folder: string,
  agreement: Agreement,
): Promise<Run> => {
  const { TableName = '', RouteLeadLogGroup = '' } = await deploy(endpoint, { agreementFolder: folder });
  const store = createDynamoStore({ client, tableName: TableName });
  const started = performance.now();
  const ids = await seedHotLeads(store, createRules(agreement), LEADS);
  await untilOwned(store, ids);
  const seconds = (performance.now() - started) / 1_000;
  const conflicts = await conflictsLogged(endpoint, RouteLeadLogGroup);
  return { name: 'deployed', seconds, conflicts, shares: await sharesIn(store, ids, agreement) };
};

const printRuns = (runs: readonly Run[]): void => {
  const row = (name: string, tell: (run: Run) => string | undefined): string[] => [
    name,
    ...runs.map((run) => tell(run) ?? '-'),
  ];
  const retries = (tell: (retries: readonly number[]) => number) => (run: Run) =>
    run.retries && whole(tell(run.retries));
  printTable(
    `${whole(LEADS)} hot leads of one team at once, on MiniStack`,
    ['functions at once', ...runs.map(({ name }) => name)],
    [
      row('time', ({ seconds }) => `${seconds.toFixed(1)} s`),
      row('leads a second', ({ seconds }) => whole(LEADS / seconds)),
      row('commits that held', ({ held }) => (held === undefined ? undefined : whole(held))),
      row('conflicts', ({ conflicts }) => whole(conflicts)),
      row(
        'retries of a batch, p50',
        retries((each) => percentile(each, 0.5)),
      ),
      row(
        'p99',
        retries((each) => percentile(each, 0.99)),
      ),
      row(
        'most',
        retries((each) => Math.max(...each)),
      ),
      row('given back to the queue', ({ givenBack }) => (givenBack === undefined ? undefined : whole(givenBack))),
      row('leads with one owner', () => whole(LEADS)),
      row('furthest apart, of the bound', ({ shares }) => `${(100 * shares.furthestOfBound).toFixed(0)} %`),
    ],
  );
};

const printShares = (runs: readonly Run[], team: readonly TeamMember[]): void =>
  printTable(
    'Leads of each rep, and for each unit of weight',
    ['', 'weight', ...runs.flatMap(({ name }) => [name, 'by weight'])],
    team.map(({ rep, weight }) => [
      rep,
      String(weight),
      ...runs.flatMap(({ shares: { leads } }) => [
        whole(leads.get(rep) ?? 0),
        ((leads.get(rep) ?? 0) / weight).toFixed(1),
      ]),
    ]),
  );

/**
 * A thousand hot leads of one team at once: the code of route-lead on a table of MiniStack, so many times at once in
 * this process, each commit counted; then through the deployed stack, whose functions log their conflicts as metrics.
 */
export const benchConflicts = async (): Promise<void> => {
  const folder = workFolder('conflicts');
  const agreement = await compileOneTeam(folder);
  // MiniStack ends when this process exits, which a signal by itself does not count as.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const { endpoint, stop } = await startMiniStack(await freePort());
  const client = new DynamoDBClient(clientConfig(endpoint));
  try {
    const runs: Run[] = [];
    for (const atOnce of AT_ONCE) runs.push(await runHere(client, agreement, atOnce));
    runs.push(await runDeployed(client, endpoint, folder, agreement));
    printRuns(runs);
    printShares(runs, agreement.territories[0]?.team ?? []);
  } finally {
    client.destroy();
    await stop();
  }
};
