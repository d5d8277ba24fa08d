import type { PassDays } from '../../domain/pass/pass.ts';
import { dayOf } from '../../domain/time/local-date.ts';
import * as z from '../zod.ts';

/** What is read of an event of an HTTP API, payload format 2.0; `authorizer` only where the API has checked a token. */
const httpEvent = z.object({
  rawPath: z.string(),
  rawQueryString: z._default(z.string(), ''),
  requestContext: z.object({
    http: z.object({ method: z.string() }),
    authorizer: z.optional(z.object({ jwt: z.optional(z.object({ claims: z.record(z.string(), z.unknown()) })) })),
  }),
  body: z.optional(z.string()),
  isBase64Encoded: z.boolean(),
});

/** What is asked of the pages of figures, below where one of them lies. */
export interface PageAsked {
  readonly method: string;
  /** With its slash, or empty. */
  readonly path: string;
  readonly query: URLSearchParams;
}

export type FiguresRequest =
  | { readonly kind: 'ask'; readonly headOnly: boolean }
  | { readonly kind: 'order'; readonly form: string }
  | { readonly kind: 'by-pass'; readonly token: string; readonly page: PageAsked }
  /** The company's own identity provider says whose address it is. */
  | { readonly kind: 'by-name'; readonly email: string; readonly page: PageAsked }
  | { readonly kind: 'no-such-page' | 'wrong-method' };

/** In the place of a pass: whoever the HTTP API knows by a token of the identity provider. */
export const ME = 'me';

/** A stage, a custom domain's mapping or a local emulator may put something before the path. 128 bits in base64url. */
const FIGURES_PATH = new RegExp(`/m(?:/(?:([\\w-]{22}|${ME})(/.*)?)?)?$`);

/** An address that its owner has not confirmed names nobody. */
const emailIn = (claims: Readonly<Record<string, unknown>> | undefined): string | undefined => {
  const { email, email_verified: isVerified = true } = claims ?? {};
  return typeof email === 'string' && isVerified !== false && isVerified !== 'false' ? email : undefined;
};

export const readFiguresRequest = (event: unknown): FiguresRequest => {
  const { rawPath, rawQueryString, requestContext, body = '', isBase64Encoded } = httpEvent.parse(event);
  const found = FIGURES_PATH.exec(rawPath);
  if (found === null) return { kind: 'no-such-page' };
  const { method } = requestContext.http;
  const [, token, path = ''] = found;
  if (token === undefined) {
    if (method === 'POST')
      return { kind: 'order', form: isBase64Encoded ? Buffer.from(body, 'base64').toString() : body };
    return method === 'GET' || method === 'HEAD'
      ? { kind: 'ask', headOnly: method === 'HEAD' }
      : { kind: 'wrong-method' };
  }
  const page = { method, path, query: new URLSearchParams(rawQueryString) };
  if (token !== ME) return { kind: 'by-pass', token, page };
  const email = emailIn(requestContext.authorizer?.jwt?.claims);
  return email === undefined ? { kind: 'no-such-page' } : { kind: 'by-name', email, page };
};

/** Longer than any address. */
const LONGEST_ADDRESS = 320;

export interface Order {
  readonly email: string;
  /** What cannot be read is not asked for. */
  readonly days: Partial<PassDays>;
}

/** Reads a form in `application/x-www-form-urlencoded`; undefined where it names nobody. */
export const readOrder = (form: string): Order | undefined => {
  const fields = new URLSearchParams(form);
  const email = fields.get('email')?.trim() ?? '';
  if (email === '' || email.length > LONGEST_ADDRESS) return undefined;
  const [from, to] = [dayOf(fields.get('from') ?? ''), dayOf(fields.get('to') ?? '')];
  if (from !== undefined && to !== undefined && from > to) return { email, days: {} };
  return { email, days: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) } };
};
