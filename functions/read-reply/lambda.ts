import { SNSClient } from '@aws-sdk/client-sns';
import { lambdaHandler, lambdaPorts, openStore, readEnvironment, readRules } from '../../shared/adapters/aws/lambda.ts';
import { createReach } from '../../shared/adapters/aws/reach.ts';
import { createMessenger } from '../../shared/adapters/aws/senders/messenger.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { readReply } from './handler.ts';

const { TABLE_NAME } = readEnvironment(FUNCTIONS['read-reply'].env);
const sns = new SNSClient({});

export const handler = lambdaHandler(
  readReply({
    ...lambdaPorts,
    store: openStore(TABLE_NAME),
    rules: readRules(),
    // It sends SMS alone, and those need no topic.
    messenger: createMessenger({
      sns,
      topicOf: async () => undefined,
      reach: createReach(sns, lambdaPorts.time),
    }),
  }),
);
