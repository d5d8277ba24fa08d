import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { InvalidParameterException, SNSClient } from '@aws-sdk/client-sns';
import { SSMClient } from '@aws-sdk/client-ssm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StackNotRead } from '../../cli/aws/stack-not-read.ts';
import { confirmSubscription } from '../../cli/confirm/confirm.ts';
import { readConfirmation } from '../../cli/confirm/confirmation-link.ts';
import { stubbed } from '../support/store/stub-client.ts';

const ARN = 'arn:aws:sns:eu-central-1:123456789012:Ana';
const LINK = `https://sns.eu-central-1.amazonaws.com/confirmation.html?TopicArn=${ARN}&Token=2336&Endpoint=ana@acme.example`;
const FOUND = { topicArn: ARN, token: '2336' };

describe('the link of a mail that asks for confirmation', () => {
  it('holds the topic and the token', () => {
    expect(readConfirmation(LINK)).toEqual(FOUND);
    expect(readConfirmation(` ${LINK.replaceAll('&', '&amp;')}\n`)).toEqual(FOUND);
  });

  it('is found in the links that gateways of mail make of it', () => {
    const once = `https://eur01.safelinks.example/?url=${encodeURIComponent(LINK)}&data=05`;
    expect(readConfirmation(once)).toEqual(FOUND);
    expect(readConfirmation(`https://urldefense.example/?u=${encodeURIComponent(once)}`)).toEqual(FOUND);
  });

  it('is nothing else, and what else is written harms nobody', () => {
    for (const text of ['2336', 'https://acme.example/', `https://acme.example/?TopicArn=Ana&Token=1`, '']) {
      expect(readConfirmation(text)).toBeUndefined();
    }
    fc.assert(fc.property(fc.string(), (text) => void readConfirmation(text)));
  });
});

describe('confirming', () => {
  const config = { region: 'eu-central-1' };
  const Outputs = [
    { OutputKey: 'BusName', OutputValue: 'bus' },
    { OutputKey: 'TableName', OutputValue: 'table' },
    { OutputKey: 'RepTopics', OutputValue: 'p1' },
  ];
  /** What SNS was asked, and what came of it. */
  const confirming = async (topics: object, answer: () => object = () => ({ SubscriptionArn: 'arn' })) => {
    const asked: object[] = [];
    const clients = {
      cloudFormation: stubbed(new CloudFormationClient(config), () => ({ Stacks: [{ Outputs }] })),
      ssm: stubbed(new SSMClient(config), () => ({ Parameters: [{ Name: 'p1', Value: JSON.stringify(topics) }] })),
      sns: stubbed(new SNSClient(config), (_, input) => {
        asked.push(input);
        return answer();
      }),
    };
    const answered = await confirmSubscription({ confirmation: FOUND, stack: 'GoldenHour' }, clients).catch(
      (error: unknown) => error,
    );
    return { asked, answered };
  };

  it('leaves it to the account alone to end the subscription', async () => {
    const { asked, answered } = await confirming({ ana: ARN });
    expect(asked).toEqual([{ TopicArn: ARN, Token: '2336', AuthenticateOnUnsubscribe: 'true' }]);
    expect(answered).toEqual({ rep: 'ana' });
  });

  it('is refused for a topic of another stack, and SNS is not asked', async () => {
    const { asked, answered } = await confirming({ ana: 'arn:aws:sns:eu-central-1:123456789012:Other' });
    expect(asked).toEqual([]);
    expect(answered).toEqual({ refused: expect.stringContaining('is none of the stack GoldenHour') });
  });

  it('says what to do where the token is not good any more', async () => {
    const { answered } = await confirming({ ana: ARN }, () => {
      throw new InvalidParameterException({ message: 'Invalid token', $metadata: {} });
    });
    expect(answered).toEqual({ refused: expect.stringContaining('Subscribe the address again') });
  });

  it('names the permission where AWS refuses', async () => {
    const { answered } = await confirming({ ana: ARN }, () => {
      throw new Error('not authorized');
    });
    expect(answered).toBeInstanceOf(StackNotRead);
    expect(String(answered)).toContain('sns:ConfirmSubscription');
  });
});
