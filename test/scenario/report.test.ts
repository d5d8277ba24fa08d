import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { check } from '../../cli/check/check.ts';
import { openFeed } from '../../cli/feed.ts';
import { gatherFacts } from '../../cli/report/gather-facts.ts';
import { gatherStored } from '../../cli/report/gather-stored.ts';
import { runReport } from '../../cli/report/report.ts';
import { play } from '../../cli/simulate/play.ts';
import { readAgreement } from '../../shared/agreement/read-agreement.ts';
import { readReportTerms } from '../../shared/agreement/report/read-report-terms.ts';
import { measure, type Report, reportOf } from '../../shared/domain/measures/report.ts';
import { UTC } from '../../shared/domain/time/zone.ts';
import { createEmbedded } from '../../simulator/embedded.ts';
import { randomWorld } from '../support/oracle/random-world.ts';
import { collect, writeAgreement, writeFeed } from '../support/scenario/what-if.ts';

const CASES = '../shared/cases/measures';

const reported = async (agreement: string, events: string): Promise<unknown> =>
  JSON.parse(await collect((stdout) => runReport({ agreement, events, json: true, seed: 1 }, stdout)));

describe.skipIf(!existsSync(CASES))(`the report of each case in ${CASES}`, { timeout: 60_000 }, () => {
  it.each(existsSync(CASES) ? readdirSync(CASES) : [])('%s', async (name) => {
    const folder = join(CASES, name);
    const expected: unknown = JSON.parse(readFileSync(join(folder, 'expect.json'), 'utf8'));
    const told = await reported(join(folder, 'agreement'), join(folder, 'feed.ndjson'));
    // As text, so that the order of the fields counts too.
    expect(JSON.stringify(told, null, 1)).toBe(JSON.stringify(expected, null, 1));
  });
});

const gathered = async (seed: number) => {
  const world = randomWorld(seed, 600);
  const agreement = await readAgreement(writeAgreement(world.written), 2026);
  const gatherer = gatherFacts();
  const feed = openFeed(writeFeed(world.lines));
  await play({ agreement, feed, seed: 1, onFact: gatherer.fact });
  feed.close();
  return { agreement, input: gatherer.gathered() };
};

const terms = { zone: UTC, rates: {}, costs: [] };

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

describe('the report of a random world', { timeout: 60_000 }, () => {
  it.each([11, 12, 13])('is the same whatever comes twice and in whatever order (world %i)', async (seed) => {
    const { agreement, input } = await gathered(seed);
    const once = reportOf(measure(input, agreement), agreement, terms, {});
    fc.assert(
      fc.property(fc.shuffledSubarray([...input.facts], { minLength: input.facts.length }), (shuffled) => {
        const facts = [...shuffled, ...shuffled.slice(0, 200)];
        expect(reportOf(measure({ ...input, facts }, agreement), agreement, terms, {})).toEqual(once);
      }),
      { numRuns: 5 },
    );
  });

  it.each([11, 12, 13])('counts what a look at the facts alone counts (world %i)', async (seed) => {
    const { agreement, input } = await gathered(seed);
    const report: Report = reportOf(measure(input, agreement), agreement, terms, {});
    const of = (type: string) => input.facts.filter(({ fact }) => fact.type === type);
    const { flow, cohort, standing } = report.funnel;
    expect(flow.qualified).toBe(of('LeadQualified').length);
    expect(sum(Object.values(standing))).toBe(cohort.captured);
    expect(cohort.captured).toBe(flow.captured);
    expect(sum(report.weeks.map(({ qualified }) => qualified))).toBe(flow.qualified);
    expect(sum(report.reps.map(({ assigned }) => assigned))).toBe(of('LeadAssigned').length);
    expect(sum(report.reps.map(({ rejected }) => rejected))).toBe(of('LeadRejected').length);
    expect(sum(report.rejections.map(({ n }) => n))).toBe(of('LeadRejected').length);
    const applied = of('OutcomeRecorded').filter(({ fact }) => fact.type === 'OutcomeRecorded' && fact.data.applied);
    const { salesQualified, won, lost, repeated, contradictory, afterEnd } = report.outcomes;
    expect(salesQualified + won + lost).toBe(applied.length);
    expect(repeated + contradictory + afterEnd).toBe(of('OutcomeRecorded').length - applied.length);
    expect(flow.won).toBe(won);
    const alerts = report.sla.clauses.find(({ clause }) => clause === 'alert');
    expect(sum([alerts?.kept, alerts?.broken, alerts?.void, alerts?.running].map((count) => count ?? 0))).toBe(
      of('LeadQualified').length,
    );
    const breaches = of('SlaBreached').filter(
      ({ fact }) => fact.type === 'SlaBreached' && fact.data.clause === 'alert',
    );
    expect(alerts?.broken).toBe(breaches.length);
    expect(report.territories.reduce((all, { captured }) => all + captured, 0)).toBe(cohort.captured);
  });
});

