import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import { openSlack } from '../../../shared/adapters/aws/open-slack.ts';
import { emailQuestion } from '../../../shared/adapters/aws/reach/ask-email.ts';
import { createReachQuestions } from '../../../shared/adapters/aws/reach/reach-questions.ts';
import { createSsmSecretStore } from '../../../shared/adapters/aws/ssm-secret-store.ts';
import { systemTime } from '../../../shared/adapters/node/system-time.ts';
import { askDeadLetters } from '../../aws/ask-dead-letters.ts';
import { CLIENT_CONFIG } from '../../aws/client-config.ts';
import { alarmNames, describeStack } from '../../aws/read-stack.ts';
import type { Deployment } from '../deployment.ts';
import { askConcurrency } from './ask-concurrency.ts';
import { askAlarms, askLate } from './ask-state.ts';
import { askSinks, askSources } from './ask-systems.ts';

export interface OpenDeployment {
  readonly deployment: Deployment;
  close(): void;
}

/** Stacks of earlier versions keep none. */
const NO_SECRETS = '/golden-hour/';

/** Somebody waits for the answer: what is throttled the client asks again. */
const NO_REST = async (): Promise<void> => {};

/** Finds everything by the stack's outputs and resources. Throws StackNotRead. */
export const openDeployment = async (stack: string): Promise<OpenDeployment> => {
  const cloudFormation = new CloudFormationClient(CLIENT_CONFIG);
  const cloudWatch = new CloudWatchClient(CLIENT_CONFIG);
  const dynamo = new DynamoDBClient(CLIENT_CONFIG);
  const sns = new SNSClient(CLIENT_CONFIG);
  // A client whose signer has signed for Lambda once signs for Lambda from then on: nothing else is asked by it.
  const signer = new SNSClient(CLIENT_CONFIG);
  const sqs = new SQSClient(CLIENT_CONFIG);
  const ssm = new SSMClient(CLIENT_CONFIG);
  const close = (): void => {
    for (const client of [cloudFormation, cloudWatch, dynamo, sns, signer, sqs, ssm]) client.destroy();
  };
  try {
    const {
      tableName,
      email: way,
      deadLetterQueues,
      secretsPrefix,
      metricsNamespace: namespace,
    } = await describeStack(cloudFormation, stack);
    const email = emailQuestion({ way, sns, config: CLIENT_CONFIG, rest: NO_REST });
    const systems = secretsPrefix === undefined ? undefined : { ssm, cloudWatch, secretsPrefix, namespace };
    return {
      deployment: {
        ...createReachQuestions({
          ...{ sns, cloudWatch, email },
          slack: openSlack(
            createSsmSecretStore({ client: ssm, prefix: secretsPrefix ?? NO_SECRETS, time: systemTime }),
            systemTime,
          ),
        }),
        concurrency: () => askConcurrency(signer),
        deadLetters: () => askDeadLetters(sqs, deadLetterQueues),
        sources: async (named, now) => (systems === undefined ? [] : askSources(systems, named, now)),
        sinks: async (named, now) => (systems === undefined ? [] : askSinks(systems, named, now)),
        alarms: async () => askAlarms(cloudWatch, await alarmNames(cloudFormation, stack)),
        pastDue: (before) => askLate(dynamo, tableName, 'due', before),
        unpublished: (before) => askLate(dynamo, tableName, 'unpublished', before),
      },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
};
