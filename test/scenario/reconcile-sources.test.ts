import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../shared/adapters/memory/memory-store.ts';
import { createSeededIds } from '../../shared/adapters/memory/seeded-ids.ts';
import type { Source } from '../../shared/domain/source/source.ts';
import type { SourceEvent } from '../../shared/domain/source/source-event.ts';
import type { WebAnswer, WebCall } from '../../shared/ports/web-calls.ts';
import { createHost } from '../../simulator/host.ts';
import { createEmbeddedSources } from '../../simulator/sources.ts';
import { HOUR, MINUTE } from '../support/agreement/small-agreement.ts';
import { httpEvent } from '../support/pages/http-event.ts';
import { signed } from '../support/sources/signed.ts';
import { sourceOf, TOKEN } from '../support/sources/source.ts';
import { createVendor, type Vendor } from '../support/sources/vendors.ts';

const START = Date.UTC(2026, 10, 16, 8, 47);
const SECRET = 'a-secret';
const API = 'https://vendor.example';

const SOURCES = {
  meta: sourceOf('meta', { apiBase: API }),
  linkedin: sourceOf('linkedin', { apiBase: API, organization: '5515715' }),
  hubspot: sourceOf('hubspot', { apiBase: API }),
  'salesforce-cdc': sourceOf('salesforce-cdc', { apiBase: API, bus: 'crm' }),
} as const;

type Kind = keyof typeof SOURCES;

const KINDS = ['meta', 'linkedin', 'hubspot', 'salesforce-cdc'] as const satisfies readonly Kind[];

/** The functions of the sources in one process, beside a vendor that has leads and may lose what it delivers. */
const opened = (source: Source, vendor: Vendor, kept: object = {}, others: readonly Source[] = []) => {
  const host = createHost(START);
  const put: SourceEvent[] = [];
  const said: unknown[] = [];
  const counted: string[] = [];
  const calls: WebCall[] = [];
  /** All calls, or those behind so many. */
  const fails: { with?: number; after?: number } = {};
  const queue: { isDown?: boolean } = {};
  /** What was handed on as if the vendor had sent it. */
  const listed: Readonly<Record<string, unknown>>[] = [];
  const say = (...what: readonly unknown[]): void => void said.push(what.map(String));
  const embedded = createEmbeddedSources({
    ...{ host, sources: [...others, source], store: createMemoryStore(), ids: createSeededIds(1) },
    observer: { info: say, warn: say, error: say, count: () => {}, measure: () => {} },
    counts: { count: (metric, name) => void counted.push(`${metric} ${name}`) },
    secrets: { read: async () => ({ token: TOKEN, secrets: [SECRET], apiToken: 'a-token', ...kept }) },
    calls: {
      call: async (call): Promise<WebAnswer> => {
        calls.push(call);
        if (!call.url.startsWith(API)) throw new Error('nobody is there');
        if (fails.with !== undefined && calls.length > (fails.after ?? 0))
          return { status: fails.with, headers: {}, body: '{}' };
        return vendor.answer(call);
      },
    },
    sourceBus: { put: async (events) => void put.push(...events) },
    received: ({ keep }) => ({
      keep: async (request) => {
        if (queue.isDown === true) throw new Error('the queue does not answer');
        listed.push(JSON.parse(Buffer.from(request.body).toString()));
        return keep(request);
      },
    }),
  });
  /** As the vendor does for each lead, when it does. */
  const deliver = async (id: string): Promise<void> => {
    const body = JSON.stringify(vendor.delivery(id));
    const path = `/in/${source.name}/${TOKEN}`;
    const { headers } = signed(source.kind, {
      ...{ url: `https://localhost${path}`, body, secret: SECRET },
      now: host.time.now(),
    });
    const { response } = await embedded.request(httpEvent({ method: 'POST', path, body, headers }));
    expect(response.status).toBe(200);
    await host.queues.drain();
  };
  const hourLater = async (): Promise<void> => {
    host.time.advanceTo(host.time.now() + HOUR);
    await embedded.reconcile();
    await host.queues.drain();
  };
  const come = (id: string, minutesAgo: number): void => vendor.come(id, host.time.now() - minutesAgo * MINUTE);
  const people = (): readonly string[] => [
    ...new Set(
      put.flatMap(({ detail: { data } }) =>
        'person' in data ? (/"email":"([^"@]*)/.exec(JSON.stringify(data)) ?? []).slice(1) : [],
      ),
    ),
  ];
  const ids = (): readonly string[] => put.map(({ detail }) => detail.metadata.id);
  return { host, embedded, put, said, counted, calls, fails, queue, listed, deliver, hourLater, come, people, ids };
};

