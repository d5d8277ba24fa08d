import { SNSClient } from '@aws-sdk/client-sns';
import { committing, loading } from '../../shared/adapters/aws/dynamo-store.ts';
import { lambdaHandler, lambdaPorts, openTable, readEnvironment, readRules } from '../../shared/adapters/aws/lambda.ts';
import { askBeforeSms } from '../../shared/adapters/aws/reach/before-sms.ts';
import { createMessenger } from '../../shared/adapters/aws/senders/messenger.ts';
import { createSmsSender } from '../../shared/adapters/aws/senders/sms.ts';
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
    messenger: createMessenger({ sms: createSmsSender(sns, askBeforeSms(sns, lambdaPorts.time)) }),
  }),
);
