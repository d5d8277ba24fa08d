import { SSMClient } from '@aws-sdk/client-ssm';
import { committing, loading, readingHistory } from '../../shared/adapters/aws/dynamo-store.ts';
import { lambdaHandler, lambdaPorts, openTable, readEnvironment, readRules } from '../../shared/adapters/aws/lambda.ts';
import { openSlack } from '../../shared/adapters/aws/open-slack.ts';
import { createSsmSecretStore } from '../../shared/adapters/aws/ssm-secret-store.ts';
import { createSlackUpdates } from '../../shared/adapters/slack/slack-chat.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { updateChat } from './handler.ts';

const { TABLE_NAME, LINK_BASE, SECRETS_PREFIX } = readEnvironment(FUNCTIONS['update-chat'].env);
const table = openTable(TABLE_NAME);
const { time } = lambdaPorts;
const secrets = createSsmSecretStore({ client: new SSMClient({}), prefix: SECRETS_PREFIX, time });

export const handler = lambdaHandler(
  updateChat({
    ...lambdaPorts,
    store: { ...loading(table), ...committing(table), ...readingHistory(table) },
    rules: readRules(),
    chatUpdates: createSlackUpdates({ ...openSlack(secrets, time), time }),
    linkBase: LINK_BASE,
  }),
);
