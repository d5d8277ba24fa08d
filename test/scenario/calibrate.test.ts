import { describe, expect, it } from 'vitest';
import { runCalibrate } from '../../cli/calibrate/calibrate.ts';
import { createDice } from '../../examples/dice.ts';
import { agreementWith, captured, seller, sent } from '../support/scenario/field-world.ts';
import { collect, type Line, writeAgreement, writeFeed } from '../support/scenario/what-if.ts';

const DAY = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString();

/** Today's points are the wrong way round: partners are won more often than ads. */
const agreement = writeAgreement(
  agreementWith([seller('ana')], {
    scoring: {
      hot: 20,
      minimum: ['person.email'],
      fit: [
        { name: 'from a partner', when: { source: 'partner' }, points: 10 },
        { name: 'from ads', when: { source: 'ads' }, points: 20 },
        { name: 'large', when: { 'company.employees': { gte: 100 } }, points: 10 },
      ],
      behaviour: { halfLife: 'P14D', actions: [{ name: 'asked', kind: 'demo-requested', points: 5 }] },
    },
  }),
);

/** One lead an hour, each closed two days later. */
const historyOf = (leads: number, signal: number): readonly Line[] => {
  const dice = createDice(11);
  const start = Date.parse('2026-01-05T08:00:00Z');
  const lines = Array.from({ length: leads }, (_, index) => {
    const at = start + index * 3_600_000;
    const email = `lead${index}@company${index}.example`;
    const source = dice.pick(['partner', 'ads', 'web']);
    const chance = 0.45 + signal * (source === 'partner' ? 0.35 : source === 'ads' ? -0.3 : 0);
    const employees = dice.between(1, 200);
    const outcome = dice.chance(chance) ? 'won' : 'lost';
    return [
      captured(iso(at), email, { source, company: { name: `Company ${index}`, employees } }),
      sent(iso(at + 2 * DAY), 'LeadClosed', { email, outcome }),
      // Whatever comes later is nothing that was known.
      captured(iso(at + 3 * DAY), email, { source: outcome }),
    ];
  });
  return lines.flat().sort((a, b) => Date.parse(a.time) - Date.parse(b.time));
};

const calibrated = async (lines: readonly Line[], json = true) => {
  let suggests: boolean | undefined;
  const events = writeFeed(lines);
  const text = await collect(async (stdout) => {
    suggests = await runCalibrate({ agreement, events, recycledAsLost: false, json, seed: 1 }, stdout);
  });
  return { text, suggests };
};

describe('calibrating on a feed', () => {
  it('judges the score, and suggests better points as a diff', async () => {
    const lines = historyOf(600, 1);
    const { text, suggests } = await calibrated(lines);
    const document = JSON.parse(text);
    expect(suggests).toBe(true);
    expect(document).toMatchObject({
      calibrate: 1,
      outcomes: { used: 600 },
      split: { by: 'time', test: { n: 180 } },
      model: { kind: 'logistic' },
      suggestion: { hot: 20 },
      refusal: null,
    });
    expect(document.outcomes.won + document.outcomes.lost).toBe(600);
    expect(document.score.auc).toBeLessThan(0.5);
    expect(document.model.auc).toBeGreaterThan(0.65);
    // What came after the outcome tells all of it: nothing of it may be among the features.
    expect(document.model.auc).toBeLessThan(0.9);
    expect(document.model.terms.map(({ name }: { name: string }) => name)).not.toContain('source is won');
    expect(document.suggestion.diff).toMatch(/^--- scoring\.yaml\ttoday\n\+\+\+ scoring\.yaml\tsuggested\n@@/);
    expect(document.suggestion.expected.change).toBeGreaterThan(0);
    const words = (await calibrated(lines, false)).text;
    expect(words).toContain('How well the score tells won from lost');
    expect(words).toContain('+++ scoring.yaml');
  });

  it('refuses in words where the outcome is chance', async () => {
    const { text, suggests } = await calibrated(historyOf(400, 0));
    expect(suggests).toBe(false);
    expect(JSON.parse(text)).toMatchObject({ suggestion: null, refusal: { why: expect.stringMatching(/^no signal/) } });
  });

  it('refuses a handful of outcomes', async () => {
    const { text, suggests } = await calibrated(historyOf(20, 1));
    expect(suggests).toBe(false);
    expect(JSON.parse(text)).toMatchObject({
      ...{ score: null, model: null, suggestion: null },
      refusal: { why: 'too few outcomes: 20 used among all outcomes', needs: '100 cycles that were won or lost' },
    });
    expect((await calibrated(historyOf(20, 1), false)).text).toContain('Nothing is suggested: too few outcomes');
  });
});
