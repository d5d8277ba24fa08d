import * as z from '../../contracts/zod.ts';
import type { SlackText } from '../../domain/alert/channels/slack/compose-slack.ts';
import { messageIdOf, type Posted } from '../../domain/alert/channels/slack/posted.ts';
import type { SlackMessage } from '../../domain/alert/channels/slack/slack.ts';
import { type Handed, postponedUntil } from '../../domain/alert/delivery/sent.ts';
import { SECOND_MS } from '../../domain/time/durations.ts';
import type { ChatUpdates } from '../../ports/chat-updates.ts';
import type { TimeSource } from '../../ports/time-source.ts';
import { callSlack, NO_SUCH_MEMBER, NOT_CONNECTED, type SlackAccess, type SlackReply } from './slack-api.ts';

type Ports = SlackAccess & { readonly time: TimeSource };

/** A shorter wait is worth more than another round; a longer one would hold up whoever else is to be told. */
const WORTH_WAITING_MS = 3 * SECOND_MS;
const TRIES = 3;

const posted = z.object({ channel: z.string(), ts: z.string() });

/** Nothing that a lead says makes Slack fetch an address or look for a name. */
const AS_IT_IS = {
  unfurl_links: 'false',
  unfurl_media: 'false',
  link_names: 'false',
  parse: 'none',
} as const;

/** What Slack's error is called in facts and in what doctor says. */
const failureOf = (error: string): string => {
  if (NOT_CONNECTED.has(error)) return 'NotConnected';
  return NO_SUCH_MEMBER.has(error) ? 'NoSuchMember' : `Slack ${error}`;
};

/** Waits as Slack wishes, where that is short. */
const patiently = async <T>(time: TimeSource, call: () => Promise<SlackReply<T>>): Promise<SlackReply<T>> => {
  let reply = await call();
  for (let tried = 1; tried < TRIES && reply.state === 'later' && reply.afterMs <= WORTH_WAITING_MS; tried += 1) {
    await time.pause(reply.afterMs);
    reply = await call();
  }
  return reply;
};

/** A direct message: for a channel's id Slack takes the member's. */
export const createSlackSender =
  (ports: Ports) =>
  async ({ to, text, blocks, about }: Pick<SlackMessage, 'to' | 'text' | 'blocks' | 'about'>): Promise<Handed> => {
    const args = { channel: to, text, blocks, ...AS_IT_IS };
    const reply = await patiently(ports.time, () => callSlack('chat.postMessage', { args, schema: posted }, ports));
    const now = ports.time.now();
    switch (reply.state) {
      case 'ok':
        return { messageId: messageIdOf(reply.body, about) };
      case 'refused':
        return { failure: failureOf(reply.error) };
      case 'later':
        return postponedUntil(now + reply.afterMs, now);
    }
  };

/** What is gone, or too old to be changed, stays as it is: nobody waits for it. */
export const createSlackUpdates = (ports: Ports): ChatUpdates => ({
  update: async ({ channel, ts }: Posted, { text, blocks }: SlackText) => {
    const args = { channel, ts, text, blocks, link_names: 'false', parse: 'none' };
    const reply = await patiently(ports.time, () => callSlack('chat.update', { args, schema: z.object({}) }, ports));
    if (reply.state === 'ok') return 'done';
    return reply.state === 'later' || reply.error.startsWith('status_5') ? 'later' : 'refused';
  },
});
