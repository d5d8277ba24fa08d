import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { EMPTY_SOURCE } from './events.ts';

const { BUS_NAME = '' } = process.env;
const client = new EventBridgeClient({});

/** In place of publish-events: one call for all that came. */
export const handler = async ({ Records }: DynamoDBStreamEvent): Promise<void> => {
  const Entries = Records.map(({ dynamodb }) => ({
    EventBusName: BUS_NAME,
    Source: EMPTY_SOURCE,
    DetailType: dynamodb?.NewImage?.next?.S,
    Detail: dynamodb?.NewImage?.event?.S,
  }));
  await client.send(new PutEventsCommand({ Entries }));
  console.log(Entries.length);
};
