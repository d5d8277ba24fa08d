import { SSMClient } from '@aws-sdk/client-ssm';
import { committing, loading, readingHistory } from '../../shared/adapters/aws/dynamo-store.ts';
import { lambdaHandler, lambdaPorts, openTable, readEnvironment, readRules } from '../../shared/adapters/aws/lambda.ts';
import { createSsmSecretStore } from '../../shared/adapters/aws/ssm-secret-store.ts';
import { createFetchWebCalls } from '../../shared/adapters/node/fetch-web-calls.ts';
import { nodeDigests } from '../../shared/adapters/node/node-digests.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { answerSlack } from './handler.ts';

/** Slack waits three seconds for our answer, and what is told goes before it. */
const TIMEOUT_MS = 1_500;

const { TABLE_NAME, SECRETS_PREFIX } = readEnvironment(FUNCTIONS['answer-slack'].env);
const table = openTable(TABLE_NAME);

export const handler = lambdaHandler(
  answerSlack({
    ...lambdaPorts,
    store: { ...loading(table), ...committing(table), ...readingHistory(table) },
    rules: readRules(),
    secrets: createSsmSecretStore({ client: new SSMClient({}), prefix: SECRETS_PREFIX, time: lambdaPorts.time }),
    digests: nodeDigests,
    calls: createFetchWebCalls({ timeoutMs: TIMEOUT_MS }),
  }),
);
