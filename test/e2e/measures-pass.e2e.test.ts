import { SetSubscriptionAttributesCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, GetQueueAttributesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { clientConfig } from '../../local/clients.ts';
import { readRepTopics } from '../../shared/adapters/aws/rep-topics.ts';
import { receiptKey } from '../../shared/application/documents/receipts.ts';
import { MARKETING } from '../../shared/domain/alert/delivery/inbox.ts';
import { lastCheckIn } from '../../shared/domain/measures/check-in.ts';
import { DEFAULT_TERMS } from '../../shared/domain/measures/terms.ts';
import { CHECK_IN } from '../support/e2e/agreement.ts';
import { type HotLead, hotLead } from '../support/e2e/leads.ts';
import { openDeployed, until, type World } from '../support/e2e/world.ts';

describe("the deployed stack's page of figures", () => {
  const deployed = inject('deployed');
  const { endpoint, outputs } = deployed;
  const page = outputs.MeasuresPageUrl ?? '';
  const clients = {
    sns: new SNSClient(clientConfig(endpoint)),
    sqs: new SQSClient(clientConfig(endpoint)),
    ssm: new SSMClient(clientConfig(endpoint)),
  };
  let world: World;
  let lead: HotLead;
  let mailbox = '';
  let manager: { readonly id: string; readonly email: string };

  beforeAll(async () => {
    world = await openDeployed(deployed);
    const { reps } = world.agreement;
    const found = Object.values(reps).find(({ id }) => Object.values(reps).some((rep) => rep.manager === id));
    if (found === undefined) throw new Error('the agreement has no manager');
    manager = found;
    // What the topic sends by e-mail, a queue of ours hears too.
    const topic = (await readRepTopics(clients.ssm, (outputs.RepTopics ?? '').split(','))).get(manager.id);
    const { QueueUrl = '' } = await clients.sqs.send(new CreateQueueCommand({ QueueName: `mailbox-${Date.now()}` }));
    mailbox = QueueUrl;
    const { Attributes } = await clients.sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
    );
    const { SubscriptionArn } = await clients.sns.send(
      new SubscribeCommand({ TopicArn: topic, Protocol: 'sqs', Endpoint: Attributes?.QueueArn }),
    );
    await clients.sns.send(
      new SetSubscriptionAttributesCommand({
        SubscriptionArn,
        AttributeName: 'RawMessageDelivery',
        AttributeValue: 'true',
      }),
    );
    lead = await hotLead(world);
  });
  afterAll(async () => {
    for (const client of Object.values(clients)) client.destroy();
    await world?.close();
  });

  const linkInMail = () =>
    until('link in the mailbox', async () => {
      const { Messages = [] } = await clients.sqs.send(
        new ReceiveMessageCommand({ QueueUrl: mailbox, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }),
      );
      const texts = Messages.map(({ Body = '' }) => Body).filter((text) => text.includes('figures'));
      return texts.map((text) => /https?:\S+\/m\/[\w-]{22}\b/.exec(text)?.[0]).at(-1);
    });

  it('mails a link to a manager who asks for one, and shows what came', async () => {
    const form = await fetch(page);
    expect(form.status).toBe(200);
    expect(await form.text()).toContain('Send me a link');
    const asked = await fetch(page, { method: 'POST', body: new URLSearchParams({ email: manager.email }) });
    expect(await asked.text()).toContain('Look into your mailbox');
    const link = await linkInMail();
    expect(link.startsWith(`${page}/`)).toBe(true);
    // keep-measures gathers facts for half a minute, and what is shown may be five minutes old: the first look is the only one.
    await until('figures of the lead', async () => (await world.store.history(lead.id)).length > 0 || undefined);
    const shown = await fetch(link);
    const html = await shown.text();
    expect(shown.status).toBe(200);
    expect(shown.headers.get('cache-control')).toBe('no-store');
    expect(html).toContain('Time to alert');
    const [, csv = ''] = /href="([^"]+times\.csv[^"]*)"/.exec(html) ?? [];
    const table = await fetch(new URL(csv, link));
    expect(table.status).toBe(200);
    expect(await table.text()).toMatch(/^alert,\d/m);
  });

  it('mails the check-in of last week to everybody, once', async () => {
    const { monday } = lastCheckIn({ ...DEFAULT_TERMS, digest: CHECK_IN }, Date.now());
    // A quarter of an hour may have been over before.
    const invoked = await fetch(`${endpoint}/2015-03-31/functions/${outputs.MailFiguresFunctionName}/invocations`, {
      method: 'POST',
      body: '{}',
    });
    expect(invoked.headers.has('x-amz-function-error')).toBe(false);
    const readers = [...Object.keys(world.agreement.reps), MARKETING];
    const keys = readers.map((reader) => receiptKey(`check-in ${reader} ${monday}`));
    const told = await world.store.load(keys);
    const { email } = world.agreement.sla.marketing ?? {};
    expect(keys.filter((key) => told.get(key) === undefined)).toEqual(email === undefined ? keys.slice(-1) : []);
  });

  it('shows nothing without one', async () => {
    for (const path of ['AAAAAAAAAAAAAAAAAAAAAA', 'AAAAAAAAAAAAAAAAAAAAAA/tables/times.csv', 'me']) {
      const refused = await fetch(`${page}/${path}`);
      expect(refused.status, path).toBe(404);
      expect(await refused.text()).not.toContain('Time to alert');
    }
  });
});
