import { SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import { lambdaHandler, lambdaPorts, readEnvironment, readSinks } from '../../shared/adapters/aws/lambda.ts';
import { powertoolsSinkCounts } from '../../shared/adapters/aws/powertools-observer.ts';
import { createSqsSinkQueues } from '../../shared/adapters/aws/sqs-sink-queues.ts';
import { createSsmSecretStore } from '../../shared/adapters/aws/ssm-secret-store.ts';
import { createFetchWebCalls } from '../../shared/adapters/node/fetch-web-calls.ts';
import { nodeDigests } from '../../shared/adapters/node/node-digests.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { readSinkQueues } from '../../shared/contracts/sinks/sink-queues.ts';
import { SECOND_MS } from '../../shared/domain/time/durations.ts';
import { sendWebhook } from './handler.ts';

const { SINK_QUEUES, SECRETS_PREFIX } = readEnvironment(FUNCTIONS['send-webhook'].env);

export const handler = lambdaHandler(
  sendWebhook({
    ...lambdaPorts,
    sinks: readSinks(),
    queues: createSqsSinkQueues(new SQSClient({}), readSinkQueues(SINK_QUEUES)),
    counts: powertoolsSinkCounts,
    secrets: createSsmSecretStore({ client: new SSMClient({}), prefix: SECRETS_PREFIX, time: lambdaPorts.time }),
    calls: createFetchWebCalls({ timeoutMs: 15 * SECOND_MS, longest: 64_000 }),
    digests: nodeDigests,
  }),
);
