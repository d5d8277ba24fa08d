import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import {
  GetParameterCommand,
  ParameterNotFound,
  PutParameterCommand,
  paginateGetParametersByPath,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { askStack } from '../aws/ask-stack.ts';
import { CLIENT_CONFIG } from '../aws/client-config.ts';
import { describeStack } from '../aws/read-stack.ts';
import { StackNotRead } from '../aws/stack-not-read.ts';

/** One that is kept, without what it is. */
export interface KeptSecret {
  readonly name: string;
  readonly changed: Date | undefined;
}

/** What is kept secret for one stack. */
export interface Secrets {
  /** The address of a source is this, its name and its token; undefined where the stack has no sources. */
  readonly sourcesUrl: string | undefined;
  list(): Promise<readonly KeptSecret[]>;
  read(name: string): Promise<unknown>;
  put(name: string, value: unknown): Promise<void>;
}

export interface Clients {
  readonly cloudFormation: CloudFormationClient;
  readonly ssm: SSMClient;
}

/** Region, credentials and endpoint are the shell's own. */
export const shellClients = (): Clients => ({
  cloudFormation: new CloudFormationClient(CLIENT_CONFIG),
  ssm: new SSMClient(CLIENT_CONFIG),
});

const asked = <T>(action: string, ask: () => Promise<T>): Promise<T> =>
  askStack('what is kept secret', `${action} on the parameters of the stack's output SecretsPrefix`, ask);

/** Throws StackNotRead, and so does everything that it answers. */
export const openSecrets = async ({ cloudFormation, ssm }: Clients, stack: string): Promise<Secrets> => {
  const { secretsPrefix, sourcesUrl } = await describeStack(cloudFormation, stack);
  if (secretsPrefix === undefined)
    throw new StackNotRead(`the stack ${stack} is of a version that keeps no secrets: deploy this one`);
  return {
    sourcesUrl,
    list: () =>
      asked('ssm:GetParametersByPath', async () => {
        const kept: KeptSecret[] = [];
        const pages = paginateGetParametersByPath(
          { client: ssm },
          { Path: secretsPrefix.slice(0, -1), Recursive: true },
        );
        for await (const { Parameters = [] } of pages) {
          for (const { Name = '', LastModifiedDate } of Parameters)
            kept.push({ name: Name.slice(secretsPrefix.length), changed: LastModifiedDate });
        }
        return kept;
      }),
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
    put: (name, value) =>
      asked('ssm:PutParameter', async () => {
        const Value = JSON.stringify(value);
        await ssm.send(
          new PutParameterCommand({ Name: `${secretsPrefix}${name}`, Type: 'SecureString', Value, Overwrite: true }),
        );
      }),
  };
};
