import { SNSClient } from '@aws-sdk/client-sns';
import { SSMClient } from '@aws-sdk/client-ssm';
import { committing, loading } from '../../shared/adapters/aws/dynamo-store.ts';
import { lambdaHandler, lambdaPorts, openTable, readEnvironment, readRules } from '../../shared/adapters/aws/lambda.ts';
import { openSlack } from '../../shared/adapters/aws/open-slack.ts';
import { createRepTopics } from '../../shared/adapters/aws/rep-topics.ts';
import { createSenders } from '../../shared/adapters/aws/senders/all-senders.ts';
import { createMessenger } from '../../shared/adapters/aws/senders/messenger.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { alertRep } from './handler.ts';

const { TABLE_NAME, LINK_BASE, REP_TOPICS, REPLIES, SECRETS_PREFIX } = readEnvironment(FUNCTIONS['alert-rep'].env);
const table = openTable(TABLE_NAME);
const sns = new SNSClient({});
const ssm = new SSMClient({});
const topicOf = createRepTopics(ssm, REP_TOPICS.split(','));
const { time } = lambdaPorts;

export const handler = lambdaHandler(
  alertRep({
    ...lambdaPorts,
    store: { ...loading(table), ...committing(table) },
    rules: readRules(),
    messenger: createMessenger(createSenders({ sns, topicOf, time, slack: openSlack(ssm, SECRETS_PREFIX, time) })),
    linkBase: LINK_BASE,
    repliesBySms: REPLIES === 'on',
  }),
);
