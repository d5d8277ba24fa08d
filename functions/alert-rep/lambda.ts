import { SNSClient } from '@aws-sdk/client-sns';
import { committing, loading } from '../../shared/adapters/aws/dynamo-store.ts';
import { lambdaHandler, lambdaPorts, openTable, readEnvironment, readRules } from '../../shared/adapters/aws/lambda.ts';
import { createLateSecretStore } from '../../shared/adapters/aws/late-secret-store.ts';
import { openSlack } from '../../shared/adapters/aws/open-slack.ts';
import { createSenders } from '../../shared/adapters/aws/senders/all-senders.ts';
import { emailSenderOf } from '../../shared/adapters/aws/senders/email-sender.ts';
import { createMessenger } from '../../shared/adapters/aws/senders/messenger.ts';
import { readEmailWay } from '../../shared/contracts/env/email.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { alertRep } from './handler.ts';

const { TABLE_NAME, LINK_BASE, REPLIES, SECRETS_PREFIX, ...way } = readEnvironment(FUNCTIONS['alert-rep'].env);
const table = openTable(TABLE_NAME);
const sns = new SNSClient({});
const { time } = lambdaPorts;
const email = emailSenderOf(readEmailWay(way), sns, time);
const slack = openSlack(createLateSecretStore({ prefix: SECRETS_PREFIX, time }), time);

export const handler = lambdaHandler(
  alertRep({
    ...lambdaPorts,
    store: { ...loading(table), ...committing(table) },
    rules: readRules(),
    messenger: createMessenger(createSenders({ sns, email, time, slack })),
    linkBase: LINK_BASE,
    repliesBySms: REPLIES === 'on',
  }),
);
