import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../shared/adapters/memory/memory-store.ts';
import { createSeededIds } from '../../shared/adapters/memory/seeded-ids.ts';
import type { Source } from '../../shared/domain/source/source.ts';
import type { SourceEvent } from '../../shared/domain/source/source-event.ts';
import { EventsNotTaken } from '../../shared/ports/source-bus.ts';
import type { WebCalls } from '../../shared/ports/web-calls.ts';
import { createHost } from '../../simulator/host.ts';
import { createEmbeddedSources } from '../../simulator/sources.ts';
import { httpEvent } from '../support/pages/http-event.ts';
import { signed } from '../support/sources/signed.ts';
import { sourceOf, TOKEN } from '../support/sources/source.ts';

const NOW = Date.UTC(2026, 10, 16, 8, 51);
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const OLD = 'whsec_b2xkLXMzY3JldC1vZi1mb3Jt';
const NEW = 'whsec_bmV3LXMzY3JldC1vZi1mb3Jt';
const API_TOKEN = 'EAAB-t0ken';

interface Fails {
  readonly secrets?: () => boolean;
  readonly queue?: () => boolean;
  readonly bus?: () => boolean;
  readonly api?: () => number | undefined;
}

/** Both functions, on memory; each call fails where it is told to. */
const opened = (sources: readonly Source[], fails: Fails = {}) => {
  const host = createHost(NOW);
  const store = createMemoryStore();
  const refused: string[] = [];
  store.onCommit(({ events }) => {
    for (const { type, detail } of events) refused.push(`${type} ${JSON.stringify(detail.data)}`);
  });
  const put: SourceEvent[] = [];
  const said: unknown[] = [];
  const counted: string[] = [];
  const say = (...what: readonly unknown[]): void => void said.push(what);
  let kept: unknown = { token: TOKEN, secrets: [SECRET], apiToken: API_TOKEN };
  const calls: WebCalls = {
    call: async ({ url, headers }) => {
      const status = fails.api?.() ?? 200;
      const email = `${/v25\.0\/(\w+)/.exec(url)?.[1]}@acme.example`;
      const found = { field_data: [{ name: 'email', values: [email] }] };
      return headers?.authorization === `Bearer ${API_TOKEN}` && status === 200
        ? { status, headers: {}, body: JSON.stringify(found) }
        : { status: status === 200 ? 401 : status, headers: {}, body: '{}' };
    },
  };
  const embedded = createEmbeddedSources({
    ...{ host, sources, store, calls, ids: createSeededIds(1) },
    observer: { info: say, warn: say, error: (...what) => say(...what.map(String)), count: say, measure: say },
    counts: { count: (metric, source) => void counted.push(`${metric} ${source}`) },
    secrets: {
      read: async () => {
        if (fails.secrets?.() === true) throw new Error('SSM is down');
        return kept;
      },
    },
    received: (queue) => ({
      keep: async (request) => {
        if (fails.queue?.() === true) throw new Error('SQS is down');
        return queue.keep(request);
      },
    }),
    sourceBus: {
      put: async (events) => {
        const taken = events.filter(() => fails.bus?.() !== true);
        put.push(...taken);
        if (taken.length < events.length) throw new EventsNotTaken(events.length - taken.length);
      },
    },
  });
  const send = async (source: Source, body: unknown, secret = SECRET) => {
    const path = `/in/${source.name}/${TOKEN}`;
    const url = `https://localhost${path}`;
    const text = JSON.stringify(body);
    const { headers } = signed(source.kind, { url, body: text, secret, now: host.time.now() });
    const { response } = await embedded.request(httpEvent({ method: 'POST', path, body: text, headers }));
    return response.status;
  };
  /** All that comes again has come again. */
  const settle = async (): Promise<void> => {
    await host.queues.drain();
    for (let next = host.timers.next(); next !== undefined; next = host.timers.next()) {
      host.time.advanceTo(next);
      await host.timers.take(next)?.();
      await host.queues.drain();
    }
  };
  const keep = (value: unknown): void => {
    kept = value;
  };
  return { embedded, host, store, put, refused, said, counted, send, settle, keep };
};

const form = sourceOf('json', { name: 'form', activity: 'demo-requested', id: '{id}' });
const ads = sourceOf('meta', { name: 'ads', apiBase: 'https://graph.example/v25.0' });

const leadgen = (id: string) => ({ entry: [{ changes: [{ field: 'leadgen', value: { leadgen_id: id } }] }] });

const emailsIn = (events: readonly SourceEvent[]): readonly string[] =>
  events.flatMap(({ detail: { data } }) => {
    const { person } = data;
    return typeof person === 'object' && person !== null && 'email' in person ? [String(person.email)] : [];
  });