describe('the report of what a store has kept', () => {
  it('is that of the facts as they came', async () => {
    const world = randomWorld(11, 300);
    const agreement = await readAgreement(writeAgreement(world.written), 2026);
    const gatherer = gatherFacts();
    const feed = openFeed(writeFeed(world.lines));
    const runtime = createEmbedded({ agreement, seed: 1, start: feed.start ?? 0, onFact: gatherer.fact });
    for (const { at, detailType, text } of feed.read()) {
      await runtime.runBefore(at);
      await runtime.deliver(text, detailType);
    }
    feed.close();
    await runtime.runToEnd();
    const kept = await gatherStored(runtime.store);
    expect(kept.facts.length).toBeGreaterThan(100);
    expect(reportOf(measure(kept, agreement), agreement, terms, {})).toEqual(
      reportOf(measure(gatherer.gathered(), agreement), agreement, terms, {}),
    );
  });
});

describe('a check of the agreement', () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-check-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const checked = () =>
    collect((stdout) =>
      check(
        { agreement: folder, coverage: false, promise: false, json: false, now: Date.UTC(2026, 10, 16) },
        stdout,
        stdout,
      ),
    );

  it('looks at report.yaml too, and tells its problems with those of the other files', async () => {
    cpSync('agreement', folder, { recursive: true });
    writeFileSync(join(folder, 'report.yaml'), 'currency: EUR\n');
    expect(await checked()).toContain('is sound');
    writeFileSync(join(folder, 'report.yaml'), 'currency: euros\n');
    await expect(checked()).rejects.toThrow(/has 1 problem:\n.*report\.yaml:1:\d+ expected a currency/);
    writeFileSync(join(folder, 'content.yaml'), 'contents: []\n');
    await expect(checked()).rejects.toThrow(/content\.yaml[\s\S]*report\.yaml:1/);
  });
});

describe('report.yaml', () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-terms-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const terms = (text: string) => {
    writeFileSync(join(folder, 'report.yaml'), text);
    return readReportTerms(folder);
  };

  it('may be missing, or say nothing: then days are those of UTC, and money has no base', async () => {
    const empty = mkdtempSync(join(folder, 'empty-'));
    expect(await readReportTerms(empty)).toEqual({
      zone: expect.objectContaining({ name: 'UTC' }),
      rates: {},
      costs: [],
    });
    expect(await terms('# nothing\n')).toMatchObject({ rates: {}, costs: [] });
  });

  it('takes currencies in any case, and costs by what they are of', async () => {
    const text =
      'currency: eur\nrates: { usd: 0.9 }\ncosts:\n  - { campaign: w1, from: 2026-11-01, to: 2026-11-02, amount: 5 }\n';
    expect(await terms(text)).toMatchObject({
      currency: 'EUR',
      rates: { USD: 0.9 },
      costs: [{ of: 'campaign', key: 'w1', amount: 5 }],
    });
  });

  it.each([
    [
      'costs:\n  - { from: 2026-11-01, to: 2026-11-02, amount: 5 }\n',
      /report\.yaml:2:\d+ expected one of source, campaign, content/,
    ],
    [
      'costs:\n  - { source: a, from: 2026-11-03, to: 2026-11-02, amount: 5 }\n',
      /report\.yaml:2:\d+ ends before it begins/,
    ],
    ['rates: { USD: 0 }\n', /report\.yaml:1:\d+ must be above 0/],
    ['timeZone: Berlin\n', /report\.yaml:1:\d+/],
    ['currencies: EUR\n', /report\.yaml:1:1 unknown field "currencies"/],
  ])('is refused with its line: %j', async (text, problem) => {
    await expect(terms(text)).rejects.toThrow(problem);
  });
});
