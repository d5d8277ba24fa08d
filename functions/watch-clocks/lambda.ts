import { SQSClient } from '@aws-sdk/client-sqs';
import { findingDue, findingUnpublished, loading } from '../../shared/adapters/aws/dynamo-store.ts';
import { lambdaHandler, lambdaPorts, openTable, readEnvironment } from '../../shared/adapters/aws/lambda.ts';
import { createSqsBacklog } from '../../shared/adapters/aws/sqs-backlog.ts';
import { createSqsRecheckQueue, type QueueUrls } from '../../shared/adapters/aws/sqs-recheck-queue.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { watchClocks } from './handler.ts';

const env = readEnvironment(FUNCTIONS['watch-clocks'].env);
const table = openTable(env.TABLE_NAME);
const client = new SQSClient({});
const urls: QueueUrls = {
  'route-lead': env.ROUTE_QUEUE_URL,
  'alert-rep': env.ALERT_QUEUE_URL,
  'advance-clock': env.CLOCK_QUEUE_URL,
  'publish-events': env.PUBLISH_QUEUE_URL,
};

export const handler = lambdaHandler(
  watchClocks({
    ...lambdaPorts,
    store: { ...loading(table), ...findingDue(table), ...findingUnpublished(table) },
    rechecks: createSqsRecheckQueue(client, urls),
    backlog: createSqsBacklog(client, urls),
  }),
);
