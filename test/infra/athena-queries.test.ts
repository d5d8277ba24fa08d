import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFeed } from '../../cli/feed.ts';
import { gatherFacts } from '../../cli/report/gather-facts.ts';
import { play } from '../../cli/simulate/play.ts';
import { createDice } from '../../examples/dice.ts';
import { ATHENA_QUERIES, type AthenaQuery, athenaQuery } from '../../infra/athena-queries.ts';
import { KEPT_FIGURES_COLUMNS } from '../../infra/kept-figures-table.ts';
import { readAgreement } from '../../shared/agreement/read-agreement.ts';
import { findZone } from '../../shared/agreement/zones/packed-zones.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import { qualifiedIn } from '../../shared/domain/measures/funnel.ts';
import type { HoldOutRow } from '../../shared/domain/measures/hold-out.ts';
import { type MeasuredLead, measureLead, type SequencedFact } from '../../shared/domain/measures/measured-lead.ts';
import { piecesOf } from '../../shared/domain/measures/pieces.ts';
import { measuredOf, partAsked, reportOf } from '../../shared/domain/measures/report.ts';
import { dayOf } from '../../shared/domain/time/local-date.ts';
import { dateOf } from '../../shared/domain/time/zone.ts';
import { openAthena, streamLine } from '../support/athena/athena.ts';
import { randomWorld } from '../support/oracle/random-world.ts';
import { yearWithOutcomes } from '../support/pages/year-with-outcomes.ts';
import { type Line, writeAgreement, writeFeed } from '../support/scenario/what-if.ts';

/** The same with sources, campaigns, pages, content and three currencies. */
const enriched = (lines: readonly Line[], seed: number): readonly Line[] => {
  const dice = createDice(seed);
  return lines.flatMap((line): readonly Line[] => {
    const { data } = line.detail;
    const type = line['detail-type'];
    const withData = (more: object): Line => ({ ...line, detail: { data: { ...data, ...more } } });
    if (type === 'LeadClosed' && dice.chance(0.7))
      return [withData({ revenue: dice.between(1, 90_000) / 100, currency: dice.pick(['EUR', 'usd', 'GBP']) })];
    if (type === 'LeadClosed' && dice.chance(0.5)) return [withData({ revenue: dice.between(1, 900) })];
    if (type !== 'LeadCaptured') return [line];
    const { email } = { email: '', ...Object(data.person) };
    const activity: Line = {
      ...line,
      id: `${line.id}-a`,
      'detail-type': 'LeadActivityRecorded',
      detail: {
        data: {
          email,
          kind: 'page-viewed',
          url: dice.pick(['/pricing', 'https://acme.example/jobs?x=1']),
          ...(dice.chance(0.6) ? { contentId: dice.pick(['guide', 'roi', 'tour']) } : {}),
        },
      },
    };
    const capture = dice.chance(0.8)
      ? withData({ source: dice.pick(['web', 'fair', 'partner']), ...(dice.chance(0.5) ? { campaign: 'spring' } : {}) })
      : line;
    return dice.chance(0.5) ? [activity, capture] : [capture, activity];
  });
};

/** What is kept of each lead of a feed; reps have sent something to some of them. */
const keptOf = async (agreement: Agreement, lines: readonly Line[]): Promise<readonly MeasuredLead[]> => {
  const gatherer = gatherFacts();
  const feed = openFeed(writeFeed(lines));
  await play({ agreement, feed, seed: 1, onFact: gatherer.fact });
  feed.close();
  const byLead = new Map<string, SequencedFact[]>();
  for (const fact of gatherer.gathered().facts) byLead.set(fact.leadId, [...(byLead.get(fact.leadId) ?? []), fact]);
  return [...byLead].flatMap(([leadId, facts], index) => {
    const lead = measureLead(leadId, undefined, facts, agreement.sla);
    for (const cycle of lead?.cycles ?? []) if (index % 5 === 0) cycle.sent.push('guide', 'guide', 'roi');
    return lead ?? [];
  });
};

const count = (value: unknown): number => Number(value ?? 0);

/** The figures of a query as the report has them: whatever DuckDB writes as text is a number again. */
const asTold = (row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value,
    ]),
  );

interface World {
  readonly agreement: Agreement;
  readonly kept: readonly MeasuredLead[];
}

const WORLDS: Readonly<Record<string, () => Promise<World>>> = {
  'a year of the example agreement': async () => {
    const read = await readAgreement('agreement', 2026);
    const agreement = { ...read, scoring: { ...read.scoring, holdOut: 0.3 } };
    return { agreement, kept: await keptOf(agreement, yearWithOutcomes(400)) };
  },
  ...Object.fromEntries(
    [21, 22, 23].map((seed) => [
      `random world ${seed}`,
      async () => {
        const { written, lines } = randomWorld(seed, 500);
        const agreement = await readAgreement(writeAgreement(written), 2026);
        return { agreement, kept: await keptOf(agreement, enriched(lines, seed)) };
      },
    ]),
  ),
};

