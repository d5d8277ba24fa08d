import { describe, expect, it } from 'vitest';
import { nodeDigests } from '../../shared/adapters/node/node-digests.ts';
import { receiveRequest } from '../../shared/application/receiving/receive-request.ts';
import { readXmlBody } from '../../shared/contracts/sources/read-xml-body.ts';
import { SAMPLES, textOf, typeOf } from '../support/sources/bodies.ts';
import { addressOf, sourceOf, TOKEN } from '../support/sources/source.ts';

const SOURCE = sourceOf('salesforce-outbound');
const SAMPLE = SAMPLES['salesforce-outbound'];
const ORGANIZATION = '00D5f000005KcCnEAK';

const received = (body: string, ...secrets: string[]) =>
  receiveRequest(
    { method: 'POST', url: addressOf(SOURCE), headers: { 'content-type': typeOf(SAMPLE) }, body: Buffer.from(body) },
    {
      digests: nodeDigests,
      now: Date.UTC(2026, 10, 16, 9),
      sources: [SOURCE],
      secretsOf: () => ({ token: TOKEN, secrets }),
    },
  );

describe('an outbound message of Salesforce', () => {
  it('is acknowledged in its own words, for it comes again for a day else', () => {
    const { response, kept } = received(textOf(SAMPLE));
    expect(response).toMatchObject({ status: 200, headers: { 'content-type': 'text/xml' } });
    expect(readXmlBody(response.body)).toEqual({
      Envelope: { Body: { notificationsResponse: { Ack: 'true' } } },
    });
    expect(kept?.source).toBe(SOURCE.name);
  });

  it('is of the organization whose id is kept, and of no other', () => {
    expect(received(textOf(SAMPLE), ORGANIZATION).response.status).toBe(200);
    expect(received(textOf(SAMPLE), 'other', ORGANIZATION).response.status).toBe(200);
    expect(received(textOf(SAMPLE), '00D5f000005KcCnEAL').response.status).toBe(401);
  });

  it("is nobody's where it names two, or none", () => {
    const twice = textOf(SAMPLE).replace('<ActionId>', `<OrganizationId>${ORGANIZATION}x</OrganizationId><ActionId>`);
    expect(received(twice, ORGANIZATION).response.status).toBe(401);
    expect(received(textOf(SAMPLE).replaceAll('OrganizationId', 'Other'), ORGANIZATION).response.status).toBe(401);
  });
});
