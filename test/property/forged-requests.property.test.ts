import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeDigests } from '../../shared/adapters/node/node-digests.ts';
import { receiveRequest } from '../../shared/application/receiving/receive-request.ts';
import type { WebRequest } from '../../shared/application/receiving/web-request.ts';
import type { SourceSecrets } from '../../shared/contracts/sources/source-secrets.ts';
import { MINUTE } from '../support/agreement/small-agreement.ts';
import { SIGNED_KINDS, signed } from '../support/sources/signed.ts';
import { addressOf, sourceOf, TOKEN } from '../support/sources/source.ts';

const NOW = Date.UTC(2026, 10, 16, 8, 51);
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const OTHER = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
const RUNS = Number(process.env.FORGERIES ?? 300);
const BODY = JSON.stringify([{ type: 'identify', subscriptionType: 'contact.creation', email: 'jo@acme.example' }]);

type Kind = (typeof SIGNED_KINDS)[number];

const statusOf = (kind: Kind, request: WebRequest, secrets: SourceSecrets, now = NOW): number => {
  const ports = { digests: nodeDigests, now, sources: [sourceOf(kind)], secretsOf: () => secrets };
  return receiveRequest(request, ports).response.status;
};

const secretsOf = (...secrets: readonly string[]): SourceSecrets => ({ token: TOKEN, secrets: [...secrets] });

const requestOf = (kind: Kind): WebRequest =>
  signed(kind, { url: addressOf(sourceOf(kind)), body: BODY, secret: SECRET, now: NOW });

/** Headers that hold what is signed, or when. */
const ownHeaders = ({ headers }: WebRequest): readonly string[] =>
  Object.keys(headers).filter((name) => name !== 'content-type' && name !== 'webhook-id' && !/-version$/.test(name));

const flipped = (text: string, at: number): string => {
  const place = at % text.length;
  const code = text.charCodeAt(place);
  return `${text.slice(0, place)}${String.fromCharCode(code === 48 ? 49 : 48)}${text.slice(place + 1)}`;
};

/** A change of a request that makes it somebody else's. */
const forgery = (request: WebRequest) =>
  fc.oneof(
    fc.nat({ max: request.body.length - 1 }).map((at) => {
      const body = Buffer.from(request.body);
      body[at] = (body[at] ?? 0) ^ 1;
      return { ...request, body };
    }),
    fc.string({ minLength: 1 }).map((more) => ({ ...request, body: Buffer.concat([request.body, Buffer.from(more)]) })),
    fc.tuple(fc.constantFrom(...ownHeaders(request)), fc.nat()).map(([name, at]) => {
      const was = request.headers[name] ?? '';
      return { ...request, headers: { ...request.headers, [name]: flipped(was, at) } };
    }),
    fc.constantFrom(...ownHeaders(request)).map((name) => {
      const { [name]: _, ...headers } = request.headers;
      return { ...request, headers };
    }),
    fc
      .tuple(fc.constantFrom(...ownHeaders(request)), fc.string())
      .map(([name, value]) => ({ ...request, headers: { ...request.headers, [name]: value } })),
  );

const isSame = (a: WebRequest, b: WebRequest): boolean =>
  JSON.stringify(a.headers) === JSON.stringify(b.headers) && Buffer.from(a.body).equals(Buffer.from(b.body));

describe.each(SIGNED_KINDS)('a request of %s', (kind) => {
  const request = requestOf(kind);

  it('is taken as its sender signs it', () => {
    expect(statusOf(kind, request, secretsOf(SECRET))).toBe(200);
  });

  it('is not taken once anything of it is another', () => {
    fc.assert(
      fc.property(forgery(request), (forged) => {
        fc.pre(!isSame(forged, request));
        // HubSpot's older signature stands beside, and says nothing where the newer one is asked for.
        const older =
          kind === 'hubspot' && forged.headers['x-hubspot-signature-v3'] === request.headers['x-hubspot-signature-v3'];
        const isUntouched =
          older &&
          Buffer.from(forged.body).equals(Buffer.from(request.body)) &&
          forged.headers['x-hubspot-request-timestamp'] === request.headers['x-hubspot-request-timestamp'];
        fc.pre(!isUntouched);
        expect(statusOf(kind, forged, secretsOf(SECRET))).toBe(401);
      }),
      { numRuns: RUNS },
    );
  });

  it('is not taken by another secret, nor where none is signed and a secret is kept', () => {
    expect(statusOf(kind, request, secretsOf(OTHER))).toBe(401);
    expect(statusOf(kind, { ...request, headers: { 'content-type': 'application/json' } }, secretsOf(SECRET))).toBe(
      401,
    );
  });

  it('is taken by the old secret and the new one while both are kept', () => {
    expect(statusOf(kind, request, secretsOf(OTHER, SECRET))).toBe(200);
    expect(statusOf(kind, request, secretsOf(SECRET, OTHER))).toBe(200);
  });

  it('is not taken again long after, where its time is signed', () => {
    const isTimed = ['webflow', 'hubspot', 'calendly', 'slack', 'json'].includes(kind);
    for (const later of [6 * MINUTE, -6 * MINUTE, 1e12])
      expect(statusOf(kind, request, secretsOf(SECRET), NOW + later)).toBe(isTimed ? 401 : 200);
  });
});

describe('an address', () => {
  const source = sourceOf('json');
  const ports = { digests: nodeDigests, now: NOW, sources: [source] };
  const asked = (url: string, secrets: SourceSecrets | undefined = secretsOf()) =>
    receiveRequest(
      { method: 'POST', url, headers: {}, body: Buffer.from('{}') },
      { ...ports, secretsOf: () => secrets },
    ).response;

  it('opens by its token alone, and tells of an unknown source no more than of a wrong token', () => {
    expect(asked(addressOf(source)).status).toBe(200);
    for (const url of [
      '/in/json/x',
      '/in/other/x',
      `/in/other/${TOKEN}`,
      '/in/json',
      '/',
      '/in/json/%00/',
      `/in/%E0%A4%A/${TOKEN}`,
    ])
      expect(asked(`https://hooks.example.com${url}`)).toEqual({ status: 401, headers: {}, body: '' });
  });

  it('opens by both tokens while one takes the place of the other', () => {
    expect(asked(addressOf(source), { token: ['a'.repeat(22), TOKEN], secrets: [] }).status).toBe(200);
  });

  it('asks to come again where its secrets cannot be read, and to send less where it is too much', () => {
    const { status, headers } = receiveRequest(
      { method: 'POST', url: addressOf(source), headers: {}, body: Buffer.from('{}') },
      { ...ports, secretsOf: () => undefined },
    ).response;
    expect([status, headers['retry-after']]).toEqual([503, '60']);
    const body = Buffer.alloc(1_000_001);
    const big = receiveRequest(
      { method: 'POST', url: addressOf(source), headers: {}, body },
      { ...ports, secretsOf: () => secretsOf() },
    );
    expect(big.response.status).toBe(413);
  });
});

describe('a HEAD request, by which Intercom looks whether somebody is there', () => {
  const source = sourceOf('intercom');
  const head = (url: string): number =>
    receiveRequest(
      { method: 'HEAD', url, headers: {}, body: new Uint8Array() },
      { digests: nodeDigests, now: NOW, sources: [source], secretsOf: () => secretsOf(SECRET) },
    ).response.status;

  it('is answered where it has the token, and says nothing to others', () => {
    expect(head(addressOf(source))).toBe(200);
    expect(head(addressOf(source).replace(TOKEN, `${TOKEN}x`))).toBe(401);
    expect(head(addressOf(source).replace('intercom', 'other'))).toBe(401);
  });
});
