import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { GetParameterCommand, ParameterNotFound, SSMClient } from '@aws-sdk/client-ssm';
import * as z from 'zod';
import { clientConfig } from './clients.ts';
import { awsEnvironment, ROOT } from './ministack.ts';
import { runCommand } from './run-command.ts';

/** The CDK's command. */
export const CDK = join(ROOT, 'node_modules', '.bin', 'cdk');
const STACK = 'GoldenHour';

/** MiniStack gives an HTTP API the id that its tag of this name says, so that addresses are known before. */
const ID_TAG = 'ms-custom-id';

/** By how the logical ids of the HTTP APIs begin. */
const API_IDS = { GoldenHourAnswers: 'golden-hour', GoldenHourInbox: 'golden-hour-inbox' } as const;

export interface DeployOptions {
  readonly agreementFolder: string;
  /** Further context of infra/config.ts. */
  readonly context?: Readonly<Record<string, string>>;
}

/** By the names in infra/golden-hour-stack.ts. */
export type Outputs = Readonly<Record<string, string>>;

const Deployed = z.object({ [STACK]: z.record(z.string(), z.string()) });

/** MiniStack serves an HTTP API under a path; its own host name resolves on few machines. */
const urlOf = (endpoint: string, id: string): string => `${endpoint}/_aws/execute-api/${id}/$default`;

/** The API behind the links. */
export const apiUrl = (endpoint: string): string => urlOf(endpoint, API_IDS.GoldenHourAnswers);

/** What the app in Slack is told. */
export const slackUrl = (endpoint: string): string => `${urlOf(endpoint, API_IDS.GoldenHourInbox)}/slack`;

/** Where other systems send to; the address of a source is this, its name and its token. */
export const sourcesUrl = (endpoint: string): string => `${urlOf(endpoint, API_IDS.GoldenHourInbox)}/in/`;

const Template = z.looseObject({
  Resources: z.record(
    z.string(),
    z.looseObject({ Type: z.string(), Properties: z.looseObject({ Tags: z.unknown().optional() }).optional() }),
  ),
});

/** Here, and not in the app: on AWS the tag says nothing. */
const pinApis = (app: string): void => {
  const file = join(app, `${STACK}.template.json`);
  const template = Template.parse(JSON.parse(readFileSync(file, 'utf8')));
  for (const [logicalId, { Type, Properties = {} }] of Object.entries(template.Resources)) {
    if (Type !== 'AWS::ApiGatewayV2::Api') continue;
    const [, id] = Object.entries(API_IDS).find(([start]) => logicalId.startsWith(start)) ?? [];
    if (id !== undefined) Properties.Tags = { ...Object(Properties.Tags), [ID_TAG]: id };
  }
  writeFileSync(file, JSON.stringify(template));
};

const folderOf = (endpoint: string): string => join(ROOT, '.local', `cdk-${new URL(endpoint).port}`);

const contextArgs = (context: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(context).flatMap(([name, value]) => ['--context', `${name}=${value}`]);

const isBootstrapped = async (endpoint: string): Promise<boolean> => {
  const client = new SSMClient(clientConfig(endpoint));
  try {
    await client.send(new GetParameterCommand({ Name: '/cdk-bootstrap/hnb659fds/version' }));
    return true;
  } catch (error) {
    if (error instanceof ParameterNotFound) return false;
    throw error;
  } finally {
    client.destroy();
  }
};

const bootstrap = async (endpoint: string): Promise<void> => {
  // From an empty folder it does not synthesize our app, which it does not need.
  const cwd = mkdtempSync(join(tmpdir(), 'golden-hour-'));
  try {
    await runCommand(CDK, ['bootstrap', 'aws://000000000000/us-east-1'], { cwd, env: awsEnvironment(endpoint) });
  } finally {
    rmSync(cwd, { recursive: true });
  }
};

/**
 * Deploys infra/app.ts as it is, by the CDK CLI, and again when something changed. Answers the stack's
 * outputs. LocalError `command-failed` with what the CLI said, an agreement's problems among it.
 */
export const deploy = async (endpoint: string, { agreementFolder, context = {} }: DeployOptions): Promise<Outputs> => {
  const env = awsEnvironment(endpoint);
  const folder = folderOf(endpoint);
  const app = join(folder, 'cdk.out');
  const outputsFile = join(folder, 'outputs.json');
  mkdirSync(folder, { recursive: true });
  const all = {
    agreement: resolve(agreementFolder),
    linkBase: `${apiUrl(endpoint)}/a/`,
    // What is retained is in the way of the next deploy, and means nothing here.
    retain: 'false',
    ...context,
  };
  // CDK's checks of the template take longer than all the rest; `npm run synth` has them.
  const quick = { ...env, CDK_VALIDATION: 'false' };
  await runCommand(CDK, ['synth', '--quiet', '--output', app, ...contextArgs(all)], { cwd: ROOT, env: quick });
  pinApis(app);
  if (!(await isBootstrapped(endpoint))) await bootstrap(endpoint);
  const args = ['--app', app, '--method=direct', '--require-approval', 'never', '--outputs-file', outputsFile];
  await runCommand(CDK, ['deploy', STACK, ...args], { cwd: ROOT, env });
  return Deployed.parse(JSON.parse(readFileSync(outputsFile, 'utf8')))[STACK];
};

/** Deletes what `deploy` made, the bootstrap aside. LocalError `command-failed`. */
export const remove = async (endpoint: string): Promise<void> => {
  const args = ['--app', join(folderOf(endpoint), 'cdk.out'), '--force'];
  await runCommand(CDK, ['destroy', STACK, ...args], { cwd: ROOT, env: awsEnvironment(endpoint) });
};
