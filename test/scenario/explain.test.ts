import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { explain } from '../../cli/explain/explain.ts';
import { simulate } from '../../cli/simulate/simulate.ts';
import {
  apply,
  assignments,
  collect,
  explainLead,
  type Line,
  ownersOf,
  type Written,
  withField,
  writeAgreement,
  writeFeed,
} from '../support/scenario/what-if.ts';
import { emailOfLead, event, generatedFeed, WORLDS } from '../support/scenario/what-if-worlds.ts';

const LEADS = 24;
const world = WORLDS['by country'];

const explained = (agreement: Written, lines: readonly Line[], email: string) =>
  explainLead(writeAgreement(agreement), writeFeed(lines), email);

/** Complete; hot by the demo that comes with it. */
const hotLead = (minutes: number, email: string, data: Record<string, unknown> = {}): readonly Line[] => [
  event(`${email}-c`, minutes, 'LeadCaptured', {
    person: { email },
    company: { name: 'Acme', employees: 300 },
    location: { country: 'DE' },
    ...data,
  }),
  event(`${email}-d`, minutes, 'LeadActivityRecorded', { email, kind: 'demo-requested' }),
];

const TEN = 3 * 60;
const kim = 'kim@acme.example';

describe.each(Object.entries(WORLDS))('every explanation in a world %s', { timeout: 120_000 }, (_, agreement) => {
  const folder = writeAgreement(agreement);

  it('tells what the record says of each assignment', async () => {
    const lines = generatedFeed(LEADS, 1);
    const events = writeFeed(lines);
    const all = await assignments(folder, events);
    const emails = [...new Set(all.map(({ email }) => email))];
    expect(emails.length).toBeGreaterThan(LEADS / 3);
    for (const email of emails.slice(0, 2)) {
      const { decisions } = await explainLead(folder, events, email);
      const told = decisions.filter(({ type }) => type === 'LeadAssigned');
      expect(told).toMatchObject(
        all
          .filter((one) => one.email === email)
          .map(({ at, data: { rep, attempt, territory, decision } }) => ({ at, rep, attempt, territory, decision })),
      );
    }
  });

  it('gives changes by which, done and played again, the owner is another one, the one that was said', async () => {
    let checked = 0;
    for (const seed of [2, 3]) {
      const lines = generatedFeed(LEADS, seed);
      const events = writeFeed(lines);
      for (const index of [3, 13]) {
        const email = emailOfLead(index);
        const before = await ownersOf(folder, events, email);
        const { counterfactuals } = await explainLead(folder, events, email);
        for (const change of counterfactuals) {
          const after = await apply(agreement, lines, email, change);
          expect({ email, change, owner: after[0] }).toEqual({ email, change, owner: change.owner });
          expect(change.owner).not.toBe(before[0]);
          checked += 1;
        }
      }
    }
    expect(checked).toBeGreaterThan(4);
  });

  it('gives a change of a field wherever a value of the agreement makes one', async () => {
    let turns = 0;
    for (const seed of [5]) {
      const lines = generatedFeed(LEADS, seed);
      const events = writeFeed(lines);
      for (const index of [1, 5, 11, 16, 21]) {
        const email = emailOfLead(index);
        const [before] = await ownersOf(folder, events, email);
        let turned = false;
        for (const [path, value] of valuesOf(agreement)) {
          const [after] = await ownersOf(folder, writeFeed(withField(lines, email, path, value)), email);
          turned = after !== undefined && after !== before;
          if (turned) break;
        }
        if (!turned) continue;
        turns += 1;
        const { counterfactuals } = await explainLead(folder, events, email);
        expect(counterfactuals.map(({ kind }) => kind)).toContain('field');
      }
    }
    expect(turns).toBeGreaterThan(0);
  });
});

