import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { openFeed } from '../../cli/feed.ts';
import { gatherFacts } from '../../cli/report/gather-facts.ts';
import { runReport } from '../../cli/report/report.ts';
import { play } from '../../cli/simulate/play.ts';
import { readAgreement } from '../../shared/agreement/read-agreement.ts';
import { readFact } from '../../shared/contracts/events/facts.ts';
import { isHeldOut } from '../../shared/domain/scoring/hold-out.ts';
import { rep, smallAgreement, territory } from '../support/agreement/small-agreement.ts';
import { randomWorld } from '../support/oracle/random-world.ts';
import { play as perform, type Scenario } from '../support/scenario/scenario.ts';
import { collect, writeAgreement, writeFeed } from '../support/scenario/what-if.ts';

/** All leads are held out: half of them are the most that a file can say, but a test may say more. */
const heldOut = (parts: Parameters<typeof smallAgreement>[0] = {}) =>
  smallAgreement({ ...parts, scoring: { ...parts.scoring, holdOut: 1 } });

/** Who got each lead, and by what, in order. */
const owners = (s: Scenario): readonly string[] =>
  s.published.flatMap((event) => {
    const fact = readFact(event);
    return fact.type === 'LeadAssigned' ? [`${fact.data.rep} by ${fact.data.decision.by}`] : [];
  });

const marks = (s: Scenario): readonly (boolean | undefined)[] =>
  s.published.flatMap((event) => {
    const fact = readFact(event);
    return fact.type === 'LeadQualified' ? [fact.data.heldOut] : [];
  });

describe('a lead that is held out', () => {
  it('goes to whoever has gone longest without one, whatever the weights and the points', () =>
    perform(
      heldOut({
        territories: [
          territory('Everywhere', [], {
            team: [
              { rep: 'ana', weight: 5 },
              { rep: 'ben', weight: 1 },
            ],
          }),
        ],
      }),
      async (s) => {
        for (const [index, at] of ['09:00', '09:01', '09:02', '09:03'].entries())
          await s.capture(at, `jo${index}@mail.example`);
        expect(owners(s)).toEqual([
          'ana by round-robin',
          'ben by round-robin',
          'ana by round-robin',
          'ben by round-robin',
        ]);
        s.ignoreMessages();
      },
    ));

  it("heeds neither the account's owner nor the wish for a language, and is marked", () =>
    perform(
      heldOut({
        reps: [rep('ana', { languages: ['en'] }), rep('ben', { languages: ['fr'] })],
        territories: [territory('Everywhere', ['ana', 'ben'], { matchLanguage: true })],
      }),
      async (s) => {
        await s.capture('09:00', 'one@acme.example', { language: 'fr' });
        await s.capture('09:01', 'two@acme.example', { language: 'fr' });
        expect(owners(s)).toEqual(['ana by round-robin', 'ben by round-robin']);
        expect(marks(s)).toEqual([true, true]);
        s.ignoreMessages();
      },
    ));

  it('still goes to somebody who can take it: not to whoever is full, and to the overflow if the team is', () =>
    perform(
      heldOut({
        reps: [rep('ana', { capacity: { open: 1 } }), rep('ben')],
        territories: [territory('Home', ['ana'], { overflow: 'Away' }), territory('Away', ['ben'])],
      }),
      async (s) => {
        await s.capture('09:00', 'one@mail.example');
        await s.capture('09:01', 'two@mail.example');
        expect(owners(s)).toEqual(['ana by round-robin', 'ben by round-robin']);
        s.ignoreMessages();
      },
    ));

  it('is told from the others by a mark, which no lead has where none is held out', async () => {
    await perform(smallAgreement({ scoring: { holdOut: Number.EPSILON } }), async (s) => {
      await s.capture('09:00', 'jo@mail.example');
      expect([marks(s), owners(s)]).toEqual([[false], ['ana by share']]);
      s.ignoreMessages();
    });
    await perform(smallAgreement(), async (s) => {
      await s.capture('09:00', 'jo@mail.example');
      expect([marks(s), owners(s)]).toEqual([[undefined], ['ana by share']]);
      s.ignoreMessages();
    });
  });
});

/** As far as this test looks. */
const told = z.object({
  funnel: z.object({ flow: z.object({ qualified: z.number() }) }),
  holdOut: z.array(
    z.object({ what: z.string(), heldOut: z.object({ of: z.number() }), others: z.object({ of: z.number() }) }),
  ),
});

describe('a random world of which half is held out', { timeout: 60_000 }, () => {
  const world = randomWorld(31, 600);
  const folder = writeAgreement({ ...world.written, scoring: { ...world.written.scoring, holdOut: '50%' } });
  const events = writeFeed(world.lines);

  it('hands those over by round robin and the others by the rules, each as the hash of the lead says', async () => {
    const gatherer = gatherFacts();
    const feed = openFeed(events);
    await play({ agreement: await readAgreement(folder, 2026), feed, seed: 1, onFact: gatherer.fact });
    feed.close();
    const { facts } = gatherer.gathered();
    const qualified = facts.filter(({ fact }) => fact.type === 'LeadQualified');
    for (const { leadId, fact } of facts) {
      const isOne = isHeldOut(leadId, 0.5);
      if (fact.type === 'LeadQualified' && fact.data.by === undefined) expect(fact.data.heldOut).toBe(isOne);
      if (fact.type === 'LeadAssigned' && isOne)
        expect(['share', 'overflow', 'account']).not.toContain(fact.data.decision.by);
      if (fact.type === 'LeadAssigned' && !isOne) expect(fact.data.decision.by).not.toBe('round-robin');
    }
    expect(new Set(qualified.map(({ leadId }) => isHeldOut(leadId, 0.5)))).toEqual(new Set([true, false]));
  });

  it('has a report that tells how far those and the others came', async () => {
    const text = await collect((stdout) => runReport({ agreement: folder, events, json: true, seed: 1 }, stdout));
    const { funnel, holdOut } = told.parse(JSON.parse(text));
    expect(holdOut.map(({ what }) => what)).toEqual([
      'contacted within the hour',
      'accepted',
      'sales-qualified',
      'won',
    ]);
    for (const { heldOut: own, others } of holdOut.slice(1)) {
      expect(own.of + others.of).toBe(funnel.flow.qualified);
      expect(own.of).toBeGreaterThan(0);
      expect(others.of).toBeGreaterThan(0);
    }
    const tables = await collect((stdout) => runReport({ agreement: folder, events, json: false, seed: 1 }, stdout));
    expect(tables).toContain('What routing is worth, by the leads that are held out from it');
  });
});
