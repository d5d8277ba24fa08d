import type { APIGatewayProxyEventV2 } from 'aws-lambda';

export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  /** The body as it was sent; an HTTP API hands forms on in base64. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request as an HTTP API gives it to a function, payload format 2.0. */
export const httpEvent = ({ method, path, body, headers = {} }: HttpRequest): APIGatewayProxyEventV2 => ({
  version: '2.0',
  routeKey: `${method} /a/{token}`,
  rawPath: path,
  rawQueryString: '',
  headers: { ...headers },
  requestContext: {
    accountId: '123456789012',
    apiId: 'api',
    domainName: 'localhost',
    domainPrefix: 'localhost',
    http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: headers['user-agent'] ?? '' },
    requestId: 'request',
    routeKey: `${method} /a/{token}`,
    stage: '$default',
    time: '03/Mar/2026:10:00:00 +0000',
    timeEpoch: 0,
  },
  ...(body === undefined ? {} : { body: Buffer.from(body).toString('base64') }),
  isBase64Encoded: body !== undefined,
});
