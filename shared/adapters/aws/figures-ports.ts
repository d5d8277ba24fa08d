import { SNSClient } from '@aws-sdk/client-sns';
import { SSMClient } from '@aws-sdk/client-ssm';
import type { FiguresPorts } from '../../ports/ports.ts';
import { committing, type DynamoStoreOptions, loading } from './dynamo-store.ts';
import { lambdaPorts, readRules, readTerms } from './lambda.ts';
import { readingMeasured } from './measured-store.ts';
import { askBeforeEmail } from './reach/before-email.ts';
import { createRepTopics } from './rep-topics.ts';
import { createEmailSender } from './senders/email.ts';
import { createMessenger } from './senders/messenger.ts';

/** What functions that tell figures read of their environment. */
export interface FiguresEnv {
  readonly PAGE_BASE: string;
  readonly REP_TOPICS: string;
}

/** For functions that show figures or mail them: what is kept is read, and mails go out by the readers' own topics. */
export const figuresPorts = (table: DynamoStoreOptions, { PAGE_BASE, REP_TOPICS }: FiguresEnv): FiguresPorts => {
  const sns = new SNSClient({});
  const topicOf = createRepTopics(new SSMClient({}), REP_TOPICS.split(','));
  return {
    ...lambdaPorts,
    store: { ...loading(table), ...committing(table) },
    measured: readingMeasured(table),
    rules: readRules(),
    terms: readTerms(),
    messenger: createMessenger({ email: createEmailSender(sns, topicOf, askBeforeEmail(sns, lambdaPorts.time)) }),
    pageBase: PAGE_BASE,
  };
};
