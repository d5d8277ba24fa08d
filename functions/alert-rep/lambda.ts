import { SNSClient } from '@aws-sdk/client-sns';
import { committing, loading } from '../../shared/adapters/aws/dynamo-store.ts';
import { lambdaHandler, lambdaPorts, openTable, readEnvironment, readRules } from '../../shared/adapters/aws/lambda.ts';
import { createSenders } from '../../shared/adapters/aws/senders/all-senders.ts';
import { emailSenderOf } from '../../shared/adapters/aws/senders/email-sender.ts';
import { createMessenger } from '../../shared/adapters/aws/senders/messenger.ts';
import { readEmailWay } from '../../shared/contracts/env/email.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { alertRep } from './handler.ts';

const { TABLE_NAME, LINK_BASE, REPLIES, ...way } = readEnvironment(FUNCTIONS['alert-rep'].env);
const table = openTable(TABLE_NAME);
const sns = new SNSClient({});
const email = emailSenderOf(readEmailWay(way), sns, lambdaPorts.time);

export const handler = lambdaHandler(
  alertRep({
    ...lambdaPorts,
    store: { ...loading(table), ...committing(table) },
    rules: readRules(),
    messenger: createMessenger(createSenders({ sns, email, time: lambdaPorts.time })),
    linkBase: LINK_BASE,
    repliesBySms: REPLIES === 'on',
  }),
);
