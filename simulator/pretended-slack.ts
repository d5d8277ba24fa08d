import { SECOND_MS } from '../shared/domain/time/durations.ts';
import type { Instant } from '../shared/domain/time/instant.ts';
import type { SecretStore } from '../shared/ports/secret-store.ts';
import { NotAnswered, type WebAnswer, type WebCall, type WebCalls } from '../shared/ports/web-calls.ts';

/** A message as it stands in Slack. */
export interface ChatMessage {
  readonly channel: string;
  readonly ts: string;
  readonly at: Instant;
  readonly text: string;
  readonly blocks: unknown;
  /** How often it was written anew. */
  readonly changes: number;
}

export interface PretendedSlackOptions {
  /** How many messages a channel takes in a second, beyond which it answers 429; no limit unless told. */
  readonly perSecond?: number;
  /** Seconds that it asks to wait then. */
  readonly retryAfter?: number;
  readonly signedWith?: readonly string[];
}

/** Slack in one process, as far as we call it. */
export interface PretendedSlack {
  readonly messages: readonly ChatMessage[];
  /** What people were told who pressed a button, by the address to answer to. */
  readonly told: readonly { readonly url: string; readonly text: string }[];
  /** Each method that was called, with the status that it was answered by. */
  readonly calls: readonly { readonly method: string; readonly status: number }[];
  /** `down`: every call is answered by 503; `silent`: none is answered; `refusing`: it takes our token no more. */
  state: 'up' | 'down' | 'silent' | 'refusing';
  readonly secrets: Pick<SecretStore, 'read'>;
  webCalls(now: () => Instant): WebCalls;
}

const answer = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): WebAnswer => ({
  ...{ status, headers },
  body: JSON.stringify(body),
});

/** A direct message has a channel of its own, beside the member's id. */
export const channelOf = (member: string): string => `D${member.slice(1)}`;

export const createPretendedSlack = (options: PretendedSlackOptions = {}): PretendedSlack => {
  const { perSecond, retryAfter = 1, signedWith = ['s1gning'] } = options;
  const messages: ChatMessage[] = [];
  const told: { url: string; text: string }[] = [];
  const calls: { method: string; status: number }[] = [];

  const post = (form: URLSearchParams, now: Instant): WebAnswer => {
    const channel = channelOf(form.get('channel') ?? '');
    const recent = messages.filter((one) => one.channel === channel && one.at > now - SECOND_MS).length;
    if (perSecond !== undefined && recent >= perSecond)
      return answer(429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(retryAfter) });
    const ts = `${Math.floor(now / SECOND_MS)}.${String(messages.length + 1).padStart(6, '0')}`;
    const blocks: unknown = JSON.parse(form.get('blocks') ?? '[]');
    messages.push({ channel, ts, at: now, text: form.get('text') ?? '', blocks, changes: 0 });
    return answer(200, { ok: true, channel, ts });
  };

  const update = (form: URLSearchParams): WebAnswer => {
    const index = messages.findIndex(({ channel, ts }) => channel === form.get('channel') && ts === form.get('ts'));
    const before = messages[index];
    if (before === undefined) return answer(200, { ok: false, error: 'message_not_found' });
    const blocks: unknown = JSON.parse(form.get('blocks') ?? '[]');
    messages[index] = { ...before, text: form.get('text') ?? '', blocks, changes: before.changes + 1 };
    return answer(200, { ok: true });
  };

  const slack: PretendedSlack = {
    ...{ messages, told, calls },
    state: 'up',
    secrets: { read: async () => ({ apiToken: 'xoxb-pretended', secrets: signedWith }) },
    webCalls: (now) => ({
      call: async ({ url, body = '' }: WebCall) => {
        const method = /\/api\/([a-zA-Z.]+)$/.exec(url)?.[1];
        if (slack.state === 'silent') throw new NotAnswered('slack.com', 'TimeoutError');
        const given = ((): WebAnswer => {
          if (slack.state === 'down') return answer(503, '');
          if (method !== undefined && slack.state === 'refusing')
            return answer(200, { ok: false, error: 'invalid_auth' });
          switch (method) {
            case undefined:
              told.push({ url, text: String(JSON.parse(body).text) });
              return answer(200, 'ok');
            case 'chat.postMessage':
              return post(new URLSearchParams(body), now());
            case 'chat.update':
              return update(new URLSearchParams(body));
            case 'users.info':
              return answer(200, { ok: true, user: { deleted: false } });
            default:
              return answer(200, { ok: true });
          }
        })();
        calls.push({ method: method ?? 'response', status: given.status });
        return given;
      },
    }),
  };
  return slack;
};
