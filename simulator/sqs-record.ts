import type { SQSRecord } from 'aws-lambda';

/** A message of a queue as its function gets it. */
export const sqsRecord = (queue: string, messageId: string, body: string, receives = 1): SQSRecord => ({
  messageId,
  body,
  receiptHandle: messageId,
  attributes: {
    ApproximateReceiveCount: String(receives),
    SentTimestamp: '0',
    SenderId: '',
    ApproximateFirstReceiveTimestamp: '0',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: queue,
  awsRegion: '',
});
