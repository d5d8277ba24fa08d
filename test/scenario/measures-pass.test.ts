import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openFeed } from '../../cli/feed.ts';
import { showMeasures } from '../../functions/show-measures/handler.ts';
import { createMemoryMeasuredStore } from '../../shared/adapters/memory/memory-measured-store.ts';
import { randomIds } from '../../shared/adapters/node/random-ids.ts';
import { readAgreement } from '../../shared/agreement/read-agreement.ts';
import { MARKETING } from '../../shared/domain/alert/delivery/inbox.ts';
import { DEFAULT_TERMS } from '../../shared/domain/measures/terms.ts';
import { passFor, scopeWithin } from '../../shared/domain/pass/pass.ts';
import { createRules } from '../../shared/domain/rules.ts';
import { DAY_MS, HOUR_MS } from '../../shared/domain/time/durations.ts';
import type { OutgoingMessage } from '../../shared/ports/messenger.ts';
import type { FiguresPagePorts } from '../../shared/ports/ports.ts';
import { createEmbedded } from '../../simulator/embedded.ts';
import { withoutManager } from '../support/agreement/small-agreement.ts';

const BASE = 'https://leads.example.com/m/';

interface World {
  readonly ports: FiguresPagePorts;
  readonly sent: OutgoingMessage[];
  readonly logged: string[];
  now: number;
}

/** The sample day, and figures of it, as a deployed stack has them. */
let day: Pick<FiguresPagePorts, 'store' | 'measured' | 'rules'> & { readonly end: number };
beforeAll(async () => {
  const agreement = await readAgreement('agreement', 2026);
  const measured = createMemoryMeasuredStore();
  const feed = openFeed('examples/sample-day.ndjson');
  const { store, deliver, runBefore, runToEnd } = createEmbedded({ agreement, measured, start: feed.start ?? 0 });
  for (const { at, detailType, text } of feed.read()) {
    await runBefore(at);
    await deliver(text, detailType);
  }
  feed.close();
  await runToEnd();
  day = { store, measured, rules: createRules(agreement), end: (feed.start ?? 0) + 2 * DAY_MS };
}, 120_000);

const world = (): World => {
  const sent: OutgoingMessage[] = [];
  const logged: string[] = [];
  const log = (...parts: readonly unknown[]): void => void logged.push(JSON.stringify(parts));
  const { end, ...known } = day;
  const self: World = {
    sent,
    logged,
    now: end,
    ports: {
      ...known,
      terms: DEFAULT_TERMS,
      pageBase: BASE,
      ids: randomIds,
      time: { now: () => self.now, pause: async () => undefined },
      observer: { info: log, warn: log, error: log, count: log, measure: log },
      messenger: {
        send: async (message) => {
          sent.push(message);
          return { messageId: 'm' };
        },
      },
    },
  };
  // Each world begins an hour later, so that none takes another's places.
  day = { ...day, end: end + HOUR_MS };
  return self;
};

interface Asked {
  readonly method?: string;
  readonly body?: string;
  readonly claims?: object;
}

