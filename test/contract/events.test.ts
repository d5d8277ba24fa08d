import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { openFeed } from '../../cli/feed.ts';
import { play } from '../../cli/simulate/play.ts';
import { eventSchemas } from '../../scripts/write-schemas.ts';
import { createMemoryReach, healthyAccount, type MemoryAccount } from '../../shared/adapters/memory/memory-account.ts';
import { readAgreement } from '../../shared/agreement/read-agreement.ts';
import { forgetPerson } from '../../shared/application/privacy/forget-person.ts';
import { suggestLeads } from '../../shared/application/suggesting/suggest-leads.ts';
import { factData } from '../../shared/contracts/events/facts.ts';
import { inboundEnvelopes } from '../../shared/contracts/events/inbound.ts';
import { publishedFact } from '../../shared/contracts/events/published-fact.ts';
import { readInbound } from '../../shared/contracts/events/read-inbound.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import { NO_LOAD } from '../../shared/domain/routing/rep-load.ts';
import { coldList } from '../../shared/domain/suggestions/cold-list.ts';
import { createEmbedded } from '../../simulator/embedded.ts';
import { DAY, MINUTE } from '../support/agreement/small-agreement.ts';
import { visitor } from '../support/pages/page-visitor.ts';
import { startStory, storyAgreement } from '../support/scenario/answer-story.ts';

const folder = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const textOf = (type: string): string => readFileSync(folder(`golden/${type}.json`), 'utf8');
const goldenOf = (type: string): unknown => JSON.parse(textOf(type));

const isOf =
  <T extends object>(record: T) =>
  (name: string): name is Extract<keyof T, string> =>
    Object.hasOwn(record, name);
const INBOUND = Object.keys(inboundEnvelopes).filter(isOf(inboundEnvelopes));
const FACTS = Object.keys(factData).filter(isOf(factData));

/** Dotted paths with the type of what is there; the items of a list share one path. */
const shapeOf = (value: unknown, path = ''): readonly string[] => {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => shapeOf(item, `${path}[]`)))];
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, child]) => shapeOf(child, `${path}.${key}`));
  return [`${path} ${typeof value}`];
};

/** By dotted path. */
const flatten = (value: unknown, path = ''): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
    ? Object.assign({}, ...Object.entries(value).map(([key, child]) => flatten(child, path ? `${path}.${key}` : key)))
    : { [path]: value };

describe('the golden samples', () => {
  it('are one for each event that is understood or published', () => {
    const samples = readdirSync(folder('golden')).map((name) => basename(name, '.json'));
    expect(samples.sort()).toEqual([...INBOUND, ...FACTS].sort());
  });

  it.each(INBOUND)('%s is read, and nothing that the sample says is lost', (type) => {
    const golden = inboundEnvelopes[type].parse(goldenOf(type));
    const reading = readInbound(textOf(type));
    expect(reading).toMatchObject({
      ok: true,
      event: {
        type,
        ...(type === 'RepAvailabilityChanged' ? {} : { email: 'soren.hubner@wesermuehle.example' }),
        occurredAt: Date.parse(golden.detail.metadata?.occurredAt ?? golden.time),
      },
    });
    const { data } = z
      .object({ detail: z.object({ data: z.record(z.string(), z.unknown()) }) })
      .parse(goldenOf(type)).detail;
    const { email: _, ...told } = data;
    const read = reading.ok ? reading.event.data : {};
    if (type === 'LeadCaptured') expect(read).toMatchObject({ fields: flatten(data), visitorId: data.visitorId });
    else if (type === 'RepAvailabilityChanged')
      expect(read).toEqual({ ...told, from: Date.parse(String(data.from)), to: Date.parse(String(data.to)) });
    else expect(read).toEqual(told);
    expect(reading.ok && reading.ignored).toEqual([]);
  });

  it.each(FACTS)('%s is what a subscriber may rely on', (type) => {
    const parsed = publishedFact(type).parse(goldenOf(type));
    expect(parsed.detail).toEqual(z.object({ detail: z.unknown() }).parse(goldenOf(type)).detail);
  });
});

/** The sample day, on which every rep goes away for an hour and gives back what waits for an answer. */
const withAbsences = (agreement: Agreement): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'events-')), 'feed.ndjson');
  const changes = Object.keys(agreement.reps).flatMap((repId) =>
    [
      { time: '2026-11-16T10:00:30Z', data: { repId, state: 'away', to: '2026-11-16T12:00:00Z', giveBack: true } },
      { time: '2026-11-16T11:00:30Z', data: { repId, state: 'back' } },
    ].map(({ time, data }) => ({
      id: `${repId} ${data.state}`,
      source: 'calendar',
      time,
      'detail-type': 'RepAvailabilityChanged',
      detail: { data },
    })),
  );
  const lines = changes.map((change) => JSON.stringify(change)).join('\n');
  writeFileSync(file, `${readFileSync(folder('../../examples/sample-day.ndjson'), 'utf8')}${lines}\n`);
  return file;
};

