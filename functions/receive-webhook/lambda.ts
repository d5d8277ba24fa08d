import { SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import { lambdaHandler, lambdaPorts, readEnvironment, readSources } from '../../shared/adapters/aws/lambda.ts';
import { powertoolsSourceCounts } from '../../shared/adapters/aws/powertools-observer.ts';
import { createSqsReceivedQueue } from '../../shared/adapters/aws/sqs-received-queue.ts';
import { createSsmSecretStore } from '../../shared/adapters/aws/ssm-secret-store.ts';
import { nodeDigests } from '../../shared/adapters/node/node-digests.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { receiveWebhook } from './handler.ts';

const { RECEIVED_QUEUE_URL, SECRETS_PREFIX } = readEnvironment(FUNCTIONS['receive-webhook'].env);

export const handler = lambdaHandler(
  receiveWebhook({
    ...lambdaPorts,
    sources: readSources(),
    secrets: createSsmSecretStore({ client: new SSMClient({}), prefix: SECRETS_PREFIX, time: lambdaPorts.time }),
    received: createSqsReceivedQueue(new SQSClient({}), RECEIVED_QUEUE_URL),
    digests: nodeDigests,
    counts: powertoolsSourceCounts,
  }),
);