const request = (address: string, { method = 'GET', body, claims }: Asked = {}) => {
  const { pathname, search } = new URL(address, BASE);
  return {
    ...{ version: '2.0', routeKey: '$default', headers: {}, isBase64Encoded: false, stageVariables: {} },
    rawPath: pathname,
    rawQueryString: search.slice(1),
    ...(body === undefined ? {} : { body }),
    requestContext: {
      ...{ accountId: '0', apiId: 'a', domainName: 'd', domainPrefix: 'd', requestId: 'r', routeKey: '$default' },
      ...{ stage: '$default', time: '', timeEpoch: 0 },
      http: { method, path: pathname, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      ...(claims === undefined ? {} : { authorizer: { jwt: { claims, scopes: [] } } }),
    },
  };
};

const open = async ({ ports }: World, address: string, asked?: Asked) => {
  const { statusCode, body = '', headers = {} } = await showMeasures(ports)(request(address, asked));
  return { status: statusCode, body, headers };
};

const order = (of: World, fields: Readonly<Record<string, string>>) =>
  open(of, '/m', { method: 'POST', body: new URLSearchParams(fields).toString() });

/** The link of the last message. */
const linkIn = ({ sent }: World): string => {
  const last = sent.at(-1);
  return /https:\S+/.exec(last !== undefined && 'subject' in last ? last.text : '')?.[0] ?? '';
};

const words = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

const MARKETING_ADDRESS = 'marketing@example.com';

describe('a link to the figures', () => {
  it('is mailed to whoever of the agreement asks for one, in whatever form they write their address', async () => {
    const of = world();
    const { rules } = of.ports;
    const [rep] = Object.values(rules.agreement.reps);
    await order(of, { email: ` ${rep?.email.toUpperCase()} ` });
    expect(of.sent).toMatchObject([{ rep: rep?.id, channel: 'email', purpose: 'figures', leadIds: [] }]);
    expect(linkIn(of)).toMatch(/^https:\/\/leads\.example\.com\/m\/[\w-]{22}$/);
    expect((await open(of, linkIn(of))).status).toBe(200);
  });

  it('is mailed to nobody else, and the answer is the same', async () => {
    const of = world();
    const known = await order(of, { email: Object.values(of.ports.rules.agreement.reps)[0]?.email ?? '' });
    for (const email of ['eve@elsewhere.example', 'x', "' or 1=1", 'a@b.example,c@d.example'])
      expect(await order(of, { email })).toEqual(known);
    expect(of.sent).toHaveLength(1);
    expect((await order(of, { email: ' ' })).status).toBe(400);
  });

  it('is mailed three times within an hour and no oftener', async () => {
    const of = world();
    of.now = Math.floor(of.now / HOUR_MS) * HOUR_MS + HOUR_MS;
    const email = Object.values(of.ports.rules.agreement.reps)[0]?.email ?? '';
    for (let nth = 0; nth < 5; nth += 1) await order(of, { email });
    expect(of.sent).toHaveLength(3);
    day = { ...day, end: of.now + 2 * HOUR_MS };
    of.now += HOUR_MS;
    await order(of, { email });
    expect(of.sent).toHaveLength(4);
  });

  it('shows all leads to managers and marketing, and a rep their own alone', async () => {
    const of = world();
    const { agreement } = of.ports.rules;
    const managers = new Set(Object.values(agreement.reps).map(({ manager }) => manager));
    const rep = Object.values(agreement.reps).find(({ id }) => !managers.has(id) && id === 'cem');
    const manager = Object.values(agreement.reps).find(({ id }) => managers.has(id));
    const captured = async (email: string): Promise<string> => {
      await order(of, { email });
      return /captured (\d+)/.exec(words((await open(of, linkIn(of))).body))?.[1] ?? '';
    };
    const all = Number(await captured(manager?.email ?? ''));
    const own = Number(await captured(rep?.email ?? ''));
    expect(all).toBeGreaterThan(300);
    expect(own).toBeGreaterThan(0);
    expect(own).toBeLessThan(all / 2);
    if (agreement.sla.marketing?.email === MARKETING_ADDRESS)
      expect(Number(await captured(MARKETING_ADDRESS))).toBe(all);
  });

  it('cannot be made to show another rep, or other days', async () => {
    const of = world();
    const { agreement } = of.ports.rules;
    const managers = new Set(Object.values(agreement.reps).map(({ manager }) => manager));
    const [rep, other] = Object.values(agreement.reps).filter(({ id }) => !managers.has(id));
    await order(of, { email: rep?.email ?? '', from: '2026-11-10', to: '2026-11-16' });
    const link = linkIn(of);
    const own = await open(of, link);
    expect(own.body).toContain('2026-11-10 to 2026-11-16');
    const wider = await open(of, `${link}/overview?rep=${other?.id}&from=2020-01-01&to=2030-01-01`);
    expect(words(wider.body)).toBe(words(own.body));
    const elsewhere = await open(of, `${link}/tables/reps.csv?rep=${other?.id}&from=2027-01-01`);
    expect(elsewhere.body).toBe((await open(of, `${link}/tables/reps.csv`)).body);
    expect(wider.body).toContain(`value="${rep?.id}"`);
    expect(wider.body).not.toContain(`value="${other?.id}"`);
  });

  it('leads to the pages of the leads whose figures it shows, and of no others', async () => {
    const of = world();
    const { agreement } = of.ports.rules;
    const managers = new Set(Object.values(agreement.reps).map(({ manager }) => manager));
    const leadsOn = async (email: string, days: Readonly<Record<string, string>> = {}) => {
      await order(of, { email, ...days });
      const link = linkIn(of);
      const { body } = await open(of, link);
      return { link, ids: [...body.matchAll(/\/leads\/([0-9a-f]{32})"/g)].map(([, id]) => id ?? '') };
    };
    const manager = Object.values(agreement.reps).find(({ id }) => managers.has(id));
    const all = await leadsOn(manager?.email ?? '');
    const [first = ''] = all.ids;
    const page = await open(of, `${all.link}/leads/${first}`);
    expect(page.status).toBe(200);
    expect(words(page.body)).toMatch(/scored \d+: hot/);
    expect((await open(of, `${all.link}/leads/${'0'.repeat(32)}`)).status).toBe(404);
    let own = { link: '', ids: [] as string[] };
    let email = '';
    for (const rep of Object.values(agreement.reps).filter(({ id }) => !managers.has(id))) {
      if (own.ids.length > 0) break;
      email = rep.email;
      own = await leadsOn(email);
    }
    const others = all.ids.filter((id) => !own.ids.includes(id));
    expect(own.ids.length).toBeGreaterThan(0);
    expect(others.length).toBeGreaterThan(0);
    expect((await open(of, `${own.link}/leads/${own.ids[0]}`)).status).toBe(200);
    for (const id of others) expect((await open(of, `${own.link}/leads/${id}`)).status).toBe(404);
    const before = await leadsOn(email, { from: '2026-10-01', to: '2026-10-31' });
    for (const id of own.ids) expect((await open(of, `${before.link}/leads/${id}`)).status).toBe(404);
  });

  it('is over after eight hours, and is none where somebody made it up', async () => {
    const of = world();
    await order(of, { email: Object.values(of.ports.rules.agreement.reps)[0]?.email ?? '' });
    const link = linkIn(of);
    of.now += 8 * HOUR_MS - 1;
    expect((await open(of, link)).status).toBe(200);
    of.now += 1;
    const over = await open(of, link);
    expect(over.status).toBe(404);
    expect(words(over.body)).toContain('This link is over');
    for (const made of ['A'.repeat(22), 'me', `${'A'.repeat(22)}/tables/reps.csv`, 'me/overview', '..', '%2e%2e/a'])
      expect((await open(of, `/m/${made}`)).status, made).toBe(404);
  });

  it('is over once its reader is not in the agreement any more, or manages nobody', async () => {
    const of = world();
    const { agreement } = of.ports.rules;
    const manager = Object.values(agreement.reps).find(({ id }) => id === 'mia');
    await order(of, { email: manager?.email ?? '' });
    const link = linkIn(of);
    expect((await open(of, link)).status).toBe(200);
    const { mia: _, ...others } = agreement.reps;
    const nobodys = Object.fromEntries(Object.entries(agreement.reps).map(([id, rep]) => [id, withoutManager(rep)]));
    const territories = agreement.territories.map(({ manager: __, ...one }) => one);
    for (const changed of [
      { ...agreement, reps: others },
      { ...agreement, reps: nobodys, territories },
    ]) {
      const later = { ...of, ports: { ...of.ports, rules: createRules(changed) } };
      expect((await open(later, link)).status).toBe(404);
    }
  });

  it('leads to nobody who reads the logs, and to no cache', async () => {
    const of = world();
    await order(of, { email: Object.values(of.ports.rules.agreement.reps)[0]?.email ?? '' });
    const { headers } = await open(of, linkIn(of));
    const token = linkIn(of).split('/').at(-1) ?? '';
    expect(token).toHaveLength(22);
    expect(of.logged.join('\n')).not.toContain(token);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  });

  it('can be asked for on a page that tells no figures', async () => {
    const of = world();
    const page = await open(of, '/m');
    expect(page.status).toBe(200);
    expect(page.body).toContain('action="/m"');
    expect(page.body).not.toMatch(/captured|LeadQualified/);
    expect((await open(of, '/m', { method: 'DELETE' })).status).toBe(405);
    expect((await open(of, '/m', { method: 'HEAD' })).body).toBe('');
  });
});

describe('whoever the identity provider names', () => {
  it('sees what a link would show them, without one', async () => {
    const of = world();
    const [rep] = Object.values(of.ports.rules.agreement.reps);
    const page = await open(of, '/m/me', { claims: { email: rep?.email, email_verified: true } });
    expect(page.status).toBe(200);
    expect(page.body).toContain('href="/m/me/tables/times.csv');
  });

  it.each([
    ['is not in the agreement', { email: 'eve@elsewhere.example' }],
    ['has an address that nobody confirmed', { email: 'marketing@example.com', email_verified: 'false' }],
    ['has no address', { sub: '1' }],
  ])('sees nothing if the one %s', async (_, claims) => {
    expect((await open(world(), '/m/me', { claims })).status).toBe(404);
  });
});

describe('what is asked for through a link', () => {
  const dayNumber = fc.integer({ min: 0, max: 40_000 });
  const days = fc.record({ from: dayNumber, to: dayNumber }, { requiredKeys: ['from'] });

  it('never leaves the days and the rep that it is for', () => {
    const readers = fc.constantFrom({ reader: MARKETING }, { reader: 'ana', rep: 'ana' });
    const asked = fc.record(
      { from: dayNumber, to: dayNumber, rep: fc.constantFrom('ana', 'ben') },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(readers, days, asked, (reader, own, scope) => {
        fc.pre(own.to === undefined || own.from <= own.to);
        const pass = passFor(reader, own, 0);
        const shown = scopeWithin(pass, scope);
        expect(shown.from ?? Number.NEGATIVE_INFINITY).toBeGreaterThanOrEqual(own.from);
        expect(shown.to ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(own.to ?? Number.POSITIVE_INFINITY);
        expect(shown.rep).toBe(pass.rep ?? scope.rep);
        if (shown.to !== undefined) expect(shown.from).toBeLessThanOrEqual(shown.to);
      }),
    );
  });
});