describe('the queries for Athena', () => {
  it('are files, and every file is one', () => {
    const files = readdirSync('infra/queries').map((file) => basename(file, '.sql'));
    expect(files.sort()).toEqual([...ATHENA_QUERIES, 'cycles'].sort());
  });

  it('quote what they are asked of', () => {
    const sql = athenaQuery('weeks', {
      table: 't',
      from: '2026-01-01',
      before: '2027-01-01',
      zone: "x'y",
      currency: "E'R",
    });
    expect(sql).toContain("'x''y'");
    expect(sql).toContain("'E''R'");
    expect(sql).not.toContain('{{');
  });
});

describe.each(Object.entries(WORLDS))('the queries of %s', { timeout: 120_000 }, async (_, worldOf) => {
  const { agreement, kept } = await worldOf();
  const zone = findZone('Europe/Berlin');
  if (zone === undefined) throw new Error('no such zone');
  const terms = { zone, currency: 'EUR', rates: { USD: 0.9, GBP: 1.2 }, costs: [] };
  const measured = measuredOf(kept, []);
  const whole = reportOf(measured, agreement, terms, {}).period;
  // A part of it, so that much happens outside.
  const [from, to] = [(dayOf(whole.from) ?? 0) + 1, dayOf(whole.to) ?? 0];
  const part = partAsked(measured, terms, { from, to });
  const report = reportOf(measured, agreement, terms, { from, to });
  const [before, older] = [dateOf(to + 1), kept.map((lead) => ({ ...lead, upTo: lead.upTo - 1, cycles: [] }))];
  // Some arrive twice, and as they were before.
  const lines = [...kept, ...older, ...kept.slice(0, 50)].map((lead, index) => streamLine(lead, index));
  const athena = await openAthena(KEPT_FIGURES_COLUMNS, lines);
  const asked = async (name: AthenaQuery) => {
    const rows = await athena.rows(
      athenaQuery(name, { table: 'figures', from: dateOf(from), before, zone: 'Europe/Berlin', currency: 'EUR' }),
    );
    return rows.map(asTold);
  };

  it('count the funnel and where leads stand', async () => {
    const { cohort, flow, conversion, standing } = report.funnel;
    expect((await asked('funnel')).map((row) => [row.cohort, row.flow, row.of_the_stage_before])).toEqual([
      [cohort.captured, flow.captured, null],
      [cohort.qualified, flow.qualified, conversion.qualified],
      [cohort.accepted, flow.accepted, conversion.accepted],
      [cohort.salesQualified, flow.salesQualified, conversion.salesQualified],
      [cohort.won, flow.won, conversion.won],
    ]);
    const placed = Object.fromEntries((await asked('standing')).map((row) => [row.standing, row.leads]));
    for (const [where, leads] of Object.entries(standing)) expect([where, placed[where] ?? 0]).toEqual([where, leads]);
  });

  it('tell how long everything took, and how many were contacted within the hour', async () => {
    const told = Object.fromEntries((await asked('times')).map((row) => [row.what, row]));
    for (const [what, { n, waiting, never, wall }] of Object.entries(report.times)) {
      if (n + waiting + never === 0) continue;
      const percentiles = { p50: wall?.p50 ?? null, p90: wall?.p90 ?? null, p99: wall?.p99 ?? null };
      expect(told[what]).toMatchObject({ done: n, waiting, never, ...percentiles });
    }
    const { of, n, rate } = report.contactWithinHour;
    expect(await asked('hour')).toEqual([{ qualified: of, within_the_hour: of === 0 ? null : n, rate }]);
  });

  it('tell how marketing kept its word, and each clause was kept', async () => {
    const { delivered, hot, completeAtOnce, completedLater, incomplete, returned } = report.sla.marketing;
    const [row] = await asked('marketing');
    expect(row).toMatchObject({ delivered, hot, returned });
    expect([row?.complete_at_once, row?.completed_later, row?.incomplete].map(count)).toEqual([
      ...[completeAtOnce, completedLater, incomplete],
    ]);
    const clauses = Object.fromEntries((await asked('clauses')).map((one) => [one.clause, one]));
    for (const { clause, kept: keptOnes, broken, late, void: ended, running, rate, lateBy } of report.sla.clauses) {
      const known = clauses[clause];
      expect([known?.kept, known?.broken, known?.late, known?.void, known?.running].map(count)).toEqual([
        ...[keptOnes, broken, late, ended, running],
      ]);
      expect([known?.rate ?? null, known?.late_by_p50 ?? null, known?.late_by_p99 ?? null]).toEqual([
        ...[rate, lateBy?.p50 ?? null, lateBy?.p99 ?? null],
      ]);
    }
  });

  it('count by week', async () => {
    const weeks = Object.fromEntries((await asked('weeks')).map((row) => [row.monday, row]));
    for (const { from: monday, captured, qualified, accepted, salesQualified, won, lost } of report.weeks) {
      const row = weeks[monday];
      expect(
        [row?.captured, row?.qualified, row?.accepted, row?.sales_qualified, row?.won, row?.lost].map(count),
      ).toEqual([captured, qualified, accepted, salesQualified, won, lost]);
    }
  });

  it('tell what reps did, and why they rejected leads', async () => {
    const rows = await asked('reps');
    expect(rows.map((row) => row.rep)).toEqual(report.reps.map(({ rep }) => rep));
    for (const [index, one] of report.reps.entries()) {
      const { value, asManager, takenAway, salesQualified, clausesKept, clausesBroken, credit, ...told } = one;
      const { assigned, accepted, rejected, contacted, won, lost, recycled } = told;
      expect(rows[index]).toMatchObject({
        ...{ assigned, value, accepted, rejected, contacted, won, lost, recycled, as_manager: asManager },
        ...{ taken_away: takenAway, sales_qualified: salesQualified, clauses_kept: clausesKept },
        ...{ clauses_broken: clausesBroken, credit_won: credit.won },
      });
    }
    expect(await asked('rejections')).toEqual(
      report.rejections.map(({ reason, action, n }) => ({ reason, action, leads: n })),
    );
  });

  it('tell where leads came from, by the first and the last touch, and by territory', async () => {
    const origins = await asked('origins');
    const kinds = { source: report.sources, campaign: report.campaigns, content: report.contents };
    const counted = (rows: typeof report.territories) =>
      rows.map(({ key, captured, qualified, accepted, salesQualified, won, lost, rejected }) => ({
        ...{ key, captured, qualified, accepted, sales_qualified: salesQualified, won, lost, rejected },
      }));
    for (const [kind, sides] of Object.entries(kinds))
      for (const which of ['first', 'last'] as const)
        expect(
          origins
            .filter((row) => row.kind === kind && row.which === which)
            .map(({ kind: _k, which: _w, ...row }) => row),
        ).toEqual(counted(sides[which]));
    expect(await asked('territories')).toEqual(counted(report.territories));
  });

  it('tell money by currency, also by rep', async () => {
    const rows = await asked('revenue');
    const money = (what: string, rep?: string) => {
      const own = rows.filter((row) => row.what === what && (rep === undefined || row.rep === rep));
      const currencies = [...new Set(own.map(({ currency }) => String(currency)))].sort();
      return currencies.map((currency) => {
        const of = own.filter((row) => row.currency === currency);
        const amount = of.reduce((sum, row) => sum + Math.round(count(row.amount) * 100), 0) / 100;
        return { currency, amount, deals: of.reduce((sum, row) => sum + count(row.deals), 0) };
      });
    };
    const { won, outside, pipeline } = report.revenue;
    expect([money('won'), money('outside'), money('pipeline')]).toEqual([won, outside, pipeline]);
    for (const { rep, revenue, credit } of report.reps)
      expect([rep, money('won', rep), money('credit', rep)]).toEqual([rep, revenue, credit.revenue]);
  });

  it('count outcomes, what was held out and what content did', async () => {
    const { salesQualified, won, lost, late, repeated, contradictory, afterEnd } = report.outcomes;
    const [outcomes] = await asked('outcomes');
    expect(Object.values(outcomes ?? {}).map(count)).toEqual([
      ...[salesQualified, won, lost, late, repeated, contradictory, afterEnd],
    ]);
    const rows = Object.fromEntries((await asked('hold-out')).map((row) => [String(row.held_out), row]));
    const columns: Readonly<Partial<Record<HoldOutRow['what'], string>>> = {
      accepted: 'accepted',
      'sales-qualified': 'sales_qualified',
      won: 'won',
    };
    for (const { what, heldOut, others } of report.holdOut ?? []) {
      const column = columns[what];
      if (column === undefined) continue;
      expect([rows.true?.qualified, rows.true?.[column]].map(count)).toEqual([heldOut.of, heldOut.n]);
      expect([rows.false?.qualified, rows.false?.[column]].map(count)).toEqual([others.of, others.n]);
    }
    const pieces = piecesOf(qualifiedIn(part.worked, part.period), agreement.content).filter(
      ({ read, offered, sent }) => read + offered + sent > 0,
    );
    const byId = Object.fromEntries((await asked('pieces')).map((row) => [row.id, row]));
    expect(Object.keys(byId)).toHaveLength(pieces.length);
    for (const { id, read, offered, sent, sentAndWon, sentAndLost, ...of } of pieces)
      expect(byId[id]).toMatchObject({
        ...{ read, won: of.won, lost: of.lost, offered, sent, sent_and_won: sentAndWon, sent_and_lost: sentAndLost },
      });
    athena.close();
  });
});
