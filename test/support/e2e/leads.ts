import { randomBytes } from 'node:crypto';
import { hashCapability } from '../../../shared/adapters/node/hash-capability.ts';
import { randomIds } from '../../../shared/adapters/node/random-ids.ts';
import { loadAll } from '../../../shared/application/documents/load-all.ts';
import type { Agreement } from '../../../shared/domain/agreement/agreement.ts';
import type { Lead } from '../../../shared/domain/lead/lead.ts';
import type { Key } from '../../../shared/ports/store.ts';
import { until, type World } from './world.ts';

/** A lead that a rep was alerted of; each has a name, a company and a number of its own. */
export interface HotLead {
  readonly id: string;
  readonly email: string;
  readonly lastName: string;
  readonly company: string;
  readonly domain: string;
  readonly phone: string;
}

/** A rep's way to one attempt of a lead. */
export interface RepLink {
  readonly rep: string;
  readonly attempt: number;
  readonly url: string;
  readonly token: string;
}

const WEEK_BEFORE = [
  { ago: 5 * 1440, kind: 'page-viewed', url: 'https://www.golden.example/pricing', title: 'Pricing' },
  { ago: 3 * 1440, kind: 'content-downloaded', contentId: 'buyers-guide', title: 'Buyer’s guide' },
  { ago: 90, kind: 'page-viewed', url: 'https://www.golden.example/customers/retail' },
  { ago: 6, kind: 'demo-requested', url: 'https://www.golden.example/demo' },
];

export const leadOf = async (world: World, id: string): Promise<Lead | undefined> => {
  const key = { type: 'lead', id } as const;
  return (await world.store.load([key])).get(key)?.value;
};

const idOf = async (world: World, email: string): Promise<string | undefined> => {
  const key = { type: 'identity', id: email.toLowerCase() } as const;
  return (await world.store.load([key])).get(key)?.value.leadId;
};

/** What has happened to the lead; messages aside, which are recorded a little later than what they tell. */
export const factsOf = async (world: World, { id }: HotLead): Promise<readonly string[]> =>
  (await world.store.history(id)).map(({ type }) => type).filter((type) => type !== 'RepAlerted');

const LINK = /https?:\/\/\S+\/a\/[\w-]{22}$/;

/** Every link that was sent by SMS for the lead, oldest first for each rep. */
export const linksOf = async (world: World, leadId: string): Promise<readonly RepLink[]> => {
  const sent = (await world.sms()).flatMap((text) => LINK.exec(text)?.[0] ?? []);
  const keyOf = (url: string): Key<'link'> => ({ type: 'link', id: hashCapability(url.slice(-22)) });
  const links = await loadAll(world.store, sent.map(keyOf));
  return sent.flatMap((url) => {
    const link = links.get(keyOf(url))?.value;
    const ours = link !== undefined && 'leadId' in link && link.leadId === leadId;
    return ours ? [{ rep: link.rep, attempt: link.attempt, url, token: url.slice(-22) }] : [];
  });
};

/** The newest link of the owner of an attempt, once they have been alerted by every channel. */
export const linkOf = (world: World, { id }: HotLead, attempt = 1): Promise<RepLink> =>
  until(`link of attempt ${attempt}`, async () => {
    const alerted = (await world.store.history(id)).flatMap(({ type, detail: { data } }) =>
      type === 'RepAlerted' && 'attempt' in data && data.attempt === attempt && 'channel' in data ? data.channel : [],
    );
    const link = (await linksOf(world, id)).findLast((each) => each.attempt === attempt);
    const channels = world.agreement.reps[link?.rep ?? '']?.channels ?? [];
    return channels.every((channel) => alerted.includes(channel)) ? link : undefined;
  });

/** A lead of whom much is known asks for a demo, and a rep is alerted of it. */
export const hotLead = async (
  world: World,
  parts: { readonly company?: string; readonly consent?: object } = {},
): Promise<HotLead> => {
  // Never a number: messages and pages leave out words that a phone would call.
  const mark = `a${randomBytes(4).toString('hex').slice(1)}`;
  const lastName = `Doe-${mark}`;
  const domain = `acme-${mark}.example`;
  const email = `Jane.${lastName}@${domain}`;
  const { company = `Acme ${mark}`, consent = { call: true, email: true } } = parts;
  const phone = `+49 (0)30 ${(Number.parseInt(mark, 16) % 9_000_000) + 1_000_000}`;
  for (const { ago, ...activity } of WEEK_BEFORE) {
    await world.tell('LeadActivityRecorded', { email, ...activity }, ago);
  }
  const id = await until('lead of its activities', async () => {
    const known = await idOf(world, email);
    const lead = known === undefined ? undefined : await leadOf(world, known);
    return lead?.timeline.length === WEEK_BEFORE.length ? known : undefined;
  });
  await world.tell('LeadCaptured', {
    person: { email, firstName: 'Jane', lastName, title: 'Head of Operations', phone },
    company: { name: company, domain, industry: 'Retail', employees: 1200 },
    location: { country: 'DE', region: 'DE-BE', timeZone: 'Europe/Berlin' },
    interest: 'stock levels',
    consent,
    fields: { budget: '50k' },
  });
  const lead = { id, email, lastName, company, domain, phone };
  await linkOf(world, lead);
  return lead;
};

/** The clock takes the lead from its silent owner; answers the next one's link. */
export const takeBack = async (world: World, lead: HotLead): Promise<RepLink> => {
  const { attempt } = await linkOf(world, lead);
  await world.pass(lead.id, 31);
  return linkOf(world, lead, attempt + 1);
};

/** A link to several leads that a rep has in their first attempt, such as a digest holds; its address. */
export const listLink = async (world: World, rep: string, leads: readonly HotLead[]): Promise<string> => {
  const { token, hash } = randomIds.capability();
  const attempts = leads.map(({ id }) => ({ leadId: id, cycle: 1, attempt: 1 }));
  const value = { rep, leads: attempts, expiresAt: Number.MAX_SAFE_INTEGER };
  const committed = await world.store.commit([{ key: { type: 'link', id: hash }, expectedVersion: 0, value }]);
  if (committed !== 'ok') throw new Error('a new link meets no conflict');
  return `${world.linkBase}${token}`;
};

/** What no page may show of a lead or a rep to whoever has no right to see it. */
export const personalIn = (text: string, lead: HotLead, { reps }: Agreement): readonly string[] => {
  const names = Object.values(reps).flatMap(({ name, email, phone = email }) => [name, email, phone]);
  const shown = text.toLowerCase();
  const { email, lastName, company, domain, phone } = lead;
  const known = ['jane', email, lastName, company, domain, phone, phone.slice(-7), 'tel:', 'mailto:', ...names];
  return known.filter((each) => shown.includes(each.toLowerCase()));
};
