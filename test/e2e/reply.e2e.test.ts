import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTopicCommand, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientConfig } from '../../local/clients.ts';
import { deploy } from '../../local/deploy.ts';
import { sentSms } from '../../local/messages.ts';
import { type MiniStack, startMiniStack } from '../../local/ministack.ts';
import { writeE2eAgreement } from '../support/e2e-agreement.ts';
import { capture, demoRequested, openStack, type RunningStack } from '../support/e2e-stack.ts';
import { freePort } from '../support/free-port.ts';

/** A stack of its own: the one that the others share has no two-way number. */
describe('the deployed stack with the topic of a two-way number', () => {
  const folder = mkdtempSync(join(tmpdir(), 'golden-hour-replies-'));
  let miniStack: MiniStack | undefined;
  let stack: RunningStack | undefined;
  let sns: SNSClient | undefined;
  let topicArn = '';

  const running = (): { readonly stack: RunningStack; readonly sns: SNSClient; readonly endpoint: string } => {
    if (miniStack === undefined || stack === undefined || sns === undefined) throw new Error('The stack is not up.');
    return { stack, sns, endpoint: miniStack.endpoint };
  };

  beforeAll(async () => {
    miniStack = await startMiniStack(await freePort());
    const { endpoint } = miniStack;
    sns = new SNSClient(clientConfig(endpoint));
    const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: 'two-way' }));
    topicArn = TopicArn;
    const agreementFolder = writeE2eAgreement(folder);
    const { BusName = '' } = await deploy(endpoint, { agreementFolder, context: { repliesTopicArn: topicArn } });
    stack = await openStack(endpoint, BusName);
  });

  afterAll(async () => {
    stack?.close();
    sns?.destroy();
    await miniStack?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A hot lead whose owner was told by SMS; answers its id and that phone. */
  const hot = async (name: string): Promise<{ readonly leadId: string; readonly phone: string }> => {
    const { stack: open } = running();
    const email = `${name}@${name}-works.example`;
    await open.put(capture(email, `${name} works`, name), demoRequested(email));
    const { to } = await open.sms(({ text }) => text.includes(`${name} works`));
    const { leadId = '' } = await open.fact(
      'RepAlerted',
      ({ data, leadId: id }) => data.channel === 'sms' && !seen.has(id ?? ''),
    );
    seen.add(leadId);
    return { leadId, phone: to };
  };
  const seen = new Set<string>();

  /** As AWS End User Messaging SMS publishes what a number receives. */
  const reply = async (originationNumber: string, messageBody: string, inboundMessageId = randomUUID()) => {
    const payload = {
      originationNumber,
      destinationNumber: '+12065550100',
      messageKeyword: 'KEYWORD',
      messageBody,
      inboundMessageId,
    };
    await running().sns.send(new PublishCommand({ TopicArn: topicArn, Message: JSON.stringify(payload) }));
  };

  const helpTo = async (phone: string): Promise<readonly string[]> =>
    (await sentSms(running().endpoint))
      .filter((sms) => sms.to === phone && !/https?:/.test(sms.text))
      .map((sms) => sms.text);

  it('takes 1 for an acceptance, once, and says how to answer where nothing waits', async () => {
    const { stack: open } = running();
    const { leadId, phone } = await hot('heron');
    const id = randomUUID();
    await reply(phone, '1', id);
    const accepted = await open.fact('LeadAccepted', (fact) => fact.leadId === leadId);
    expect(accepted.data.lateBy).toBeUndefined();
    await reply(phone, '1', id);
    await reply(phone, '1');
    const help = await open.sms(({ to, text }) => to === phone && text.startsWith('No lead waits'));
    expect(help.text.length).toBeLessThanOrEqual(160);
    await open.listen(2_000);
    expect(await helpTo(phone)).toHaveLength(1);
    expect(open.heard.filter((fact) => fact.leadId === leadId && fact.type === 'LeadAccepted')).toHaveLength(1);
  });

  it('takes 2 and a number for a rejection by that reason', async () => {
    const { leadId, phone } = await hot('egret');
    await reply(phone, '2 3');
    const rejected = await running().stack.fact('LeadRejected', (fact) => fact.leadId === leadId);
    expect(rejected.data.reason).toBe('duplicate');
  });

  it('does not answer a stranger', async () => {
    await reply('+491555000077', '1');
    await running().stack.listen(2_000);
    expect(await helpTo('+491555000077')).toEqual([]);
  });
});
