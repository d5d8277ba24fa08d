import { createHash, createHmac } from 'node:crypto';
import type { WebRequest } from '../../../shared/application/receiving/web-request.ts';
import type { SourceKind } from '../../../shared/domain/vocabulary/source-kinds.ts';

/** A request as its sender would make it. */
export interface Sending {
  readonly url: string;
  readonly body: string;
  readonly secret: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

const hmac = (algorithm: string, key: string | Buffer, data: string) => createHmac(algorithm, key).update(data);

/** Each kind's own headers, written after its documentation and not after our table. */
const HEADERS: Readonly<Partial<Record<SourceKind, (sending: Sending) => Readonly<Record<string, string>>>>> = {
  typeform: ({ secret, body }) => ({ 'typeform-signature': `sha256=${hmac('sha256', secret, body).digest('base64')}` }),
  webflow: ({ secret, body, now }) => ({
    'x-webflow-timestamp': String(now),
    'x-webflow-signature': hmac('sha256', secret, `${now}:${body}`).digest('hex'),
  }),
  hubspot: ({ secret, body, url, now }) => ({
    'x-hubspot-request-timestamp': String(now),
    'x-hubspot-signature-v3': hmac('sha256', secret, `POST${decodeURIComponent(url)}${body}${now}`).digest('base64'),
    'x-hubspot-signature-version': 'v1',
    'x-hubspot-signature': createHash('sha256').update(`${secret}${body}`).digest('hex'),
  }),
  'hubspot-workflow': ({ secret, body, url }) => ({
    'x-hubspot-signature-version': 'v2',
    'x-hubspot-signature': createHash('sha256').update(`${secret}POST${url}${body}`).digest('hex'),
  }),
  meta: ({ secret, body }) => ({ 'x-hub-signature-256': `sha256=${hmac('sha256', secret, body).digest('hex')}` }),
  linkedin: ({ secret, body }) => ({ 'x-li-signature': hmac('sha256', secret, `hmacsha256=${body}`).digest('hex') }),
  calendly: ({ secret, body, now }) => {
    const seconds = Math.floor(now / 1_000);
    return {
      'calendly-webhook-signature': `t=${seconds},v1=${hmac('sha256', secret, `${seconds}.${body}`).digest('hex')}`,
    };
  },
  intercom: ({ secret, body }) => ({ 'x-hub-signature': `sha1=${hmac('sha1', secret, body).digest('hex')}` }),
  segment: ({ secret, body }) => ({ 'x-signature': hmac('sha1', secret, body).digest('hex') }),
  slack: ({ secret, body, now }) => {
    const seconds = Math.floor(now / 1_000);
    return {
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': `v0=${hmac('sha256', secret, `v0:${seconds}:${body}`).digest('hex')}`,
    };
  },
  json: ({ secret, body, now }) => {
    const seconds = Math.floor(now / 1_000);
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    return {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(seconds),
      'webhook-signature': `v1,${hmac('sha256', key, `msg_1.${seconds}.${body}`).digest('base64')}`,
    };
  },
};

export const SIGNED_KINDS = Object.keys(HEADERS).filter((kind): kind is SourceKind => kind in HEADERS);

export const signed = (kind: SourceKind, sending: Sending): WebRequest => ({
  method: 'POST',
  url: sending.url,
  headers: { 'content-type': 'application/json', ...HEADERS[kind]?.(sending) },
  body: Buffer.from(sending.body),
});
