import { SNSClient } from '@aws-sdk/client-sns';
import { type EmailEnv, readEmailWay } from '../../contracts/env/email.ts';
import type { FiguresPorts } from '../../ports/ports.ts';
import { committing, type DynamoStoreOptions, loading } from './dynamo-store.ts';
import { lambdaPorts, readRules, readTerms } from './lambda.ts';
import { readingMeasured } from './measured-store.ts';
import { emailSenderOf } from './senders/email-sender.ts';
import { createMessenger } from './senders/messenger.ts';

/** What functions that tell figures read of their environment. */
export interface FiguresEnv extends EmailEnv {
  readonly PAGE_BASE: string;
}

/** For functions that show figures or mail them: what is kept is read, and mails go out as alerts do. */
export const figuresPorts = (table: DynamoStoreOptions, { PAGE_BASE, ...email }: FiguresEnv): FiguresPorts => {
  const sender = emailSenderOf(readEmailWay(email), new SNSClient({}), lambdaPorts.time);
  return {
    ...lambdaPorts,
    store: { ...loading(table), ...committing(table) },
    measured: readingMeasured(table),
    rules: readRules(),
    terms: readTerms(),
    messenger: createMessenger({ email: sender }),
    pageBase: PAGE_BASE,
  };
};