describe('the facts that a run publishes', async () => {
  const shapes = new Map<string, Set<string>>();
  const read = await readAgreement(folder('../../agreement'), 2026);
  const example: Agreement = {
    ...read,
    sla: { ...read.sla, pauseAfter: 1, marketing: { email: 'marketing@example.com' } },
    watches: [
      {
        name: 'whatever they do',
        tell: [{ role: 'marketing' }, { role: 'owner' }],
        when: { field: 'person.email', test: { exists: true } },
        happens: ['activity'],
      },
    ],
  };
  // Without anybody on call leads wait in line, and without steps of the alert some are late.
  const nobodyToStepIn = {
    ...example,
    territories: example.territories.map(({ onCall: _, ...one }) => one),
    sla: { ...example.sla, alert: { ...example.sla.alert, steps: [] } },
  };
  for (const agreement of [example, nobodyToStepIn]) {
    const feed = openFeed(withAbsences(agreement));
    await play({
      agreement,
      feed,
      seed: 1,
      onFact: ({ type, time, detail }) => {
        const event = { source: 'golden-hour', 'detail-type': type, id: detail.metadata.id, time, detail };
        const parsed = publishedFact(type).parse(event);
        expect(parsed).toEqual(event);
        shapes.set(type, (shapes.get(type) ?? new Set()).add(shapeOf(detail).toSorted().join('\n')));
      },
      onMessage: () => {},
      afterLine: async () => {},
    });
    feed.close();
  }

  // A manager answers by the page alone, which a feed cannot do.
  const story = await startStory({
    agreement: storyAgreement({
      sla: { accept: { withinMs: 30 * MINUTE, clock: 'wall', steps: [{ atMs: 0, do: 'tell-manager' }] } },
    }),
  });
  await story.runtime.runThrough(story.runtime.now() + MINUTE);
  await visitor(story, story.links('mia')[0] ?? 'no link').post({ manage: 'leave', attempt: '1', owner: 'ana' });
  // A rep says by the page alone what they have sent.
  await visitor(story, story.links('ana')[0] ?? 'no link').post({ answer: 'sent', content: 'roi' });
  // Whoever operates the stack forgets a person by a command.
  const [owned] = [...story.runtime.store.leads()];
  await forgetPerson(owned?.email ?? '', { ...story.runtime.ports, store: story.runtime.store });
  await story.runtime.settle();
  // Whoever operates the stack has cold leads suggested by a command, long after they were given back.
  const cold = await startStory();
  await visitor(cold, cold.links('ana')[0] ?? 'no link').post({ answer: 'accept' });
  await visitor(cold, cold.links('ana')[0] ?? 'no link').post({ answer: 'not-now' });
  await cold.runtime.runThrough(cold.runtime.now() + 31 * DAY);
  const { ports, store } = cold.runtime;
  await suggestLeads(
    coldList(store.leads(), () => NO_LOAD, ports.rules, cold.runtime.now()),
    ports,
  );
  await cold.runtime.settle();
  for (const { type, detail } of [...story.facts, ...cold.facts]) {
    shapes.set(type, (shapes.get(type) ?? new Set()).add(shapeOf(detail).toSorted().join('\n')));
  }

  // What becomes of a rep's channels an account tells, and no feed: the month's money for SMS is used up, then the
  // subscription is ended, then confirmed again.
  const well = healthyAccount(Object.values(example.reps));
  const without = { ...well, subscriptions: new Map([...well.subscriptions].map(([id]) => [id, []])) };
  const spent = { spending: { limit: 1, spent: 1 } };
  let account: MemoryAccount = well;
  const asked = createEmbedded({
    agreement: example,
    start: 0,
    onFact: ({ type, detail }) =>
      shapes.set(type, (shapes.get(type) ?? new Set()).add(shapeOf(detail).toSorted().join('\n'))),
    replace: () => ({ reachQuestions: createMemoryReach(() => account) }),
  });
  for (account of [well, { ...well, ...spent }, { ...without, ...spent }, { ...well, ...spent }])
    await asked.checkReach();

  it.each(FACTS)('%s has, among others, the shape of its golden sample', (type) => {
    const golden = z.object({ detail: z.unknown() }).parse(goldenOf(type)).detail;
    expect([...(shapes.get(type) ?? [])]).toContain(shapeOf(golden).toSorted().join('\n'));
  });
});

describe('the JSON Schemas in docs/events', () => {
  const schemas = eventSchemas();

  it('are those that the contracts give: npm run schemas', () => {
    const found = ['inbound', 'facts'].flatMap((kind) =>
      readdirSync(folder(`../../docs/events/${kind}`)).map((name) => [
        `${kind}/${name}`,
        readFileSync(folder(`../../docs/events/${kind}/${name}`), 'utf8'),
      ]),
    );
    expect(Object.fromEntries(found)).toEqual(schemas);
  });

  it.each([...INBOUND, ...FACTS])('take the golden sample of %s', (type) => {
    const kind = isOf(inboundEnvelopes)(type) ? 'inbound' : 'facts';
    const schema = z.fromJSONSchema(JSON.parse(schemas[`${kind}/${type}.schema.json`] ?? 'false'));
    expect(schema.safeParse(goldenOf(type))).toMatchObject({ success: true });
  });
});
