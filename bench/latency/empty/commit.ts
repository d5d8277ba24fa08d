import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { SQSEvent } from 'aws-lambda';

const { TABLE_NAME = '', NEXT = '' } = process.env;
const client = new DynamoDBClient({});

/** In place of a function that decides: it writes what came, and of which type the event is that follows. */
export const handler = async ({ Records }: SQSEvent): Promise<void> => {
  for (const { messageId, body } of Records) {
    const Item = { pk: { S: messageId }, next: { S: NEXT }, event: { S: body } };
    await client.send(new PutItemCommand({ TableName: TABLE_NAME, Item }));
  }
  console.log(NEXT);
};
