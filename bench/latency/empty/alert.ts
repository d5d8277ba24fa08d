import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { SQSEvent } from 'aws-lambda';

const { PHONE_NUMBER = '' } = process.env;
const client = new SNSClient({});

/** In place of alert-rep. */
export const handler = async ({ Records }: SQSEvent): Promise<void> => {
  for (const { body } of Records) await client.send(new PublishCommand({ PhoneNumber: PHONE_NUMBER, Message: body }));
  console.log(Records.length);
};
