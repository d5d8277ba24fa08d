import type { KeptRequest } from '../../domain/source/kept-request.ts';
import type { Instant } from '../../domain/time/instant.ts';
import * as z from '../zod.ts';

/** As receive-webhook writes it. The body is packed: in base64 alone, the longest that is taken would not fit. */
export const keptMessage = z.object({
  request: z.object({
    source: z.string(),
    receivedAt: z.int(),
    headers: z.record(z.string(), z.string()),
    /** Gzip, base64. */
    body: z.base64(),
  }),
});

/** As the rule of a partner's bus hands it on. */
const partnerEvent = z.object({
  id: z.string(),
  source: z.string(),
  time: z.iso.datetime({ offset: true }),
  detail: z.unknown(),
});

export interface PartnerEvent {
  readonly id: string;
  readonly source: string;
  readonly detail: unknown;
}

export type ReceivedMessage =
  | { readonly request: KeptRequest }
  | { readonly event: PartnerEvent; readonly receivedAt: Instant };

const received = z.union([keptMessage, partnerEvent]);

/** What waits to be read. Throws where it is neither: it was not written by this version. */
export const readReceivedMessage = (body: string, unpack: (packed: Uint8Array) => Uint8Array): ReceivedMessage => {
  const message = received.parse(JSON.parse(body));
  if ('request' in message)
    return { request: { ...message.request, body: unpack(Buffer.from(message.request.body, 'base64')) } };
  const { id, source, time, detail } = message;
  return { event: { id, source, detail }, receivedAt: Date.parse(time) };
};

export const receivedMessage = ({ body, ...request }: KeptRequest, pack: (body: Uint8Array) => Uint8Array): string =>
  JSON.stringify({ request: { ...request, body: Buffer.from(pack(body)).toString('base64') } });
