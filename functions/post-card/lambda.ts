import { SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import { committing, loading } from '../../shared/adapters/aws/dynamo-store.ts';
import {
  lambdaHandler,
  lambdaPorts,
  openTable,
  readEnvironment,
  readRules,
  readSinks,
} from '../../shared/adapters/aws/lambda.ts';
import { powertoolsSinkCounts } from '../../shared/adapters/aws/powertools-observer.ts';
import { createSqsSinkQueues } from '../../shared/adapters/aws/sqs-sink-queues.ts';
import { createSsmSecretStore } from '../../shared/adapters/aws/ssm-secret-store.ts';
import { createFetchWebCalls } from '../../shared/adapters/node/fetch-web-calls.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { readSinkQueues } from '../../shared/contracts/sinks/sink-queues.ts';
import { SECOND_MS } from '../../shared/domain/time/durations.ts';
import { postCard } from './handler.ts';

const { TABLE_NAME, SINK_QUEUES, SECRETS_PREFIX, LINK_BASE } = readEnvironment(FUNCTIONS['post-card'].env);
const table = openTable(TABLE_NAME);

export const handler = lambdaHandler(
  postCard({
    ...lambdaPorts,
    store: { ...loading(table), ...committing(table) },
    rules: readRules(),
    sinks: readSinks(),
    queues: createSqsSinkQueues(new SQSClient({}), readSinkQueues(SINK_QUEUES)),
    counts: powertoolsSinkCounts,
    secrets: createSsmSecretStore({ client: new SSMClient({}), prefix: SECRETS_PREFIX, time: lambdaPorts.time }),
    calls: createFetchWebCalls({ timeoutMs: 10 * SECOND_MS }),
    linkBase: LINK_BASE,
  }),
);