describe.each(KINDS)('a lead of %s', (kind) => {
  const source = SOURCES[kind];

  it('that was never delivered comes within the hour', async () => {
    const { come, hourLater, people } = opened(source, createVendor(kind));
    come('11', 0);
    await hourLater();
    expect(people()).toEqual(['p11']);
  });

  it('is listed again only where one hour overlaps the next, and has the same ids then', async () => {
    const { come, hourLater, ids, host } = opened(source, createVendor(kind));
    await hourLater();
    come('11', 5);
    come('12', 50);
    await hourLater();
    const once = ids();
    expect(new Set(once).size).toBe(once.length);
    await hourLater();
    await hourLater();
    expect(new Set(ids())).toEqual(new Set(once));
    expect(host.queues.deadLetters).toEqual([]);
  });

  it('that came while the vendor did not answer comes when it does', async () => {
    const { come, hourLater, people, fails, counted } = opened(source, createVendor(kind));
    await hourLater();
    come('11', 0);
    fails.with = 503;
    for (let hours = 0; hours < 5; hours += 1) await hourLater();
    expect(people()).toEqual([]);
    expect(counted.filter((one) => one === `ReconcileFailed ${source.name}`)).toHaveLength(5);
    delete fails.with;
    await hourLater();
    expect(people()).toEqual(['p11']);
  });

  it('is one of 250, on as many pages as the vendor makes', async () => {
    const { come, hourLater, people } = opened(source, createVendor(kind));
    const all = Array.from({ length: 250 }, (_, nth) => String(1_000 + nth));
    for (const id of all) come(id, 20);
    await hourLater();
    expect(people().toSorted()).toEqual(all.map((id) => `p${id}`));
  });

  it('is asked for without a word of the token in an address', async () => {
    const { come, hourLater, calls } = opened(source, createVendor(kind));
    for (let nth = 0; nth < 150; nth += 1) come(String(1_000 + nth), 20);
    await hourLater();
    expect(calls.length).toBeGreaterThan(1);
    expect(calls.filter(({ url }) => url.includes('token') || !url.startsWith(API))).toEqual([]);
  });

  it('of a token that is over is told of, and what is no list is no empty one', async () => {
    const { hourLater, fails, counted, said } = opened(source, createVendor(kind));
    fails.with = 401;
    await hourLater();
    for (const status of [404, 200]) {
      fails.with = status;
      await hourLater();
    }
    expect(counted).toEqual([`FetchRefused ${source.name}`, ...Array(3).fill(`ReconcileFailed ${source.name}`)]);
    expect(JSON.stringify(said)).toContain('has no list of leads');
  });
});

describe.each(KINDS)('%s', (kind) => {
  const source = SOURCES[kind];

  it('is asked for the day before at first, and for no more', async () => {
    const { come, hourLater, people } = opened(source, createVendor(kind));
    come('11', 22 * 60);
    come('12', 25 * 60);
    await hourLater();
    expect(people()).toEqual(['p11']);
  });

  it('is asked day by day after a long outage, and what was listed is done with', async () => {
    const { host, embedded, come, hourLater, people, fails, calls, listed } = opened(source, createVendor(kind));
    await hourLater();
    const begun = host.time.now();
    for (const day of [0, 1, 2]) come(String(11 + day), -(day * 24 + 12) * 60);
    host.time.advanceTo(begun + 3 * 24 * HOUR);
    const before = calls.length;
    await embedded.reconcile();
    const ofDay = (calls.length - before) / 3;
    expect(Number.isInteger(ofDay)).toBe(true);
    await host.queues.drain();
    expect(people()).toEqual(['p11', 'p12', 'p13']);
    for (const day of [0, 1, 2]) come(String(21 + day), -(day * 24 + 12) * 60);
    host.time.advanceTo(begun + 6 * 24 * HOUR);
    Object.assign(fails, { with: 503, after: calls.length + ofDay });
    await embedded.reconcile();
    delete fails.with;
    await host.queues.drain();
    expect(people().slice(3)).toEqual(['p21']);
    const goesOn = listed.length;
    await hourLater();
    expect(people().slice(3)).toEqual(['p21', 'p22', 'p23']);
    expect(JSON.stringify(listed)).toContain('21"');
    expect(JSON.stringify(listed.slice(goesOn))).not.toContain('21"');
  });

  it('is asked the same once more while the queue does not take what is listed', async () => {
    const { come, hourLater, people, queue, counted } = opened(source, createVendor(kind));
    await hourLater();
    come('11', 0);
    queue.isDown = true;
    for (let hours = 0; hours < 3; hours += 1) await hourLater();
    expect([people(), counted.length]).toEqual([[], 3]);
    queue.isDown = false;
    await hourLater();
    expect(people()).toEqual(['p11']);
  });

  it('is asked though another source does not answer', async () => {
    const other = sourceOf('meta', { name: 'silent', apiBase: 'https://silent.invalid' });
    const { come, hourLater, people, counted } = opened(source, createVendor(kind), {}, [other]);
    come('11', 0);
    await hourLater();
    expect(people()).toEqual(['p11']);
    expect(counted).toEqual(['ReconcileFailed silent']);
  });

  it('is not asked where sources.yaml says so', async () => {
    const { hourLater, calls } = opened({ ...source, reconcile: false }, createVendor(kind));
    await hourLater();
    expect(calls).toEqual([]);
  });
});