/** Every constant of the territories, and both sides of each threshold. */
const valuesOf = ({ territories }: Written): readonly (readonly [path: string, value: unknown])[] => {
  const found: [string, unknown][] = [];
  const look = (condition: unknown): void => {
    if (typeof condition !== 'object' || condition === null) return;
    for (const [path, test] of Object.entries(condition)) {
      if (path === 'any' || path === 'all') for (const part of Object.values(test)) look(part);
      else if (path === 'not') look(test);
      else if (Array.isArray(test)) for (const value of test) found.push([path, value]);
      else if (typeof test !== 'object') found.push([path, test]);
      else
        for (const value of Object.values(test)) {
          found.push([path, value]);
          if (typeof value === 'number') found.push([path, value - 1], [path, value + 1]);
        }
    }
  };
  for (const { when } of territories) look(when);
  return found.filter(([, value]) => value !== true);
};

describe('an explanation', () => {
  it('names the fields that made this territory the first match', async () => {
    const { decisions } = await explained(world, hotLead(TEN, kim), kim);
    expect(decisions[0]).toMatchObject({ type: 'LeadAssigned', territory: 'DACH', rep: 'cem' });
    expect(decisions[0]?.decisive).toEqual([
      { field: 'location.country', value: 'DE', held: [{ in: ['DE', 'AT', 'CH'] }], above: [], moreAbove: 0 },
      {
        field: 'company.employees',
        value: 300,
        held: [],
        above: [{ territory: 'DACH enterprise', failed: [{ gte: 1000 }] }],
        moreAbove: 0,
      },
    ]);
  });

  it('gives the nearest number that would have made it another territory', async () => {
    const { counterfactuals } = await explained(world, hotLead(TEN, kim), kim);
    expect(counterfactuals).toContainEqual({
      kind: 'field',
      path: 'company.employees',
      from: 300,
      to: 1000,
      owner: 'ben',
      owners: expect.any(Array),
    });
    expect(counterfactuals).toContainEqual(
      expect.objectContaining({ path: 'location.country', to: 'FR', owner: 'luc' }),
    );
  });

  it('says who was away, until when, and that they would have got it', async () => {
    const large = { company: { name: 'Acme', employees: 2000 } };
    const { decisions, counterfactuals } = await explained(world, hotLead(TEN, kim, large), kim);
    expect(decisions[0]).toMatchObject({
      rep: 'ben',
      decision: { reps: [{ rep: 'ben' }, { rep: 'ana', excluded: 'away', until: '2026-11-04T08:00:00.000Z' }] },
    });
    expect(counterfactuals).toContainEqual(
      expect.objectContaining({ kind: 'away', path: 'reps.ana.away', to: [], owner: 'ana' }),
    );
  });

  it('says who starts work later, and that an hour later it would have been them', async () => {
    const early = hotLead(4 * 60 + 15, kim);
    const { decisions } = await explained(world, early, kim);
    expect(decisions[0]).toMatchObject({
      rep: 'cem',
      decision: {
        reps: [{ rep: 'cem' }, { rep: 'dora', excluded: 'starts-later', until: '2026-11-02T12:00:00.000Z' }],
      },
    });
    const one = 'one@other.example';
    const accepted = event('a', 4 * 60 + 5, 'RepAnswered', { email: one, answer: 'accept' });
    const busy = [...hotLead(4 * 60, one), accepted, ...early];
    const later = (await explained(world, busy, kim)).counterfactuals;
    expect(later).toContainEqual(expect.objectContaining({ kind: 'time', by: 'PT1H', owner: 'dora' }));
  });

  it('says of a lead that waits who could not take it', async () => {
    const evening = hotLead(14 * 60, kim);
    const { decisions } = await explained(world, evening, kim);
    expect(decisions[0]).toMatchObject({
      type: 'LeadWaiting',
      why: 'nobody-at-work',
      territory: 'DACH',
      decision: {
        reps: [
          { rep: 'cem', excluded: 'off-hours', until: '2026-11-03T08:00:00.000Z' },
          { rep: 'dora', excluded: 'off-hours', until: '2026-11-03T12:00:00.000Z' },
        ],
      },
    });
    expect(decisions[1]).toMatchObject({ type: 'LeadAssigned', rep: 'cem', at: '2026-11-03T08:00:00.000Z' });
  });

  it('says by which company a lead is of an account', async () => {
    const first = hotLead(TEN, 'first@acme.example', { company: { name: 'Acme', domain: 'acme.example' } });
    const second = hotLead(TEN + 10, kim, { company: { name: 'Acme', domain: 'acme.example' } });
    const { decisions, counterfactuals } = await explained(WORLDS['by thresholds'], [...first, ...second], kim);
    expect(decisions[0]).toMatchObject({ decision: { by: 'account' } });
    expect(decisions[0]?.decisive[0]).toMatchObject({ field: 'company.domain', value: 'acme.example' });
    expect(counterfactuals).toContainEqual(expect.objectContaining({ kind: 'field', path: 'company.domain' }));
  });

  it('says of a lead that was never hot which points are missing, and what would have made up for them', async () => {
    const cold = [
      event('c', TEN, 'LeadCaptured', { person: { email: kim }, company: { name: 'Acme', employees: 600 } }),
    ];
    const { unassigned, counterfactuals, decisions } = await explained(world, cold, kim);
    expect(decisions).toEqual([]);
    expect(unassigned).toMatchObject({
      why: 'not-hot',
      closest: { score: 40, hot: 60, missing: 20, reasons: [{ name: 'large', points: 40 }] },
    });
    expect(counterfactuals.map(({ kind, to }) => [kind, to])).toEqual(
      expect.arrayContaining([
        ['field', 'Retail'],
        ['activity', 'page-viewed'],
      ]),
    );
    for (const change of counterfactuals) expect((await apply(world, cold, kim, change))[0]).toBe(change.owner);
  });

  it('says of an incomplete one what is missing', async () => {
    const bare = hotLead(TEN, kim, { company: { employees: 300 } });
    const { unassigned, counterfactuals } = await explained(world, bare, kim);
    expect(unassigned).toMatchObject({ why: 'incomplete', fields: ['company.name'] });
    expect(counterfactuals[0]).toMatchObject({ kind: 'field', path: 'company.name', from: null });
  });

  it('says that a negative fit outweighs a raised hand', async () => {
    const rival = hotLead(TEN, kim, { company: { name: 'Rival', domain: 'rival.example', employees: 300 } });
    expect((await explained(world, rival, kim)).unassigned).toMatchObject({ why: 'not-hot', negativeFit: true });
  });

  it('says why a capture was refused', async () => {
    const wrong = [{ ...event('c', TEN, 'LeadCaptured', { person: { email: kim } }), source: 'golden-hour' }];
    expect((await explained(world, wrong, kim)).unassigned).toEqual({
      why: 'refused',
      problems: [{ path: 'source', message: expect.any(String) }],
    });
  });

  it('says that somebody is known by what they did alone', async () => {
    const seen = [event('a', TEN, 'LeadActivityRecorded', { email: kim, kind: 'demo-requested' })];
    expect((await explained(world, seen, kim)).unassigned).toEqual({ why: 'not-captured' });
  });

  it('knows a lead by any spelling of its address, and says so if it knows none', async () => {
    const events = writeFeed(hotLead(TEN, 'Kim.Lee+fair@gmail.com'));
    const agreement = writeAgreement(world);
    expect((await explainLead(agreement, events, 'kimlee@gmail.com')).owner).toBe('mia');
    const said: string[] = [];
    const stderr = new Writable({
      write: (chunk, _, done) => {
        said.push(String(chunk));
        done();
      },
    });
    let known: boolean | undefined;
    const text = await collect(async (stdout) => {
      known = await explain({ agreement, events, lead: 'nobody@x.example', json: false, seed: 1 }, stdout, stderr);
    });
    expect({ known, text, said: said.join('') }).toEqual({
      known: false,
      text: '',
      said: `golden-hour: ${events} has no event of the lead nobody@x.example\n`,
    });
  });

  it('tells of a lead that came back each cycle, and does not call it never hot', async () => {
    const back = TEN + 24 * 60;
    const lines = [
      ...hotLead(TEN, kim),
      event('a', TEN + 5, 'RepAnswered', { email: kim, answer: 'accept' }),
      event('l', TEN + 20, 'LeadClosed', { email: kim, outcome: 'lost' }),
      event('p', back, 'LeadActivityRecorded', { email: kim, kind: 'page-viewed', url: 'https://x.example/pricing' }),
    ];
    const [agreement, events] = [writeAgreement(world), writeFeed(lines)];
    const { life, unassigned, unowned, cycle } = await explainLead(agreement, events, kim);
    expect({ unassigned, cycle, why: unowned?.why }).toEqual({ unassigned: null, cycle: 2, why: 'not-hot' });
    const facts = await collect((stdout) => simulate({ agreement, events, json: true, seed: 1 }, stdout));
    const published = facts.split('\n').filter((line) => line !== '' && !line.includes('"type":"Message"'));
    expect(life.filter(({ sequence }) => sequence !== undefined).map(({ type, at }) => [type, at])).toEqual(
      published.map((line) => {
        const { type, at } = z.object({ type: z.string(), at: z.string() }).parse(JSON.parse(line));
        return [type, at];
      }),
    );
    expect(life.filter((one) => one.cycle === 2).map(({ type }) => type)).toEqual([
      'LeadActivityRecorded',
      'LeadScored',
    ]);
    expect(life.filter((one) => one.cycle === 1).at(-1)?.type).toBe('OutcomeRecorded');
    const text = await collect((stdout) =>
      explain({ agreement, events, lead: kim, json: false, seed: 1 }, stdout, process.stderr),
    );
    expect(text).toMatch(/^CYCLE 1$[\s\S]*^CYCLE 2$[\s\S]*^Nobody owns it: in cycle 2 it has not been hot$/m);
    expect(text).not.toMatch(/never hot/);
  });

  it('can be read', async () => {
    const agreement = writeAgreement(world);
    const events = writeFeed([
      ...hotLead(TEN, kim),
      event('k', TEN + 20, 'LeadClosed', { email: kim, outcome: 'won' }),
    ]);
    const text = await collect((stdout) =>
      explain({ agreement, events, lead: kim, json: false, seed: 1 }, stdout, process.stderr),
    );
    expect(text.replace(/\([0-9a-f]{32}\)/, '(id)')).toMatchInlineSnapshot(`
      "kim@acme.example (id); instants are UTC
      company.domain is acme.example, derived from the e-mail address

      CYCLE 1
      2026-11-02 10:00  captured
      2026-11-02 10:00  did demo-requested
      2026-11-02 10:00  scored 0: cold
      2026-11-02 10:00  scored 60: hot
      2026-11-02 10:00  qualified with 60 points: asked for a demo +60
      2026-11-02 10:00  the alert clause starts; its first instant is 2026-11-02 11:00
      2026-11-02 10:00  goes to CEM by fair share
        territory   DACH
        decisive    location.country is DE, wanted here: one of DE, AT, CH
                    company.employees is 300
                      DACH enterprise, above it, wants at least 1000
        score       60: asked for a demo +60
        reps        the team of DACH
                    CEM   virtual time 0, whose turn it was
                    DORA  excluded: off hours until 2026-11-02 12:00
      2026-11-02 10:00  the accept clause starts; its first instant is 2026-11-02 10:15
      2026-11-02 10:00  e-mail to CEM (alert)
      2026-11-02 10:15  ESCALATION by the clock: CEM has not answered it; a reminder (accept, remind)
      2026-11-02 10:15  e-mail to CEM (remind)
      2026-11-02 10:20  it is won

      Nobody owns it any more: it ended (won) on 2026-11-02 10:20

      It would have gone to another rep, each played again:
        had location.country been FR instead of DE, LUC would have got it
        had company.employees been 1000 instead of 300, BEN would have got it
      "
    `);
  });
});
