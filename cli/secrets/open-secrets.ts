import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { GetParameterCommand, ParameterNotFound, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { askKept, descriptionOf, type KeptSecret } from '../aws/ask-kept.ts';
import { askStack } from '../aws/ask-stack.ts';
import { CLIENT_CONFIG } from '../aws/client-config.ts';
import { describeStack } from '../aws/read-stack.ts';
import { StackNotRead } from '../aws/stack-not-read.ts';

/** What is kept secret for one stack. */
export interface Secrets {
  /** The address of a source is this, its name and its token; undefined where the stack has no sources. */
  readonly sourcesUrl: string | undefined;
  /** Where Slack tells of buttons; undefined where no rep has it. */
  readonly slackUrl: string | undefined;
  list(): Promise<readonly KeptSecret[]>;
  read(name: string): Promise<unknown>;
  /** `apiTokenUntil`: a date that whoever may not read the secret shall know. */
  put(name: string, value: unknown, apiTokenUntil?: string): Promise<void>;
}

export interface Clients {
  readonly cloudFormation: CloudFormationClient;
  readonly ssm: SSMClient;
}

/** What a parameter of the standard tier holds. One of the advanced tier holds twice as much. */
const STANDARD_BYTES = 4_096;

/** Region, credentials and endpoint are the shell's own. */
export const shellClients = (): Clients => ({
  cloudFormation: new CloudFormationClient(CLIENT_CONFIG),
  ssm: new SSMClient(CLIENT_CONFIG),
});

const asked = <T>(action: string, ask: () => Promise<T>): Promise<T> =>
  askStack('what is kept secret', `${action} on the parameters of the stack's output SecretsPrefix`, ask);

/** Throws StackNotRead, and so does everything that it answers. */
export const openSecrets = async ({ cloudFormation, ssm }: Clients, stack: string): Promise<Secrets> => {
  const { secretsPrefix, sourcesUrl, slackUrl } = await describeStack(cloudFormation, stack);
  if (secretsPrefix === undefined)
    throw new StackNotRead(`the stack ${stack} is of a version that keeps no secrets: deploy this one`);
  return {
    ...{ sourcesUrl, slackUrl },
    list: () => asked('ssm:DescribeParameters', () => askKept(ssm, secretsPrefix)),
    read: (name) =>
      asked('ssm:GetParameter', async () => {
        try {
          const { Parameter } = await ssm.send(
            new GetParameterCommand({ Name: `${secretsPrefix}${name}`, WithDecryption: true }),
          );
          return JSON.parse(Parameter?.Value ?? '{}');
        } catch (error) {
          // Also what is no JSON: it is about to be another.
          if (error instanceof ParameterNotFound || error instanceof SyntaxError) return undefined;
          throw error;
        }
      }),
    put: (name, value, apiTokenUntil) =>
      asked('ssm:PutParameter', async () => {
        const Value = JSON.stringify(value);
        await ssm.send(
          new PutParameterCommand({
            ...{ Name: `${secretsPrefix}${name}`, Type: 'SecureString', Value, Overwrite: true },
            Description: descriptionOf(apiTokenUntil),
            // Five cents a month: what is longer is kept by no other.
            ...(Buffer.byteLength(Value) > STANDARD_BYTES ? { Tier: 'Advanced' } : {}),
          }),
        );
      }),
  };
};
