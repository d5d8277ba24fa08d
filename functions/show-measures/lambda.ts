import { SNSClient } from '@aws-sdk/client-sns';
import { SSMClient } from '@aws-sdk/client-ssm';
import { committing, loading } from '../../shared/adapters/aws/dynamo-store.ts';
import {
  lambdaHandler,
  lambdaPorts,
  openTable,
  readEnvironment,
  readRules,
  readTerms,
} from '../../shared/adapters/aws/lambda.ts';
import { readingMeasured } from '../../shared/adapters/aws/measured-store.ts';
import { askBeforeEmail } from '../../shared/adapters/aws/reach/before-email.ts';
import { createRepTopics } from '../../shared/adapters/aws/rep-topics.ts';
import { createEmailSender } from '../../shared/adapters/aws/senders/email.ts';
import { createMessenger } from '../../shared/adapters/aws/senders/messenger.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { showMeasures } from './handler.ts';

const { TABLE_NAME, PAGE_BASE, REP_TOPICS } = readEnvironment(FUNCTIONS['show-measures'].env);
const table = openTable(TABLE_NAME);
const sns = new SNSClient({});
const topicOf = createRepTopics(new SSMClient({}), REP_TOPICS.split(','));

export const handler = lambdaHandler(
  showMeasures({
    ...lambdaPorts,
    store: { ...loading(table), ...committing(table) },
    measured: readingMeasured(table),
    rules: readRules(),
    terms: readTerms(),
    messenger: createMessenger({ email: createEmailSender(sns, topicOf, askBeforeEmail(sns, lambdaPorts.time)) }),
    pageBase: PAGE_BASE,
  }),
);
