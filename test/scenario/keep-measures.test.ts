import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFeed } from '../../cli/feed.ts';
import { gatherFacts } from '../../cli/report/gather-facts.ts';
import { measureStored } from '../../cli/report/gather-stored.ts';
import { keepMeasures } from '../../functions/keep-measures/handler.ts';
import { createMemoryMeasuredStore } from '../../shared/adapters/memory/memory-measured-store.ts';
import { createSeededIds } from '../../shared/adapters/memory/seeded-ids.ts';
import { readAgreement } from '../../shared/agreement/read-agreement.ts';
import { rebuildMeasures } from '../../shared/application/measuring/rebuild-measures.ts';
import { forgetPerson } from '../../shared/application/privacy/forget-person.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { FactEvent } from '../../shared/domain/lead/fact-event.ts';
import { measure, measuredOf, reportOf } from '../../shared/domain/measures/report.ts';
import { createRules } from '../../shared/domain/rules.ts';
import { UTC } from '../../shared/domain/time/zone.ts';
import type { MeasuredStore } from '../../shared/ports/measured-store.ts';
import { createEmbedded } from '../../simulator/embedded.ts';
import { sqsRecord } from '../../simulator/sqs-record.ts';
import { randomWorld } from '../support/oracle/random-world.ts';
import { writeAgreement, writeFeed } from '../support/scenario/what-if.ts';

const TERMS = { zone: UTC, rates: {}, costs: [] };

const keptIn = async (measured: MeasuredStore) => {
  const leads = [];
  const refused = [];
  for await (const page of measured.all()) {
    leads.push(...page.leads);
    refused.push(...page.refusals.map(({ at }) => at));
  }
  return measuredOf(leads, refused);
};

/** A feed played while figures are kept, beside all facts of it. */
const played = async (agreement: Agreement, events: string) => {
  const gatherer = gatherFacts();
  const facts: FactEvent[] = [];
  const measured = createMemoryMeasuredStore();
  const feed = openFeed(events);
  const runtime = createEmbedded({
    agreement,
    measured,
    start: feed.start ?? 0,
    onFact: (fact) => {
      gatherer.fact(fact);
      facts.push(fact);
    },
  });
  for (const { at, detailType, text } of feed.read()) {
    await runtime.runBefore(at);
    await runtime.deliver(text, detailType);
  }
  feed.close();
  await runtime.runToEnd();
  return { measured, facts, input: gatherer.gathered(), deadLetters: runtime.deadLetters };
};

