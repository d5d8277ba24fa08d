import { SNSClient } from '@aws-sdk/client-sns';
import { committing, loading } from '../../shared/adapters/aws/dynamo-store.ts';
import { lambdaHandler, lambdaPorts, openTable, readEnvironment, readRules } from '../../shared/adapters/aws/lambda.ts';
import { createReach } from '../../shared/adapters/aws/reach.ts';
import { createMessenger } from '../../shared/adapters/aws/senders/messenger.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { readReply } from './handler.ts';

const { TABLE_NAME } = readEnvironment(FUNCTIONS['read-reply'].env);
const table = openTable(TABLE_NAME);
const sns = new SNSClient({});

export const handler = lambdaHandler(
  readReply({
    ...lambdaPorts,
    store: { ...loading(table), ...committing(table) },
    rules: readRules(),
    // It sends SMS alone, and those need no topic.
    messenger: createMessenger({
      sns,
      topicOf: async () => undefined,
      reach: createReach(sns, lambdaPorts.time),
    }),
  }),
);
