import { describe, expect, it } from 'vitest';
import { readReply } from '../../functions/read-reply/handler.ts';
import { readInboundSms } from '../../shared/contracts/sms/inbound-sms.ts';
import { createEmbedded } from '../../simulator/embedded.ts';
import { sqsRecord } from '../../simulator/sqs-record.ts';
import { smallAgreement } from '../support/agreement/small-agreement.ts';

/** From the user guide of AWS End User Messaging SMS. */
const PAYLOAD = {
  originationNumber: '+14255550182',
  destinationNumber: '+12125550101',
  messageKeyword: 'JOIN',
  messageBody: 'EXAMPLE',
  inboundMessageId: 'cae173d2-66b9-564c-8309-21f858e9fb84',
  previousPublishedMessageId: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

const SMS = {
  id: 'cae173d2-66b9-564c-8309-21f858e9fb84',
  from: '+14255550182',
  to: '+12125550101',
  text: 'EXAMPLE',
  answered: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  at: Date.UTC(2026, 10, 2, 9, 0, 0, 667),
};

const { previousPublishedMessageId: _, ...FIRST } = PAYLOAD;
const { answered: __, ...FIRST_SMS } = SMS;

/** From the developer guide of Amazon SNS. */
const ENVELOPE = {
  Type: 'Notification',
  MessageId: '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324',
  TopicArn: 'arn:aws:sns:us-west-2:123456789012:MyTopic',
  Timestamp: '2026-11-02T09:00:00.667Z',
  SignatureVersion: '1',
};

const wrapped = (message: object): string => JSON.stringify({ ...ENVELOPE, Message: JSON.stringify(message) });

const NOT_SMS = [
  'Hello',
  '',
  'null',
  '[]',
  '{}',
  '{"Message":"Hello"}',
  '{"Message":7}',
  wrapped({}),
  wrapped({ ...FIRST, messageBody: null }),
  wrapped({ ...FIRST, inboundMessageId: '' }),
  JSON.stringify(PAYLOAD),
  JSON.stringify({ ...ENVELOPE, Message: JSON.stringify(PAYLOAD), Timestamp: undefined }),
  JSON.stringify({ ...ENVELOPE, Message: JSON.stringify(PAYLOAD), Timestamp: 'yesterday' }),
];

describe('a text to the two-way number', () => {
  it('is read as the topic delivers it, with the instant at which the topic got it', () => {
    expect(readInboundSms(wrapped(PAYLOAD))).toEqual(SMS);
  });

  it('may answer no message of ours', () => {
    expect(readInboundSms(wrapped(FIRST))).toEqual(FIRST_SMS);
    for (const previousPublishedMessageId of [null, '']) {
      expect(readInboundSms(wrapped({ ...FIRST, previousPublishedMessageId }))).toEqual(FIRST_SMS);
    }
  });

  it.each(NOT_SMS)('is not %s', (body) => {
    expect(() => readInboundSms(body)).toThrow();
  });

  it('goes back to its queue where it cannot be read, and the others of its batch are done', async () => {
    const { ports } = createEmbedded({ agreement: smallAgreement(), start: 0 });
    const bodies = [wrapped(PAYLOAD), 'Hello', wrapped(FIRST)];
    expect(
      await readReply(ports)({ Records: bodies.map((body, index) => sqsRecord('', `message-${index}`, body)) }),
    ).toEqual({
      batchItemFailures: [{ itemIdentifier: 'message-1' }],
    });
  });
});
