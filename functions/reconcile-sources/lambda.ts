import { SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import { committing, loading } from '../../shared/adapters/aws/dynamo-store.ts';
import {
  lambdaHandler,
  lambdaPorts,
  openTable,
  readEnvironment,
  readSources,
} from '../../shared/adapters/aws/lambda.ts';
import { powertoolsSourceCounts } from '../../shared/adapters/aws/powertools-observer.ts';
import { createSqsReceivedQueue } from '../../shared/adapters/aws/sqs-received-queue.ts';
import { createSsmSecretStore } from '../../shared/adapters/aws/ssm-secret-store.ts';
import { createFetchWebCalls } from '../../shared/adapters/node/fetch-web-calls.ts';
import { fetchBy } from '../../shared/application/receiving/fetch-lead.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { SECOND_MS } from '../../shared/domain/time/durations.ts';
import { reconcileSources } from './handler.ts';

const { TABLE_NAME, RECEIVED_QUEUE_URL, SECRETS_PREFIX } = readEnvironment(FUNCTIONS['reconcile-sources'].env);
const table = openTable(TABLE_NAME);
const secrets = createSsmSecretStore({ client: new SSMClient({}), prefix: SECRETS_PREFIX, time: lambdaPorts.time });
const counts = powertoolsSourceCounts;

export const handler = lambdaHandler(
  reconcileSources({
    ...lambdaPorts,
    sources: readSources(),
    store: { ...loading(table), ...committing(table) },
    received: createSqsReceivedQueue(new SQSClient({}), RECEIVED_QUEUE_URL),
    fetch: fetchBy({ calls: createFetchWebCalls({ timeoutMs: 20 * SECOND_MS }), secrets, counts }),
    counts,
  }),
);
