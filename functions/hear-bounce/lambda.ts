import { SQSClient } from '@aws-sdk/client-sqs';
import { committing, loading } from '../../shared/adapters/aws/dynamo-store.ts';
import { lambdaHandler, lambdaPorts, openTable, readEnvironment, readRules } from '../../shared/adapters/aws/lambda.ts';
import { createSqsRecheckQueue } from '../../shared/adapters/aws/sqs-recheck-queue.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { hearBounce } from './handler.ts';

const { TABLE_NAME, ALERT_QUEUE_URL } = readEnvironment(FUNCTIONS['hear-bounce'].env);
const table = openTable(TABLE_NAME);

export const handler = lambdaHandler(
  hearBounce({
    ...lambdaPorts,
    store: { ...loading(table), ...committing(table) },
    rules: readRules(),
    rechecks: createSqsRecheckQueue(new SQSClient({}), { 'alert-rep': ALERT_QUEUE_URL }),
  }),
);
