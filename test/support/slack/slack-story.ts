import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import type { Agreement, Rep } from '../../../shared/domain/agreement/agreement.ts';
import type { ChatMessage, PretendedSlack } from '../../../simulator/pretended-slack.ts';
import { clause, rep, smallAgreement, territory, withoutManager } from '../agreement/small-agreement.ts';
import { httpEvent } from '../pages/http-event.ts';
import { signed } from '../sources/signed.ts';

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

/** Who pressed what. The message may have been written anew meanwhile: it is pressed as it was seen. */
export const interactionOf = (message: ChatMessage, user: string, action: string, reason?: string) => {
  const element = elementOf(message, action);
  const chosen = element?.options?.find(({ value }) => value.endsWith(` ${reason}`));
  return {
    type: 'block_actions',
    user: { id: user },
    actions: [
      {
        action_id: action,
        ...(element?.value === undefined ? {} : { value: element.value }),
        ...(chosen === undefined ? {} : { selected_option: chosen }),
      },
    ],
  };
};

/** What Slack says of it, and where whoever pressed it can be told something. */
export const pressed = (...what: Parameters<typeof interactionOf>): string =>
  JSON.stringify({ ...interactionOf(...what), response_url: 'https://hooks.slack.com/actions/T1/2/three' });

/** The form that Slack sends, signed at the instant. */
export const slackForm = (payload: string, now: number, secret: string) => {
  const body = new URLSearchParams({ payload }).toString();
  const { headers } = signed('slack', { url: '/slack', body, secret, now });
  return { body, headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' } };
};

/** The request as the function gets it. */
export const slackRequest = (payload: string, now: number, secret = 's1gning'): APIGatewayProxyEventV2 =>
  httpEvent({ method: 'POST', path: '/slack', ...slackForm(payload, now, secret) });

/** What whoever pressed a button was told last. */
export const toldLast = ({ told }: PretendedSlack): string => told.at(-1)?.text ?? '';

/** The capability of a button. */
export const capabilityOf = (message: ChatMessage): string => elementOf(message, 'accept')?.value ?? '';