describe('the figures that are kept as facts come', { timeout: 120_000 }, () => {
  it('are those of the report of the sample day', async () => {
    const agreement = await readAgreement('agreement', 2026);
    const { measured, input, deadLetters } = await played(agreement, 'examples/sample-day.ndjson');
    const kept = reportOf(await keptIn(measured), agreement, TERMS, {});
    expect(kept).toEqual(reportOf(measure(input, agreement), agreement, TERMS, {}));
    expect(kept.funnel.cohort.captured).toBeGreaterThan(300);
    expect(deadLetters).toEqual([]);
  });

  it.each([21, 22, 23])('are those of the report of a random world (%i)', async (seed) => {
    const world = randomWorld(seed, 600);
    const agreement = await readAgreement(writeAgreement(world.written), 2026);
    const { measured, input } = await played(agreement, writeFeed(world.lines));
    // Facts about reps alone may be the first or the last of all.
    const days = { from: Math.floor(input.first / 86_400_000), to: Math.floor(input.last / 86_400_000) };
    const { period: _, ...kept } = reportOf(await keptIn(measured), agreement, TERMS, days);
    const { period: __, ...told } = reportOf(measure(input, agreement), agreement, TERMS, days);
    expect(kept).toEqual(told);
  });

  it('are the same in whatever order, however often and in whatever batches facts come', async () => {
    const world = randomWorld(24, 300);
    const agreement = await readAgreement(writeAgreement(world.written), 2026);
    const { measured, facts } = await played(agreement, writeFeed(world.lines));
    const once = await keptIn(measured);
    const ofLead = (leadId: string) => facts.filter(({ detail }) => detail.leadId === leadId);
    const batchesOf = fc.tuple(
      fc.shuffledSubarray(facts, { minLength: facts.length }),
      fc.integer({ min: 1, max: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(batchesOf, async ([shuffled, size]) => {
        const again = createMemoryMeasuredStore();
        const keep = keepMeasures({
          rules: createRules(agreement),
          measured: again,
          store: {
            history: async (leadId, from = 1) => ofLead(leadId).filter((one) => (one.detail.sequence ?? 0) >= from),
          },
          time: { now: () => 0, pause: async () => {} },
          ids: createSeededIds(1),
          observer: { info: () => {}, warn: () => {}, error: () => {}, count: () => {}, measure: () => {} },
        });
        const coming = [...shuffled, ...shuffled.slice(0, 100)];
        for (let first = 0; first < coming.length; first += size) {
          const Records = coming
            .slice(first, first + size)
            .map(({ type, detail }, index) =>
              sqsRecord('keep-measures', String(first + index), JSON.stringify({ 'detail-type': type, detail })),
            );
          const { batchItemFailures } = await keep({ Records });
          expect(batchItemFailures).toEqual([]);
        }
        const { cycles } = await keptIn(again);
        const byLead = (a: { leadId: string }, b: { leadId: string }): number => (a.leadId < b.leadId ? -1 : 1);
        expect(cycles.toSorted(byLead)).toEqual(once.cycles.toSorted(byLead));
      }),
      { numRuns: 8 },
    );
  });
});

/** The sample day in a store with its history, and what was kept of it. */
const sampleDay = async () => {
  const agreement = await readAgreement('agreement', 2026);
  const measured = createMemoryMeasuredStore();
  const feed = openFeed('examples/sample-day.ndjson');
  const runtime = createEmbedded({ agreement, measured, start: feed.start ?? 0 });
  for (const { at, detailType, text } of feed.read()) {
    await runtime.runBefore(at);
    await runtime.deliver(text, detailType);
  }
  feed.close();
  await runtime.runToEnd();
  const { store } = runtime;
  const everything = async function* () {
    yield* store.everything();
  };
  const rebuild = (of: MeasuredStore, isDry = false, tellsAll = false) =>
    rebuildMeasures({ store: { everything }, measured: of, sla: agreement.sla, now: runtime.now(), isDry, tellsAll });
  const tell = async (of: MeasuredStore) =>
    (await measureStored({ everything }, of, { agreementOf: async () => agreement })).measured;
  return { agreement, measured, runtime, rebuild, tell };
};

describe('rebuilding the figures from the history', { timeout: 60_000 }, () => {
  it('finds nothing to mend where all facts were heard', async () => {
    const { measured, rebuild } = await sampleDay();
    const { same, different, erased, moved, refusals } = await rebuild(measured, true);
    expect(same.length).toBeGreaterThan(300);
    expect({ different, erased, moved, refusals }).toEqual({ different: [], erased: [], moved: [], refusals: 0 });
    expect(await measured.wholeSince()).toBeUndefined();
  });

  it('tells what is missing or wrong, and mends it', async () => {
    const { agreement, measured, rebuild, tell } = await sampleDay();
    const partial = createMemoryMeasuredStore();
    const wrong: string[] = [];
    for await (const { leads } of measured.all()) {
      for (const [index, lead] of leads.entries()) {
        if (index % 3 > 0) await partial.keep(index % 3 === 1 ? lead : { ...lead, cycles: [] }, 0);
        if (index % 3 !== 1) wrong.push(lead.leadId);
      }
    }
    const looked = await rebuild(partial, true);
    expect(looked.different.toSorted()).toEqual(wrong.toSorted());
    expect(looked.refusals).toBe(4);
    const mended = await rebuild(partial);
    expect(mended.different.toSorted()).toEqual(wrong.toSorted());
    expect((await rebuild(partial, true)).different).toEqual([]);
    expect(reportOf(await tell(partial), agreement, TERMS, {})).toEqual(
      reportOf(await tell(measured), agreement, TERMS, {}),
    );
  });

  it('leaves whoever was forgotten as they were counted', async () => {
    const { agreement, measured, runtime, rebuild, tell } = await sampleDay();
    const before = reportOf(await tell(measured), agreement, TERMS, {});
    const won = [...runtime.store.leads()].find((lead) => lead.stage === 'ended' && lead.end === 'won');
    await forgetPerson(won?.email ?? '', { ...runtime.ports, store: runtime.store });
    await runtime.settle();
    const { erased, different } = await rebuild(measured);
    expect({ erased, different }).toEqual({ erased: [won?.id], different: [] });
    const after = reportOf(await tell(measured), agreement, TERMS, {});
    expect(after.funnel.cohort).toEqual(before.funnel.cohort);
    expect(after.revenue).toEqual(before.revenue);
  });
});
