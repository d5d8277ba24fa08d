import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  DescribeRuleCommand,
  EventBridgeClient,
  ListRulesCommand,
  PutEventsCommand,
  PutRuleCommand,
} from '@aws-sdk/client-eventbridge';
import { CreateEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { clientConfig } from '../../local/clients.ts';
import { deploy } from '../../local/deploy.ts';
import { mailTags } from '../../shared/contracts/email/mail-tags.ts';
import { writeE2eAgreement } from '../support/e2e/agreement.ts';
import { logGroups } from '../support/e2e/logs.ts';
import { useOwnServer } from '../support/e2e/own-server.ts';
import { demoWanted, openStack } from '../support/e2e/stack.ts';
import { until } from '../support/e2e/world.ts';

const FROM = 'leads@golden.example';
const ANA = { email: 'ana@sales.example', phone: '+491555000001' };

const Messages = z.object({
  messages: z.record(
    z.string(),
    z.array(z.looseObject({ MessageId: z.string(), Source: z.string(), To: z.array(z.string()), Subject: z.string() })),
  ),
});

/** As MiniStack keeps them. */
const mails = async (endpoint: string) => {
  const answer = await (await fetch(`${endpoint}/_ministack/ses/messages`)).json();
  return Object.values(Messages.parse(answer).messages).flat();
};

/** Nobody may speak as SES, here as on AWS: the rules hear somebody else instead. */
const AS_SES = 'test.ses';

const hearAnother = async (client: EventBridgeClient): Promise<number> => {
  const { Rules = [] } = await client.send(new ListRulesCommand({ EventBusName: 'default' }));
  const ofSes = Rules.filter(({ EventPattern = '' }) => EventPattern.includes('aws.ses'));
  for (const { Name } of ofSes) {
    const { EventPattern = '' } = await client.send(new DescribeRuleCommand({ Name, EventBusName: 'default' }));
    const pattern = EventPattern.replace('"aws.ses"', `"${AS_SES}"`);
    await client.send(new PutRuleCommand({ Name, EventBusName: 'default', EventPattern: pattern }));
  }
  return ofSes.length;
};

describe('e-mail by SES on a deployed stack', () => {
  const { folder, server } = useOwnServer('ses');

  /** Ana has the leads of the world, and is told by e-mail alone. */
  const writeAgreement = (): string => {
    const written = writeE2eAgreement(folder);
    const edit = (file: string, from: string, to: string): void => {
      const path = join(written, file);
      const text = readFileSync(path, 'utf8');
      if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
      writeFileSync(path, text.replace(from, to));
    };
    edit('territories.yaml', 'team: [{ rep: ana }, { rep: ben }]', 'team: [{ rep: ana }]');
    edit('reps.yaml', `email: ${ANA.email}`, `email: ${ANA.email}, alerts: [email]`);
    return written;
  };

  it('sends an alert as a mail, and an SMS in its place once it comes back, and tells no log whose it is', async () => {
    const { endpoint } = server();
    const ses = new SESv2Client(clientConfig(endpoint));
    const events = new EventBridgeClient(clientConfig(endpoint));
    await ses.send(new CreateEmailIdentityCommand({ EmailIdentity: 'golden.example' }));
    const outputs = await deploy(endpoint, {
      agreementFolder: writeAgreement(),
      context: { email: 'ses', emailFrom: FROM },
    });
    const [, configurationSet = ''] = (outputs.EmailVia ?? '').split(',');
    expect(await hearAnother(events)).toBe(2);
    const stack = await openStack(endpoint, outputs.BusName ?? '');
    await stack.put(...demoWanted('bounce'));
    const { leadId, data } = await stack.fact('RepAlerted', (fact) => fact.data.channel === 'email');
    expect(data).toMatchObject({ rep: 'ana', purpose: 'alert' });
    const mail = await until('mail', async () => (await mails(endpoint)).find(({ To }) => To.includes(ANA.email)));
    expect(mail).toMatchObject({ MessageId: data.messageId, Source: expect.stringContaining(FROM) });
    expect(JSON.stringify(mail)).toMatch(/<html lang=\\?"en\\?"/);

    const tags = Object.entries(mailTags({ purpose: 'alert', leadIds: [leadId ?? ''] }));
    const Detail = JSON.stringify({
      eventType: 'Bounce',
      bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: ANA.email }] },
      mail: {
        messageId: data.messageId,
        timestamp: new Date().toISOString(),
        destination: [ANA.email],
        tags: {
          'ses:configuration-set': [configurationSet],
          ...Object.fromEntries(tags.map(([name, value]) => [name, [value]])),
        },
      },
    });
    // EventBridge delivers twice at times.
    const entry = { Source: AS_SES, DetailType: 'Email Bounced', Detail };
    await events.send(new PutEventsCommand({ Entries: [entry, entry] }));
    const sms = await stack.sms(({ to }) => to === ANA.phone);
    expect(sms.text).toContain('/a/');
    await stack.fact('RepUnreachable', (fact) => fact.data.rep === 'ana');
    await stack.fact('RepAlerted', (fact) => fact.data.failure === 'Bounced');
    await stack.listen(2_000);
    expect(stack.heard.filter(({ type }) => type === 'RepUnreachable')).toHaveLength(1);
    expect(stack.heard.filter((fact) => fact.type === 'RepAlerted' && fact.data.channel === 'sms')).toHaveLength(1);

    const sqs = new SQSClient(clientConfig(endpoint));
    const poison = JSON.stringify({
      id: 'one',
      time: 'never',
      detail: { mail: { destination: [ANA.email, ANA.phone] } },
    });
    await sqs.send(new SendMessageCommand({ QueueUrl: outputs.HearBounceQueueUrl, MessageBody: poison }));
    const said = await until('failure of hear-bounce', async () => {
      const lines = (await logGroups(endpoint)).get(outputs.HearBounceLogGroup ?? '') ?? [];
      return lines.some((line) => line.includes('A message could not be handled')) ? lines : undefined;
    });
    expect(said.filter((line) => line.includes(ANA.email) || line.includes(ANA.phone))).toEqual([]);
    stack.close();
    for (const client of [ses, events, sqs]) client.destroy();
  });
});
