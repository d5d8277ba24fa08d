import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { SNSClient } from '@aws-sdk/client-sns';
import { SSMClient } from '@aws-sdk/client-ssm';
import { committing, loading } from '../../shared/adapters/aws/dynamo-store.ts';
import { lambdaHandler, lambdaPorts, openTable, readEnvironment, readRules } from '../../shared/adapters/aws/lambda.ts';
import { openSlack } from '../../shared/adapters/aws/open-slack.ts';
import { createReachQuestions } from '../../shared/adapters/aws/reach/reach-questions.ts';
import { createRepTopics } from '../../shared/adapters/aws/rep-topics.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { checkReach } from './handler.ts';

/** After ten topics: some twenty questions a second, of the thirty that SNS answers to the whole account. */
const REST_MS = 500;

/** Nobody waits: what is throttled is asked again, ever more slowly. */
const PATIENT = { maxAttempts: 8, retryMode: 'adaptive' };

const { TABLE_NAME, REP_TOPICS, SECRETS_PREFIX } = readEnvironment(FUNCTIONS['check-reach'].env);
const ssm = new SSMClient(PATIENT);
const table = openTable(TABLE_NAME);

export const handler = lambdaHandler(
  checkReach({
    ...lambdaPorts,
    store: { ...loading(table), ...committing(table) },
    rules: readRules(),
    reachQuestions: createReachQuestions({
      sns: new SNSClient(PATIENT),
      cloudWatch: new CloudWatchClient(PATIENT),
      topicOf: createRepTopics(ssm, REP_TOPICS.split(',')),
      slack: openSlack(ssm, SECRETS_PREFIX, lambdaPorts.time),
      rest: () => lambdaPorts.time.pause(REST_MS),
    }),
  }),
);
