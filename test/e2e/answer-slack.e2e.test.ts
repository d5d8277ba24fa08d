import { DeleteParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { clientConfig } from '../../local/clients.ts';
import type { ChatMessage } from '../../simulator/pretended-slack.ts';
import { CHATTER } from '../support/e2e/agreement.ts';
import { freePort } from '../support/e2e/free-port.ts';
import { pressInSlack, putSlack, type ServedSlack, SLACK, serveSlack } from '../support/e2e/slack.ts';
import { demoWanted, openStack, type RunningStack } from '../support/e2e/stack.ts';
import { until } from '../support/e2e/world.ts';
import { buildCommand } from '../support/scenario/command.ts';
import { buttonsOf, interactionOf, wordsOf } from '../support/slack/slack-story.ts';

describe('an alert in Slack of the deployed stack', () => {
  const { endpoint, outputs } = inject('deployed');
  let served: ServedSlack;
  let stack: RunningStack;

  beforeAll(async () => {
    buildCommand();
    const port = await freePort();
    served = await serveSlack(port);
    expect(putSlack(endpoint, `http://127.0.0.1:${port}/api/`)).toContain(outputs.SlackUrl);
    stack = await openStack(endpoint, outputs.BusName ?? '');
  });
  afterAll(async () => {
    stack?.close();
    served?.close();
    // Nobody is there any more.
    const client = new SSMClient(clientConfig(endpoint));
    await client.send(new DeleteParameterCommand({ Name: `${outputs.SecretsPrefix}sinks/slack` }));
    client.destroy();
  });

  const posted = (): Promise<ChatMessage> => until('message in Slack', async () => served.slack.messages[0]);
  const press = async (message: ChatMessage, user: string, secret?: string): Promise<number> => {
    const payload = JSON.stringify(interactionOf(message, user, 'accept'));
    return (await pressInSlack(endpoint, payload, secret)).status;
  };

  it('is posted to its rep, by the token that was put', async () => {
    await stack.put(...demoWanted('palm', CHATTER.country));
    const message = await posted();
    expect(message.channel).toBe(`D${CHATTER.slack.slice(1)}`);
    expect(wordsOf(message)).toContain('palm works');
    expect(buttonsOf(message)).toEqual(['accept', 'reject', 'open']);
    expect([...served.authorizations]).toEqual([`Bearer ${SLACK.apiToken}`]);
    const { data } = await stack.fact(
      'RepAlerted',
      (fact) => fact.data.rep === CHATTER.rep && fact.data.channel === 'slack',
    );
    expect(data.messageId).toBe(`${message.channel}:${message.ts}`);
  });

  it('is accepted by its rep alone, and by a request that Slack has signed; then it says so', async () => {
    const message = await posted();
    expect(await press(message, CHATTER.slack, 'an0ther')).toBe(401);
    expect(await press(message, 'U0STRANGER')).toBe(200);
    await stack.listen(2_000);
    expect(stack.heard.filter(({ type, data }) => type === 'LeadAccepted' && data.rep === CHATTER.rep)).toEqual([]);
    expect(await press(message, CHATTER.slack)).toBe(200);
    await stack.fact('LeadAccepted', ({ data }) => data.rep === CHATTER.rep);
    const after = await until('message written anew', async () => {
      const [now] = served.slack.messages;
      return now !== undefined && now.changes > 0 ? now : undefined;
    });
    expect(buttonsOf(after)).toEqual(['open']);
    expect(served.slack.messages).toHaveLength(1);
  });
});
