import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { SNSClient } from '@aws-sdk/client-sns';
import { committing, loading } from '../../shared/adapters/aws/dynamo-store.ts';
import { lambdaHandler, lambdaPorts, openTable, readEnvironment, readRules } from '../../shared/adapters/aws/lambda.ts';
import { createLateSecretStore } from '../../shared/adapters/aws/late-secret-store.ts';
import { openSlack } from '../../shared/adapters/aws/open-slack.ts';
import { emailQuestion } from '../../shared/adapters/aws/reach/ask-email.ts';
import { createReachQuestions } from '../../shared/adapters/aws/reach/reach-questions.ts';
import { readEmailWay } from '../../shared/contracts/env/email.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { checkReach } from './handler.ts';

/** After ten of them: some twenty questions a second, of the thirty that SNS answers to the whole account. */
const REST_MS = 500;

/** Nobody waits: what is throttled is asked again, ever more slowly. */
const PATIENT = { maxAttempts: 8, retryMode: 'adaptive' };

const { TABLE_NAME, SECRETS_PREFIX, ...way } = readEnvironment(FUNCTIONS['check-reach'].env);
const sns = new SNSClient(PATIENT);
const { time } = lambdaPorts;
const table = openTable(TABLE_NAME);

export const handler = lambdaHandler(
  checkReach({
    ...lambdaPorts,
    store: { ...loading(table), ...committing(table) },
    rules: readRules(),
    reachQuestions: createReachQuestions({
      sns,
      cloudWatch: new CloudWatchClient(PATIENT),
      email: emailQuestion({
        way: readEmailWay(way),
        sns,
        config: PATIENT,
        rest: () => time.pause(REST_MS),
      }),
      slack: openSlack(createLateSecretStore({ prefix: SECRETS_PREFIX, time, config: PATIENT }), time),
    }),
  }),
);
