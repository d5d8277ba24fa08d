import * as z from '../zod.ts';

/** What is read of an event of an HTTP API, payload format 2.0. */
const httpEvent = z.object({
  rawPath: z.string(),
  rawQueryString: z._default(z.string(), ''),
  headers: z._default(z.record(z.string(), z.string()), {}),
  requestContext: z.object({ domainName: z._default(z.string(), ''), http: z.object({ method: z.string() }) }),
  body: z.optional(z.string()),
  isBase64Encoded: z.boolean(),
});

/** A request as its sender made it, to its last byte: signatures are over that. The API gives header names in lower case. */
export const readSourceRequest = (event: unknown) => {
  const { rawPath, rawQueryString, headers, requestContext, body = '', isBase64Encoded } = httpEvent.parse(event);
  const query = rawQueryString === '' ? '' : `?${rawQueryString}`;
  return {
    method: requestContext.http.method,
    url: `https://${requestContext.domainName}${rawPath}${query}`,
    headers,
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  };
};
