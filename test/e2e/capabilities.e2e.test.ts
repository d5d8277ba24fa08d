import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { clientConfig } from '../../local/clients.ts';
import { hashCapability } from '../../shared/adapters/node/hash-capability.ts';
import {
  factsOf,
  type HotLead,
  hotLead,
  leadOf,
  linkOf,
  linksOf,
  listLink,
  personalIn,
  takeBack,
} from '../support/e2e/leads.ts';
import { openDeployed, WORLDS, type World } from '../support/e2e/world.ts';

interface Seen {
  readonly status: number;
  readonly html: string;
}

const get = async (url: string): Promise<Seen> => {
  const response = await fetch(url);
  return { status: response.status, html: await response.text() };
};

const post = async (url: string, form: Readonly<Record<string, string>>): Promise<Seen> => {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
  return { status: response.status, html: await response.text() };
};

const otherCase = (letter: string): string =>
  letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();

const ACCEPT = { answer: 'accept' };

/** What somebody tries who has seen a link, or the table. */
const FORGERIES: Readonly<Record<string, (token: string) => string>> = {
  'made up': () => 'AAAAAAAAAAAAAAAAAAAAAA',
  'the same but for its first letter': (token) => `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`,
  'the same but for its last letter': (token) => `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
  'cut off': (token) => token.slice(0, -1),
  'cut to half': (token) => token.slice(0, 11),
  'longer by a letter': (token) => `${token}A`,
  backwards: (token) => [...token].reverse().join(''),
  'in capitals': (token) => token.toUpperCase(),
  'in small letters': (token) => token.toLowerCase(),
  'with one letter in the other case': (token) => token.replace(/[a-z]/i, otherCase),
  'given a place in a list': (token) => `${token}.1`,
  padded: (token) => `${token}==`,
  'the hash that is stored': hashCapability,
};

describe.each(WORLDS)('a link of %s', (_, openWorld) => {
  let world: World;
  let ours: HotLead;
  let theirs: HotLead;

  beforeAll(async () => {
    world = await openWorld(inject('deployed'));
    [ours, theirs] = await Promise.all([hotLead(world), hotLead(world)]);
  });
  afterAll(() => world?.close());

  const expectNotice = ({ status, html }: Seen, code: number, title: string): void => {
    expect({ status, title: /<h1>(.*?)<\/h1>/.exec(html)?.[1] }).toEqual({ status: code, title });
    for (const lead of [ours, theirs]) expect(personalIn(html, lead, world.agreement)).toEqual([]);
  };

  it('is 128 bits, never the same twice, and known to the table by its hash alone', async () => {
    const links = [...(await linksOf(world, ours.id)), ...(await linksOf(world, theirs.id))];
    const tokens = links.map(({ token }) => token);
    expect(new Set(tokens).size).toBe(tokens.length);
    for (const token of tokens) {
      expect(Buffer.from(token, 'base64url')).toHaveLength(16);
      const plain = { type: 'link', id: token } as const;
      const hashed = { type: 'link', id: hashCapability(token) } as const;
      const found = await world.store.load([plain, hashed]);
      expect(found.get(plain)).toBeUndefined();
      expect(found.get(hashed)).toBeDefined();
    }
  });

  it.each(Object.entries(FORGERIES))('opens nothing when it is %s, and says so', async (_, forge) => {
    const { url, token } = await linkOf(world, ours);
    const forged = forge(token);
    const before = await factsOf(world, ours);
    const forgedUrl = `${url.slice(0, -token.length)}${forged}`;
    expectNotice(await get(forgedUrl), 404, 'This link opens no lead');
    expectNotice(await post(forgedUrl, { answer: 'accept' }), 404, 'This link opens no lead');
    expect(await factsOf(world, ours)).toEqual(before);
  });

  it('answers for its own lead, whatever else a request names', async () => {
    const { url, rep } = await linkOf(world, ours);
    const other = await linkOf(world, theirs);
    const before = await factsOf(world, theirs);
    const { id, email } = theirs;
    const names = { leadId: id, lead: id, email, token: other.token, rep: other.rep, attempt: '1' };
    const form = { answer: 'reject', reason: 'no-time', ...names };
    expect((await post(`${url}?${new URLSearchParams(names)}`, form)).status).toBe(303);
    const [rejected, ...more] = (await world.store.history(ours.id)).filter(({ type }) => type === 'LeadRejected');
    expect(rejected?.detail.data).toMatchObject({ rep, attempt: 1 });
    expect(more).toEqual([]);
    expect(await factsOf(world, theirs)).toEqual(before);
  });

  it('of an attempt that is over opens not the next one', async () => {
    const first = await linkOf(world, theirs);
    const second = await takeBack(world, theirs);
    expect(second).not.toMatchObject({ token: first.token });
    const before = await factsOf(world, theirs);
    expectNotice(await get(first.url), 410, 'This lead was taken back');
    for (const answer of ['accept', 'contacted', 'qualified', 'not-now']) {
      expectNotice(await post(first.url, { answer }), 410, 'This lead was taken back');
    }
    expectNotice(await post(first.url, { answer: 'reject', reason: 'no-time' }), 410, 'This lead was taken back');
    expect(await factsOf(world, theirs)).toEqual(before);
    expect(await leadOf(world, theirs.id)).toMatchObject({ stage: 'assigned', owner: { rep: second.rep, attempt: 2 } });
    expect((await get(second.url)).html).toContain(theirs.lastName);
  });

  it('that has expired opens nothing', async () => {
    const { url, token } = await linkOf(world, theirs, 2);
    const key = { type: 'link', id: hashCapability(token) } as const;
    const link = (await world.store.load([key])).get(key);
    if (link === undefined) throw new Error('a link that was sent is stored');
    const expired = { key, expectedVersion: link.version, value: { ...link.value, expiresAt: 1 } };
    expect(await world.store.commit([expired])).toBe('ok');
    const before = await factsOf(world, theirs);
    expectNotice(await get(url), 410, 'This link has expired');
    expectNotice(await post(url, { answer: 'accept' }), 410, 'This link has expired');
    expect(await factsOf(world, theirs)).toEqual(before);
  });
});

describe.each(WORLDS)('a link to several leads of %s', (_, openWorld) => {
  let world: World;
  let leads: readonly [HotLead, HotLead];
  let other: HotLead;
  let list: string;

  beforeAll(async () => {
    world = await openWorld(inject('deployed'));
    // Two reps share them: two of three are of the same one.
    const three = await Promise.all([hotLead(world), hotLead(world), hotLead(world)]);
    const links = await Promise.all(three.map((lead) => linkOf(world, lead)));
    const owners = links.map(({ rep }) => rep);
    const rep = owners.find((each, index) => owners.indexOf(each) < index) ?? '';
    const [first, second] = three.filter((_, index) => owners[index] === rep);
    const rest = three.find((lead) => lead !== first && lead !== second);
    if (first === undefined || second === undefined || rest === undefined) throw new Error('three leads have two reps');
    [leads, other] = [[first, second], rest];
    list = await listLink(world, rep, leads);
  });
  afterAll(() => world?.close());

  const facts = () => Promise.all([...leads, other].map((lead) => factsOf(world, lead)));

  it('opens those and no other, each by its place', async () => {
    const all = await get(list);
    expect(all.status).toBe(200);
    for (const { lastName } of leads) expect(all.html).toContain(lastName);
    expect(personalIn(all.html, other, world.agreement)).not.toContain(other.lastName);
    for (const [index, lead] of leads.entries()) {
      const { html } = await get(`${list}.${index + 1}`);
      expect(html).toContain(`Jane ${lead.lastName}</h1>`);
      for (const each of [...leads, other]) if (each !== lead) expect(html).not.toContain(each.lastName);
    }
  });

  it.each(['.3', '.0', '.01', '.1.2', '.-1', '.1e0', '.', '.999', '.1000'])('opens nothing at %s', async (place) => {
    const before = await facts();
    for (const seen of [await get(`${list}${place}`), await post(`${list}${place}`, ACCEPT)]) {
      expect({ status: seen.status, known: seen.html.includes('Doe-') }).toEqual({ status: 404, known: false });
    }
    expect(await facts()).toEqual(before);
  });

  it('takes no answer for all at once, and one for the lead at its place alone', async () => {
    const before = await facts();
    expect((await post(list, ACCEPT)).status).toBe(405);
    expect(await facts()).toEqual(before);
    expect((await post(`${list}.2`, { ...ACCEPT, leadId: leads[0].id, index: '1' })).status).toBe(303);
    const [first, second, rest] = await facts();
    expect([first, rest]).toEqual([before[0], before[2]]);
    expect(second).toContain('LeadAccepted');
  });

  it('opens not the lead that somebody else has by now', async () => {
    await takeBack(world, leads[0]);
    const before = await facts();
    const { status, html } = await get(list);
    expect(status).toBe(200);
    expect(html).toContain(leads[1].lastName);
    expect(html).not.toContain(leads[0].lastName);
    for (const seen of [await get(`${list}.1`), await post(`${list}.1`, ACCEPT)]) {
      expect(seen.status).toBe(410);
      expect(personalIn(seen.html, leads[0], world.agreement)).toEqual([]);
    }
    expect(await facts()).toEqual(before);
  });
});

describe('the table on MiniStack', () => {
  it('holds no link that anybody has got', async () => {
    const { endpoint, outputs } = inject('deployed');
    const world = await openDeployed(inject('deployed'));
    const lead = await hotLead(world);
    const { token } = await linkOf(world, lead);
    const client = new DynamoDBClient(clientConfig(endpoint));
    const pages: string[] = [];
    for await (const { Items } of paginateScan({ client }, { TableName: outputs.TableName })) {
      pages.push(JSON.stringify(Items));
    }
    client.destroy();
    await world.close();
    const table = pages.join();
    expect(table).toContain(hashCapability(token));
    const tokens = (await world.sms()).flatMap((text) => /\/a\/([\w-]{22})$/.exec(text)?.[1] ?? []);
    expect(tokens).toContain(token);
    expect(tokens.filter((each) => table.includes(each))).toEqual([]);
  });
});
