import { describe, expect, it } from 'vitest';
import { publishedFact } from '../../shared/contracts/events/published-fact.ts';
import type { FactType } from '../../shared/domain/vocabulary/fact-types.ts';
import { pretendedReceiver } from '../support/sinks/pretended-receiver.ts';
import { openWorld, SECRET, SECRETS, START, WEBHOOK_URL, webhookTo } from '../support/sinks/world.ts';

const JANE = 'jane@mail.example';
const OLD = 'whsec_b2xkLXMzY3JldC1vZi1hLXNpbms=';
const FACTS: readonly FactType[] = ['LeadAssigned', 'LeadAccepted'];
const HOUR = 3_600_000;
const ERP = webhookTo('erp', FACTS);

describe('a webhook', () => {
  it('is told the facts that it wants, as a subscriber of the bus gets them, signed', async () => {
    const erp = pretendedReceiver(WEBHOOK_URL, SECRET);
    const world = openWorld({ sinks: [ERP], answer: erp.call });
    await world.capture(JANE);
    await world.accept(JANE);
    const told = world.published.filter(({ type }) => FACTS.includes(type));
    expect(erp.taken.map(({ id }) => id)).toEqual(told.map(({ detail }) => detail.metadata.id));
    for (const [nth, { type, detail }] of told.entries())
      expect(publishedFact(type).parse(erp.taken[nth]?.body)).toMatchObject({ 'detail-type': type, detail });
    expect(world.counted).toEqual(['SinkTold erp', 'SinkTold erp']);
  });

  it('is told again after 5 s, 5 m, 30 m, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h, and then its message is dead', async () => {
    const erp = pretendedReceiver(WEBHOOK_URL, SECRET, () => ({ status: 500 }));
    const world = openWorld({ sinks: [webhookTo('erp', ['LeadQualified'])], answer: erp.call });
    await world.capture(JANE);
    await world.pass(100 * HOUR);
    const times = erp.came.map(({ at }) => at);
    expect(times.map((at, nth) => (at - (times[nth - 1] ?? START)) / 1_000)).toEqual([
      ...[0, 5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400],
    ]);
    expect(new Set(erp.came.map(({ id }) => id)).size).toBe(1);
    expect(world.runtime.deadLetters.map(({ queue }) => queue)).toEqual(['sink:erp']);
  });

  it('that takes nothing for two and a half hours is counted as down', async () => {
    const erp = pretendedReceiver(WEBHOOK_URL, SECRET, () => ({ status: 403 }));
    const world = openWorld({ sinks: [webhookTo('erp', ['LeadQualified'])], answer: erp.call });
    await world.capture(JANE);
    await world.pass(2 * HOUR);
    expect(new Set(world.counted)).toEqual(new Set(['SinkRefused erp', 'SinkFailed erp']));
    await world.pass(HOUR);
    expect(world.counted).toContain('SinkDown erp');
  });

  it('says when it wants to be told again, and is left alone so long', async () => {
    const busy = { status: 429, headers: { 'retry-after': '7200' } };
    const erp = pretendedReceiver(WEBHOOK_URL, SECRET, (nth) => (nth === 1 ? busy : undefined));
    const world = openWorld({ sinks: [webhookTo('erp', ['LeadQualified'])], answer: erp.call });
    await world.capture(JANE);
    await world.pass(3 * HOUR);
    expect(erp.came.map(({ at }) => at - START)).toEqual([0, 2 * HOUR]);
    expect(erp.taken).toHaveLength(1);
  });

  it('is believed by either secret while one takes the place of the other', async () => {
    const before = pretendedReceiver(WEBHOOK_URL, OLD);
    const after = pretendedReceiver('https://bi.example/', SECRET);
    const world = openWorld({
      sinks: [ERP, webhookTo('bi', FACTS, 'https://bi.example/')],
      answer: (call, now) => before.call(call, now) ?? after.call(call, now),
      secrets: () => ({ secrets: [SECRET, OLD] }),
    });
    await world.capture(JANE);
    expect([before.taken.length, after.taken.length]).toEqual([1, 1]);
  });

  it('does not hold back another one that answers', async () => {
    const bi = pretendedReceiver('https://bi.example/', SECRET);
    const world = openWorld({ sinks: [ERP, webhookTo('bi', FACTS, 'https://bi.example/')], answer: bi.call });
    await world.capture(JANE);
    await world.accept(JANE);
    expect(bi.taken).toHaveLength(2);
    expect(world.counted.filter((one) => one === 'SinkFailed erp')).toHaveLength(2);
  });

  it('that is gone is asked once an hour at most, and loses nothing', async () => {
    const erp = pretendedReceiver(WEBHOOK_URL, SECRET, (nth) => (nth === 1 ? { status: 410 } : undefined));
    const world = openWorld({ sinks: [ERP], answer: erp.call });
    await world.capture(JANE);
    await world.accept(JANE);
    await world.pass(0.9 * HOUR);
    expect([erp.came.length, erp.taken.length]).toEqual([1, 0]);
    expect(world.counted).toContain('SinkGone erp');
    await world.pass(10 * HOUR);
    expect(new Set(erp.taken.map(({ id }) => id)).size).toBeGreaterThanOrEqual(2);
  });

  it('without a secret is told nothing until there is one', async () => {
    const erp = pretendedReceiver(WEBHOOK_URL, SECRET);
    let kept: unknown;
    const world = openWorld({ sinks: [ERP], answer: erp.call, secrets: () => kept });
    await world.capture(JANE);
    expect([erp.came.length, world.counted]).toEqual([0, ['SinkRefused erp', 'SinkFailed erp']]);
    kept = SECRETS['sinks/erp'];
    await world.pass(60_000);
    expect(erp.taken).toHaveLength(1);
  });
});

describe('where one call in five fails', () => {
  it('each fact comes, with the one id that it has, and no secret and no address is logged', async () => {
    let nth = 0;
    const fails = (): boolean => {
      nth += 1;
      return (nth * 7919) % 5 === 0;
    };
    const erp = pretendedReceiver(WEBHOOK_URL, SECRET);
    const world = openWorld({
      sinks: [ERP],
      answer: (call, now) => {
        if (!fails()) return erp.call(call, now);
        // It took it, and its answer was lost.
        if (nth % 2 === 0) erp.call(call, now);
        return undefined;
      },
      secrets: (name) => {
        if (fails()) throw new Error('SSM is down');
        return SECRETS[name];
      },
    });
    for (let one = 0; one < 60; one += 1) await world.capture(`lead-${one}@mail.example`);
    await world.pass(80 * HOUR);
    const wanted = world.published.filter(({ type }) => FACTS.includes(type)).map(({ detail }) => detail.metadata.id);
    expect(wanted.length).toBeGreaterThanOrEqual(60);
    expect(new Set(erp.taken.map(({ id }) => id))).toEqual(new Set(wanted));
    expect(world.runtime.deadLetters).toEqual([]);
    const logged = JSON.stringify(world.said);
    for (const secret of [SECRET, '@mail.example', WEBHOOK_URL]) expect(logged).not.toContain(secret);
  });
});
