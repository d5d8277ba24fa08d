import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBStreamEvent, SQSEvent } from 'aws-lambda';
import { markingPublished } from '../../shared/adapters/aws/dynamo-store.ts';
import { createEventBridgeBus } from '../../shared/adapters/aws/event-bridge-bus.ts';
import { lambdaHandler, lambdaPorts, openTable, readEnvironment } from '../../shared/adapters/aws/lambda.ts';
import { outboxOf } from '../../shared/adapters/aws/outbox.ts';
import { createSqsRecheckQueue } from '../../shared/adapters/aws/sqs-recheck-queue.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { publishAgain, publishEvents } from './handler.ts';

const env = readEnvironment(FUNCTIONS['publish-events'].env);
const ports = {
  ...lambdaPorts,
  store: markingPublished(openTable(env.TABLE_NAME)),
  bus: createEventBridgeBus(new EventBridgeClient({}), env.BUS_NAME),
  rechecks: createSqsRecheckQueue(new SQSClient({}), { 'publish-events': env.PUBLISH_QUEUE_URL }),
};
const stream = publishEvents({ ...ports, readOutbox: (record) => outboxOf(record.dynamodb?.NewImage) });
const queue = publishAgain(ports);

const isQueue = (event: SQSEvent | DynamoDBStreamEvent): event is SQSEvent =>
  event.Records.some((record) => record.eventSource === 'aws:sqs');

/** Fed by the table's stream, and by the queue of what has to be published again. */
export const handler = lambdaHandler((event: SQSEvent | DynamoDBStreamEvent) =>
  isQueue(event) ? queue(event) : stream(event),
);
