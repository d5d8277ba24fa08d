import { SQSClient } from '@aws-sdk/client-sqs';
import { basics, openStore, readEnvironment, serve } from '../../shared/adapters/aws/lambda.ts';
import { createSqsLookQueue } from '../../shared/adapters/aws/sqs-look-queue.ts';
import { Env } from '../../shared/contracts/env/watch-clocks.ts';
import { watchClocks } from './handler.ts';

const env = readEnvironment(Env);
const looks = createSqsLookQueue(new SQSClient({}), {
  'route-lead': env.ROUTE_QUEUE_URL,
  'alert-rep': env.ALERT_QUEUE_URL,
  'advance-clock': env.CLOCK_QUEUE_URL,
  'publish-events': env.PUBLISH_QUEUE_URL,
});

export const handler = serve(watchClocks({ ...basics, store: openStore(env.TABLE_NAME), looks }));