describe('HubSpot', () => {
  it('is searched anew behind the ten thousand contacts that a search counts to', async () => {
    const { embedded, come, listed, counted } = opened(SOURCES.hubspot, createVendor('hubspot'));
    const all = Array.from({ length: 10_250 }, (_, nth) => String(100_000 + nth));
    for (const [nth, id] of all.entries()) come(id, 55 - nth / 200);
    await embedded.reconcile();
    expect(counted).toEqual([]);
    expect(new Set(listed.map(({ objectId }) => objectId))).toEqual(new Set(all));
  });
});

describe('a source with more than can be listed', () => {
  it('is told of, and asked for what comes behind that', async () => {
    const vendor = createVendor('meta');
    const forms = Array.from({ length: 600 }, (_, nth) => ({ id: String(2_000 + nth) }));
    const answer: Vendor['answer'] = ({ url }) => ({
      ...{ status: 200, headers: {} },
      body: JSON.stringify({ data: url.includes('leadgen_forms') ? forms : [] }),
    });
    const { calls, counted, said, hourLater } = opened(SOURCES.meta, { ...vendor, answer });
    const sinceOf = (url: string) => new URL(url).searchParams.get('filtering');
    await hourLater();
    // The first day, in four parts.
    expect(counted).toEqual(Array(4).fill('ReconcileCut meta'));
    expect(JSON.stringify(said)).toContain('import what is missing');
    expect(calls).toHaveLength(2_000);
    const before = sinceOf(calls.at(-1)?.url ?? '');
    await hourLater();
    expect(calls).toHaveLength(2_500);
    expect(sinceOf(calls.at(-1)?.url ?? '')).not.toBe(before);
  });
});

describe.each(['meta', 'linkedin'] as const)('a lead of %s that was delivered', (kind) => {
  it('has the same ids when it is listed', async () => {
    const { come, deliver, hourLater, ids } = opened(SOURCES[kind], createVendor(kind));
    await hourLater();
    come('11', 0);
    await deliver('11');
    const delivered = ids();
    await hourLater();
    expect(ids().length).toBeGreaterThan(delivered.length);
    expect(new Set(ids())).toEqual(new Set(delivered));
  });
});

describe('LinkedIn', () => {
  it('is not asked without the organization whose forms they are', async () => {
    const { hourLater, calls } = opened(sourceOf('linkedin', { apiBase: API }), createVendor('linkedin'));
    await hourLater();
    expect(calls).toEqual([]);
  });
});

describe('Salesforce', () => {
  const client = { clientId: 'client', clientSecret: 'client-secret' };

  it('gives a token to a client, and a new one when that is over', async () => {
    const vendor = createVendor('salesforce-cdc');
    const { come, hourLater, people, calls } = opened(SOURCES['salesforce-cdc'], vendor, client);
    const logins = () => calls.filter(({ url }) => url.endsWith('/oauth2/token')).length;
    come('11', 0);
    await hourLater();
    expect([people(), logins()]).toEqual([['p11'], 1]);
    vendor.endTokens();
    come('12', 0);
    await hourLater();
    expect([people(), logins()]).toEqual([['p11', 'p12'], 2]);
  });

  it('that knows the client no more is told of as one whose token is over', async () => {
    const vendor = createVendor('salesforce-cdc');
    vendor.forgetClient();
    const { hourLater, counted } = opened(SOURCES['salesforce-cdc'], vendor, client);
    await hourLater();
    expect(counted).toEqual(['FetchRefused salesforce-cdc', 'ReconcileFailed salesforce-cdc']);
  });
});
