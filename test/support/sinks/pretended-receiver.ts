import { createHmac } from 'node:crypto';
import type { WebAnswer, WebCall } from '../../../shared/ports/web-calls.ts';

export interface PretendedReceiver {
  call(call: WebCall, now: number): WebAnswer | undefined;
  /** Each that was authentic and taken, in order. */
  readonly taken: readonly { readonly id: string; readonly at: number; readonly body: unknown }[];
  /** Each that came, taken or not. */
  readonly came: readonly { readonly id: string; readonly at: number }[];
}

const taken = (headers: Readonly<Record<string, string>>, body: string, secret: string): boolean => {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const expected = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  return (headers['webhook-signature'] ?? '').split(' ').includes(expected);
};

/** A receiver as Standard Webhooks describes it, with one secret; `say` answers otherwise. */
export const pretendedReceiver = (
  url: string,
  secret: string,
  say: (nth: number) => Partial<WebAnswer> | undefined = () => undefined,
): PretendedReceiver => {
  const all: { id: string; at: number; body: unknown }[] = [];
  const came: { id: string; at: number }[] = [];
  return {
    taken: all,
    came,
    call: ({ method, url: called, headers = {}, body = '' }, now) => {
      if (called !== url) return undefined;
      const id = headers['webhook-id'] ?? '';
      came.push({ id, at: now });
      const isFresh = Math.abs(now / 1_000 - Number(headers['webhook-timestamp'])) < 300;
      if (method !== 'POST' || !isFresh || !taken(headers, body, secret)) return { status: 401, headers: {}, body: '' };
      const otherwise = say(came.length);
      if (otherwise !== undefined) return { status: 500, headers: {}, body: '', ...otherwise };
      all.push({ id, at: now, body: JSON.parse(body) });
      return { status: 204, headers: {}, body: '' };
    },
  };
};
