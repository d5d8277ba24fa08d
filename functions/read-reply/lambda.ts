import { SNSClient } from '@aws-sdk/client-sns';
import { createSnsMessenger } from '../../shared/adapters/aws/sns-messenger.ts';
import { Env } from '../../shared/contracts/env/read-reply.ts';
import { basics, openStore, readEnvironment, readRules, serve } from '../../shared/runtime/lambda.ts';
import { readReply } from './handler.ts';

const { TABLE_NAME } = readEnvironment(Env);

export const handler = serve(
  readReply({
    ...basics,
    store: openStore(TABLE_NAME),
    rules: readRules(),
    // It sends SMS alone, and those need no topic.
    messenger: createSnsMessenger(new SNSClient({}), async () => undefined),
  }),
);
