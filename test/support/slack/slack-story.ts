import { createHmac } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import type { Agreement, Rep } from '../../../shared/domain/agreement/agreement.ts';
import type { ChatMessage, PretendedSlack } from '../../../simulator/pretended-slack.ts';
import { clause, rep, smallAgreement, territory, withoutManager } from '../agreement/small-agreement.ts';
import { httpEvent } from '../pages/http-event.ts';

export const JANE = 'jane@mail.example';
export const ANA = 'U0ANAORTIZ';
export const BEN = 'U0BENYILMAZ';
export const MIA = 'U0MIAVOGEL';

/** By Slack alone, so that what is listed is what stands there. */
export const chatted = (id: string, slack: string, parts: Partial<Rep> = {}): Rep =>
  rep(id, { slack, channels: ['slack'], ...parts });

/** Ana, then Ben, whose manager is Mia; half an hour to accept, with nothing before that. */
export const chattedTeam = (sla: Partial<Agreement['sla']> = {}, parts: Partial<Rep> = {}): Agreement =>
  smallAgreement({
    reps: [chatted('ana', ANA, parts), chatted('ben', BEN), withoutManager(chatted('mia', MIA))],
    territories: [territory('Everywhere', ['ana', 'ben'])],
    sla: { accept: clause(30, [[30, 'reassign']]), contact: clause(1440, []), ...sla },
  });

const Element = z.looseObject({
  action_id: z.string(),
  value: z.string().optional(),
  url: z.string().optional(),
  options: z.array(z.looseObject({ value: z.string(), text: z.object({ text: z.string() }) })).optional(),
});

const Blocks = z.array(
  z.looseObject({
    type: z.string(),
    text: z.object({ text: z.string() }).optional(),
    elements: z.array(Element).optional(),
  }),
);

/** Its buttons and choices by their names. */
export const buttonsOf = ({ blocks }: ChatMessage): readonly string[] =>
  Blocks.parse(blocks).flatMap(({ elements = [] }) => elements.map(({ action_id }) => action_id));

export const wordsOf = ({ blocks }: ChatMessage): string =>
  Blocks.parse(blocks)
    .flatMap(({ text }) => (text === undefined ? [] : [text.text]))
    .join('\n');

const elementOf = ({ blocks }: ChatMessage, action: string) =>
  Blocks.parse(blocks)
    .flatMap(({ elements = [] }) => elements)
    .find(({ action_id }) => action_id === action);

/** What Slack says of a button. The message may have been written anew meanwhile: it is pressed as it was seen. */
export const pressed = (message: ChatMessage, user: string, action: string, reason?: string): string => {
  const element = elementOf(message, action);
  const chosen = element?.options?.find(({ value }) => value.endsWith(` ${reason}`));
  return JSON.stringify({
    type: 'block_actions',
    user: { id: user },
    response_url: 'https://hooks.slack.com/actions/T1/2/three',
    actions: [
      {
        action_id: action,
        ...(element?.value === undefined ? {} : { value: element.value }),
        ...(chosen === undefined ? {} : { selected_option: chosen }),
      },
    ],
  });
};

/** The request that Slack makes of it, signed at the instant. */
export const slackRequest = (payload: string, at: number, secret = 's1gning'): APIGatewayProxyEventV2 => {
  const body = new URLSearchParams({ payload }).toString();
  const timestamp = String(Math.floor(at / 1_000));
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  const event = httpEvent({ method: 'POST', path: '/slack', body });
  return {
    ...event,
    headers: { ...event.headers, 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${signature}` },
  };
};

/** What whoever pressed a button was told last. */
export const toldLast = ({ told }: PretendedSlack): string => told.at(-1)?.text ?? '';

/** The capability of a button. */
export const capabilityOf = (message: ChatMessage): string => elementOf(message, 'accept')?.value ?? '';
