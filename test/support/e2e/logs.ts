import { readFileSync } from 'node:fs';
import {
  CloudWatchLogsClient,
  paginateDescribeLogGroups,
  paginateFilterLogEvents,
} from '@aws-sdk/client-cloudwatch-logs';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { DescribeExecutionCommand, paginateListExecutions, SFNClient } from '@aws-sdk/client-sfn';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { clientConfig } from '../../../local/clients.ts';
import { hashCapability } from '../../../shared/adapters/node/hash-capability.ts';
import type { Known } from './log-scan.ts';
import type { Deployed } from './setup.ts';
import { readAgreement } from './world.ts';

/** What MiniStack gives of a group at most: it has no second page. */
const MOST_EVENTS = 10_000;

/** The lines of every log group there is, by the group's name. The SDK asks again where the server fails. */
export const logGroups = async (endpoint: string): Promise<ReadonlyMap<string, readonly string[]>> => {
  const client = new CloudWatchLogsClient(clientConfig(endpoint));
  const lines = new Map<string, readonly string[]>();
  for await (const { logGroups = [] } of paginateDescribeLogGroups({ client }, {}))
    for (const { logGroupName = '' } of logGroups) lines.set(logGroupName, await linesOf(client, logGroupName));
  client.destroy();
  return lines;
};

const linesOf = async (client: CloudWatchLogsClient, logGroupName: string): Promise<readonly string[]> => {
  const lines: string[] = [];
  for await (const { events = [] } of paginateFilterLogEvents({ client }, { logGroupName }))
    for (const { message = '' } of events) lines.push(message);
  if (lines.length >= MOST_EVENTS) throw new Error(`${logGroupName} has more lines than are read`);
  return lines;
};

/** How often read-reply has said that it dropped replies of numbers that are no rep's. */
export const strangersIn = (groups: ReadonlyMap<string, readonly string[]>): number =>
  [...groups.values()].flat().filter((line) => line.includes('"StrangerIgnored":')).length;

/** Names and inputs of the clocks: what consoles and histories show of them. */
export const executions = async (endpoint: string, stateMachineArn: string): Promise<readonly string[]> => {
  const client = new SFNClient(clientConfig(endpoint));
  const lines: string[] = [];
  for await (const page of paginateListExecutions({ client }, { stateMachineArn })) {
    for (const { executionArn } of page.executions ?? []) {
      const { name, input } = await client.send(new DescribeExecutionCommand({ executionArn }));
      lines.push(`${name} ${input}`);
    }
  }
  client.destroy();
  return lines;
};

/** MiniStack stands in for carriers and mail servers: it logs what it would send, which the product hands to SNS. */
const STAND_IN = /^\S+ \S+ INFO \[sns\] SNS (SMS to|publish to|fanout →)/;

/** What MiniStack itself wrote, functions' output among it: as one that sends messages, and all else. */
export const miniStackLog = (
  logFile: string,
): { readonly sends: readonly string[]; readonly rest: readonly string[] } => {
  // A message may hold line breaks: an entry goes on until the next that begins with an instant.
  const entries = readFileSync(logFile, 'utf8').split(/\n(?=\d{4}-\d\d-\d\d \d\d:\d\d:\d\d )/);
  return {
    sends: entries.filter((entry) => STAND_IN.test(entry)),
    rest: entries.filter((entry) => !STAND_IN.test(entry)).flatMap((entry) => entry.split('\n')),
  };
};

const Document = z.object({ pk: z.string(), body: z.unknown().optional() });
const LeadBody = z.object({ email: z.string(), fields: z.record(z.string(), z.unknown()) });

const PERSONAL_FIELDS = ['person.email', 'person.lastName', 'company.name', 'company.domain'];

/** What the table knows of persons, and whose links are whose. */
export const knownTo = async ({ endpoint, outputs, agreementFolder }: Deployed): Promise<Known> => {
  const client = new DynamoDBClient(clientConfig(endpoint));
  const reps = Object.values((await readAgreement(agreementFolder)).reps);
  const texts = new Set(reps.map(({ email }) => email));
  const phones = new Set(reps.flatMap(({ phone }) => phone ?? []));
  const links = new Set<string>();
  for await (const { Items = [] } of paginateScan({ client }, { TableName: outputs.TableName })) {
    for (const item of Items) {
      const { pk, body } = Document.parse(unmarshall(item));
      const [type = '', id = ''] = pk.split('#');
      if (type === 'link') links.add(id);
      if (type === 'identity') texts.add(id);
      const lead = LeadBody.safeParse(body);
      if (type !== 'lead' || !lead.success) continue;
      const { email, fields } = lead.data;
      for (const text of [email, ...PERSONAL_FIELDS.map((name) => fields[name])]) texts.add(String(text ?? email));
      if (fields['person.phone'] !== undefined) phones.add(String(fields['person.phone']));
    }
  }
  client.destroy();
  // Who was forgotten has an empty address.
  texts.delete('');
  return { texts: [...texts], phones: [...phones], isToken: (word) => links.has(hashCapability(word)) };
};
