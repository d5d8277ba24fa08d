import type { Writable } from 'node:stream';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import {
  ConfirmSubscriptionCommand,
  InvalidParameterException,
  NotFoundException,
  SNSClient,
} from '@aws-sdk/client-sns';
import { SSMClient } from '@aws-sdk/client-ssm';
import { readRepTopics } from '../../shared/adapters/aws/rep-topics.ts';
import { askStack } from '../aws/ask-stack.ts';
import { CLIENT_CONFIG } from '../aws/client-config.ts';
import { describeStack } from '../aws/read-stack.ts';
import type { Confirmation } from './confirmation-link.ts';

export interface ConfirmOptions {
  readonly confirmation: Confirmation;
  /** Name of the stack. */
  readonly stack: string;
}

export interface ConfirmClients {
  readonly cloudFormation: CloudFormationClient;
  readonly sns: SNSClient;
  readonly ssm: SSMClient;
}

type Confirmed = { readonly rep: string } | { readonly refused: string };

const NO_MORE_GOOD =
  'Its token is not good any more: it ends after two days, or with a later mail. Subscribe the address again (docs/doctor.md#a-rep-cannot-be-reached)';

/** Confirms as the owner of the topic. Throws StackNotRead. */
export const confirmSubscription = async (
  { confirmation: { topicArn, token }, stack }: ConfirmOptions,
  { cloudFormation, sns, ssm }: ConfirmClients,
): Promise<Confirmed> => {
  const { email } = await describeStack(cloudFormation, stack);
  if (email.by === 'ses') return { refused: `The stack ${stack} sends e-mail by SES: nobody has to confirm` };
  const topics = await askStack('the topics of the reps', 'ssm:GetParameters', () => readRepTopics(ssm, email.topics));
  const [rep] = [...topics].find(([, arn]) => arn === topicArn) ?? [];
  if (rep === undefined) {
    return { refused: `The topic ${topicArn} is none of the stack ${stack}: name the stack that it is of by --stack` };
  }
  return askStack('the subscription', 'sns:ConfirmSubscription', async (): Promise<Confirmed> => {
    try {
      await sns.send(
        new ConfirmSubscriptionCommand({ TopicArn: topicArn, Token: token, AuthenticateOnUnsubscribe: 'true' }),
      );
      return { rep };
    } catch (error) {
      if (error instanceof InvalidParameterException || error instanceof NotFoundException) {
        return { refused: NO_MORE_GOOD };
      }
      throw error;
    }
  });
};

/** Answers false where it could not be confirmed. Throws StackNotRead. */
export const confirmInStack = async (
  options: ConfirmOptions,
  { stdout, stderr }: { readonly stdout: Writable; readonly stderr: Writable },
): Promise<boolean> => {
  const clients: ConfirmClients = {
    cloudFormation: new CloudFormationClient(CLIENT_CONFIG),
    sns: new SNSClient(CLIENT_CONFIG),
    ssm: new SSMClient(CLIENT_CONFIG),
  };
  try {
    const confirmed = await confirmSubscription(options, clients);
    if ('refused' in confirmed) {
      stderr.write(`golden-hour: ${confirmed.refused}\n`);
      return false;
    }
    stdout.write(`Confirmed for ${confirmed.rep}. Only whoever has credentials of the account can end it now.\n`);
    return true;
  } finally {
    for (const client of Object.values(clients)) client.destroy();
  }
};