describe('what other systems send', () => {
  it('is answered at once, and on the bus once somebody has read it', async () => {
    const { send, put, settle, counted } = opened([form]);
    expect(await send(form, { id: '1', email: 'jo@acme.example' })).toBe(200);
    expect(put).toEqual([]);
    await settle();
    expect(put.map((event) => event['detail-type'])).toEqual(['LeadCaptured', 'LeadActivityRecorded']);
    expect(counted).toEqual(['RequestTaken form']);
  });

  it('is taken with the old secret and with the new one while both are kept, and then with the new one alone', async () => {
    const { send, keep } = opened([form]);
    const body = { email: 'jo@acme.example' };
    const answers = async () => [await send(form, body, OLD), await send(form, body, NEW)];
    keep({ token: TOKEN, secrets: [OLD] });
    expect(await answers()).toEqual([200, 401]);
    keep({ token: TOKEN, secrets: [NEW, OLD] });
    expect(await answers()).toEqual([200, 200]);
    keep({ token: TOKEN, secrets: [NEW] });
    expect(await answers()).toEqual([401, 200]);
  });

  it.each([
    ['its secret cannot be read', { secrets: () => true }],
    ['the queue does not take it', { queue: () => true }],
  ])('has to come again where %s', async (_, fails) => {
    const { send, settle, put, counted } = opened([form], fails);
    expect(await send(form, { email: 'jo@acme.example' })).toBe(503);
    await settle();
    expect(put).toEqual([]);
    expect(counted).toEqual(['RequestNotTaken form']);
  });

  it('waits while an API refuses our token, and is read once there is a new one', async () => {
    const { send, settle, put, keep, host, counted } = opened([ads]);
    keep({ token: TOKEN, secrets: [SECRET], apiToken: 'expired' });
    expect(await send(ads, leadgen('4409'))).toBe(200);
    await host.queues.drain();
    expect([put, counted]).toEqual([[], ['RequestTaken ads', 'FetchRefused ads']]);
    keep({ token: TOKEN, secrets: [SECRET], apiToken: API_TOKEN });
    await settle();
    expect(emailsIn(put)).toEqual(['4409@acme.example']);
  });

  it.each([401, 403, 400, 429, 500, 503])(
    'lies among the dead letters where an API answers %i for ever',
    async (status) => {
      const { send, settle, put, refused, host } = opened([ads], { api: () => status });
      await send(ads, leadgen('4409'));
      await settle();
      expect([put, refused]).toEqual([[], []]);
      expect(host.queues.deadLetters.map(({ queue }) => queue)).toEqual(['translate-lead']);
    },
  );

  it('is nothing where the lead is gone', async () => {
    const { send, settle, put, host } = opened([ads], { api: () => 404 });
    await send(ads, leadgen('4409'));
    await settle();
    expect([put, host.queues.deadLetters]).toEqual([[], []]);
  });

  it('is refused once where nobody is meant, with what could be read of it, for whoever mends it', async () => {
    const { send, settle, refused, put } = opened([form]);
    for (const _ of [1, 2]) await send(form, { id: '7', name: 'Jo Doe', company_name: 'Acme' });
    await settle();
    expect(put).toEqual([]);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatch(/^LeadRefused .*"path":"email".*LeadCaptured.*Acme/);
  });

  it('tells nothing secret to a log, a metric, an event or a refusal', async () => {
    const { send, settle, said, counted, put, refused, keep } = opened([form, ads], { api: () => 500 });
    await send(form, { email: 'jo@acme.example', token: TOKEN, password: SECRET });
    await send(form, { name: 'nobody', api_key: API_TOKEN, token: TOKEN });
    await send(form, 'no object');
    await send(form, { email: 'jo@acme.example' }, OLD);
    await send(ads, leadgen('4409'));
    keep({ token: 7, secrets: SECRET });
    await send(form, { email: 'jo@acme.example' });
    await settle();
    expect(said.length).toBeGreaterThan(2);
    expect(put.length + refused.length).toBeGreaterThan(2);
    const all = JSON.stringify([said, counted, put, refused]);
    for (const secret of [TOKEN, SECRET, API_TOKEN, OLD]) expect(all).not.toContain(secret);
  });
});

/** Numbers that look random, the same each time. */
const randomBy = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

const REQUESTS = Number(process.env.REQUESTS ?? 1_000);

describe('where one call in five fails', { timeout: 300_000 }, () => {
  it('each request that was taken is a lead, a refusal or a dead letter, and none is a lead twice', async () => {
    const random = randomBy(7);
    const fails = (): boolean => random() < 0.2;
    const { send, settle, put, refused, host } = opened([form, ads], {
      ...{ secrets: fails, queue: fails, bus: fails },
      api: () => (fails() ? 503 : 200),
    });
    const taken: string[] = [];
    for (let index = 0; index < REQUESTS; index += 1) {
      const id = `n${index}`;
      const isAd = index % 3 === 0;
      const body = isAd ? leadgen(id) : { id, ...(index % 7 === 0 ? {} : { email: `${id}@acme.example` }) };
      // As senders do that repeat; one in a thousand gives up.
      for (let attempt = 0; attempt < 8; attempt += 1) {
        if ((await send(isAd ? ads : form, body)) !== 200) continue;
        taken.push(id);
        break;
      }
      if (index % 100 === 0) await host.queues.drain();
    }
    await settle();
    expect(taken.length).toBeGreaterThan(REQUESTS * 0.99);
    const leads = new Set(emailsIn(put).map((email) => email.split('@')[0]));
    const isKept = (id: string) => leads.has(id) || refused.some((line) => line.includes(`\\"${id}\\"`));
    const lost = taken.filter((id) => !isKept(id));
    expect(lost.length).toBeLessThanOrEqual(host.queues.deadLetters.length);
    // Five receipts in a row that fail, each of them in one of two or three calls.
    expect(host.queues.deadLetters.length).toBeLessThan(REQUESTS / 20);
    // Put again after a failure, an event has the id that it had.
    const ids = new Map<string, Set<string>>();
    for (const { detail, ...event } of put) {
      const key = `${event['detail-type']} ${JSON.stringify(detail.data)}`;
      ids.set(key, (ids.get(key) ?? new Set()).add(detail.metadata.id));
    }
    expect([...ids.values()].filter(({ size }) => size > 1)).toEqual([]);
    expect(new Set(refused).size).toBe(refused.length);
  });
});
