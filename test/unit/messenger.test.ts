import { MessageRejected, SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { askBeforeEmail } from '../../shared/adapters/aws/reach/before-email.ts';
import { createSenders } from '../../shared/adapters/aws/senders/all-senders.ts';
import { createEmailSender, type TopicOf } from '../../shared/adapters/aws/senders/email.ts';
import { createMessenger } from '../../shared/adapters/aws/senders/messenger.ts';
import { createSesSender } from '../../shared/adapters/aws/senders/ses-email.ts';
import { createSmsSender } from '../../shared/adapters/aws/senders/sms.ts';
import { button, mailText } from '../../shared/domain/mail/mail.ts';
import type { OutgoingMessage } from '../../shared/ports/messenger.ts';
import type { TimeSource } from '../../shared/ports/time-source.ts';
import { NO_SLACK } from '../support/slack/no-slack.ts';
import { stubbed } from '../support/store/stub-client.ts';

const SMS = {
  rep: 'ana',
  purpose: 'help',
  leadIds: [],
  channel: 'sms',
  to: '+4915112345678',
  text: 'Reply 1 to accept.',
} as const;

const Publish = z.object({
  PhoneNumber: z.string(),
  Message: z.string(),
  MessageAttributes: z.record(z.string(), z.object({ StringValue: z.string() })),
});

const MAIL = mailText('Jane', 'en', [['Call her.']]);

const pause = async () => {};

const noTopic = async () => undefined;

const sendersOf = (sns: SNSClient, topicOf: TopicOf, time: TimeSource) =>
  createSenders({ sns, email: createEmailSender(sns, topicOf, askBeforeEmail(sns, time)), time, slack: NO_SLACK });

const reached = async () => undefined;

/** An SNS that answers so; every command that it was sent is in `asked`. */
const answering = (answer: (input: object) => object) => {
  const asked: object[] = [];
  const client = stubbed(new SNSClient({ region: 'eu-central-1' }), (_, input) => {
    asked.push(input);
    return answer(input);
  });
  return { client, asked };
};

/** What SNS is asked, attributes by their values. */
const published = async (message: OutgoingMessage) => {
  const { client, asked } = answering(() => ({ MessageId: 'one' }));
  const messenger = createMessenger({ sms: createSmsSender(client, reached) });
  expect(await messenger.send(message)).toEqual({ messageId: 'one' });
  const { MessageAttributes, ...input } = Publish.parse(asked[0]);
  const attributes = Object.entries(MessageAttributes).map(([name, { StringValue }]) => [name, StringValue]);
  return { ...input, attributes: Object.fromEntries(attributes) };
};

describe('an SMS by SNS', () => {
  it('goes straight to the number, as one that may not be held back', async () => {
    expect(await published(SMS)).toEqual({
      PhoneNumber: SMS.to,
      Message: SMS.text,
      attributes: { 'AWS.SNS.SMS.SMSType': 'Transactional' },
    });
  });

  it('comes from the number or the name that it shall come from', async () => {
    const { attributes: fromNumber } = await published({ ...SMS, from: '+12065550100', maxPrice: '0.20' });
    expect(fromNumber).toEqual({
      'AWS.SNS.SMS.SMSType': 'Transactional',
      'AWS.MM.SMS.OriginationNumber': '+12065550100',
      'AWS.SNS.SMS.MaxPrice': '0.20',
    });
    const { attributes: fromName } = await published({ ...SMS, senderId: 'Acme' });
    expect(fromName).toEqual({ 'AWS.SNS.SMS.SMSType': 'Transactional', 'AWS.SNS.SMS.SenderID': 'Acme' });
  });
});

describe('a number that has opted out', () => {
  const sms = (optedOut: boolean | 'unknown') => {
    let now = 0;
    const { client, asked } = answering((input) => {
      if ('Message' in input) return { MessageId: 'one' };
      if (optedOut === 'unknown') throw new Error('AuthorizationError');
      return { isOptedOut: optedOut };
    });
    const messenger = createMessenger(sendersOf(client, noTopic, { now: () => now, pause }));
    const pass = (ms: number): void => {
      now += ms;
    };
    return { messenger, asked, pass };
  };

  it('gets nothing, and that is a failure of the channel: another has to do', async () => {
    const { messenger, asked } = sms(true);
    expect(await messenger.send(SMS)).toEqual({ failure: 'OptedOut' });
    expect(asked).toContainEqual({ phoneNumber: SMS.to });
    expect(asked.filter((input) => 'Message' in input)).toEqual([]);
  });

  it('is asked about once in ten minutes', async () => {
    const { messenger, asked, pass } = sms(false);
    for (const ms of [0, 599_999, 1]) {
      pass(ms);
      expect(await messenger.send(SMS)).toEqual({ messageId: 'one' });
    }
    expect(asked.filter((input) => 'phoneNumber' in input)).toHaveLength(2);
  });

  it('is left to SNS where that does not tell', async () => {
    const { messenger } = sms('unknown');
    expect(await messenger.send(SMS)).toEqual({ messageId: 'one' });
  });
});

describe('a number in the SMS sandbox', () => {
  /** `sandbox` maps the verified numbers; `out` is an account that has left it, `unknown` one that does not tell. */
  const sms = (sandbox: readonly string[] | 'out' | 'unknown') => {
    const commands: string[] = [];
    const client = stubbed(new SNSClient({ region: 'eu-central-1' }), (command) => {
      commands.push(command);
      if (command === 'PublishCommand') return { MessageId: 'one' };
      if (command === 'CheckIfPhoneNumberIsOptedOutCommand') return { isOptedOut: false };
      if (sandbox === 'unknown') throw new Error('AuthorizationError');
      if (command === 'GetSMSSandboxAccountStatusCommand') return { IsInSandbox: sandbox !== 'out' };
      const numbers = sandbox === 'out' ? [] : sandbox;
      return {
        PhoneNumbers: [
          { PhoneNumber: '+4917', Status: 'Pending' },
          ...numbers.map((PhoneNumber) => ({ PhoneNumber, Status: 'Verified' })),
        ],
      };
    });
    const senders = sendersOf(client, noTopic, { now: () => 0, pause });
    return { messenger: createMessenger(senders), commands };
  };

  it('gets nothing unless it is verified, and that is a failure of the channel', async () => {
    const { messenger, commands } = sms(['+4916']);
    expect(await messenger.send(SMS)).toEqual({ failure: 'NotVerified' });
    expect(await messenger.send({ ...SMS, to: '+4917' })).toEqual({ failure: 'NotVerified' });
    expect(await messenger.send({ ...SMS, to: '+4916' })).toEqual({ messageId: 'one' });
    expect(commands.filter((command) => command === 'ListSMSSandboxPhoneNumbersCommand')).toHaveLength(1);
  });

  it.each(['out', 'unknown'] as const)('is sent to where the account is %s', async (sandbox) => {
    expect(await sms(sandbox).messenger.send(SMS)).toEqual({ messageId: 'one' });
  });
});

describe('a function that sends by one channel alone', () => {
  it('takes a message by another for a failure of that channel', async () => {
    const { client } = answering(() => ({ MessageId: 'one' }));
    const messenger = createMessenger({ sms: createSmsSender(client, reached) });
    const email = { ...SMS, channel: 'email', to: 'ana@acme.example', ...MAIL } as const;
    expect(await messenger.send(email)).toEqual({ failure: 'NoSender' });
  });
});

describe('an e-mail by SNS', () => {
  const EMAIL = {
    rep: 'ana',
    purpose: 'alert',
    leadIds: [],
    channel: 'email',
    to: 'ana@acme.example',
    ...MAIL,
  } as const;

  const email = (confirmed: string | 'unknown') => {
    let now = 0;
    const commands: string[] = [];
    const client = stubbed(new SNSClient({ region: 'eu-central-1' }), (command) => {
      commands.push(command);
      if (command === 'PublishCommand') return { MessageId: 'one' };
      if (confirmed === 'unknown') throw new Error('AuthorizationError');
      return { Attributes: { SubscriptionsConfirmed: confirmed, SubscriptionsPending: '1' } };
    });
    const senders = sendersOf(client, async () => 'topic', { now: () => now, pause });
    const pass = (ms: number): void => {
      now += ms;
    };
    return { messenger: createMessenger(senders), commands, pass };
  };

  it('goes to a topic that somebody has confirmed', async () => {
    expect(await email('1').messenger.send(EMAIL)).toEqual({ messageId: 'one' });
  });

  it('to a topic that nobody has confirmed is a failure, and is not sent', async () => {
    const { messenger, commands } = email('0');
    expect(await messenger.send(EMAIL)).toEqual({ failure: 'NotSubscribed' });
    expect(commands).toEqual(['GetTopicAttributesCommand']);
  });

  it('asks about a topic once in ten minutes', async () => {
    const { messenger, commands, pass } = email('1');
    for (const ms of [0, 599_999, 1]) {
      pass(ms);
      await messenger.send(EMAIL);
    }
    expect(commands.filter((command) => command === 'GetTopicAttributesCommand')).toHaveLength(2);
  });

  it('is left to SNS where that does not tell', async () => {
    expect(await email('unknown').messenger.send(EMAIL)).toEqual({ messageId: 'one' });
  });
});

describe('an e-mail by SES', () => {
  const way = { by: 'ses', identity: 'acme.example', configurationSet: 'sending', from: 'leads@acme.example' } as const;

  const by = (answer: () => object) => {
    const asked: object[] = [];
    const client = stubbed(new SESv2Client({ region: 'eu-central-1' }), (_, input) => {
      asked.push(input);
      return answer();
    });
    return { messenger: createMessenger({ email: createSesSender(client, way) }), asked };
  };
  const EMAIL = { rep: 'ana', purpose: 'alert', leadIds: ['one'], channel: 'email', to: 'ana@acme.example' } as const;

  it('goes to the address as plain text and as HTML, from the one address that it may come from', async () => {
    const { messenger, asked } = by(() => ({ MessageId: 'one' }));
    const link = 'https://go.acme.example/a/x';
    const mail = mailText('Jane', 'de', [['Anrufen.'], [button('Lead öffnen', link, `Lead öffnen: ${link}`)]]);
    expect(await messenger.send({ ...EMAIL, ...mail })).toEqual({ messageId: 'one', mayReturn: true });
    const html = expect.stringMatching(/<html lang="de">[\s\S]*<a href="https:\/\/go\.acme\.example\/a\/x"/);
    expect(asked).toEqual([
      {
        FromEmailAddress: 'Golden Hour <leads@acme.example>',
        Destination: { ToAddresses: ['ana@acme.example'] },
        ConfigurationSetName: 'sending',
        EmailTags: [
          { Name: 'purpose', Value: 'alert' },
          { Name: 'lead', Value: 'one' },
        ],
        Content: {
          Simple: {
            Subject: { Data: 'Jane', Charset: 'UTF-8' },
            Body: {
              Text: { Data: `Anrufen.\n\nLead öffnen: ${link}\n`, Charset: 'UTF-8' },
              Html: { Data: html, Charset: 'UTF-8' },
            },
          },
        },
      },
    ]);
  });

  it('has a subject of one line, whatever is in it', async () => {
    const { messenger, asked } = by(() => ({ MessageId: 'one' }));
    await messenger.send({ ...EMAIL, ...mailText('Jane\r\nBcc: all@evil.example', 'en', [['Call her.']]) });
    expect(asked).toMatchObject([{ Content: { Simple: { Subject: { Data: 'Jane Bcc: all@evil.example' } } } }]);
  });

  it('that SES refuses is a failure by its name: another channel has to do', async () => {
    const { messenger } = by(() => {
      throw new MessageRejected({ message: 'Email address is not verified: ana@acme.example', $metadata: {} });
    });
    expect(await messenger.send({ ...EMAIL, ...MAIL })).toEqual({ failure: 'MessageRejected' });
  });
});
