import { describe, expect, it } from 'vitest';
import type { Scoring } from '../../shared/domain/agreement/agreement.ts';
import { triggerOf } from '../../shared/domain/scoring/trigger.ts';

const action = (name: string, handRaise = false) => ({ name, kind: name.replaceAll(' ', '-'), points: 10, handRaise });

const scoring: Scoring = {
  hot: 60,
  warm: 30,
  minimum: [],
  fit: [],
  behaviour: { halfLifeMs: 1, actions: [action('read pricing'), action('asked for a demo', true), action('left')] },
  freeMail: [],
};

const score = (fit: number, reasons: readonly { readonly name: string; readonly points: number }[]) => ({
  score: 60,
  fit,
  behaviour: 0,
  grade: 'hot' as const,
  reasons,
});

const did = (tallies: Readonly<Record<string, number>>) => ({
  behaviour: {
    tallies: Object.fromEntries(Object.entries(tallies).map(([name, at]) => [name, { sum: 1, at }])),
    handRaised: true,
  },
});

const REASONS = [
  { name: 'large company', points: 50 },
  { name: 'read pricing', points: 10 },
  { name: 'asked for a demo', points: 5 },
  { name: 'left', points: -20 },
];

describe('what made a lead hot', () => {
  it('is the raised hand, whatever was done after it', () => {
    expect(triggerOf(did({ 'asked for a demo': 1, 'read pricing': 5 }), score(0, REASONS), scoring)).toEqual({
      name: 'asked for a demo',
      at: 1,
    });
  });

  it('is the last action that counts for the lead, where no hand was raised', () => {
    expect(triggerOf(did({ 'read pricing': 5, left: 9 }), score(0, REASONS), scoring)).toEqual({
      name: 'read pricing',
      at: 5,
    });
  });

  it('is the last action, where the fit speaks against the lead and a raised hand counts no more', () => {
    expect(triggerOf(did({ 'asked for a demo': 1, 'read pricing': 5 }), score(-1, REASONS), scoring)?.name).toBe(
      'read pricing',
    );
  });

  it('is the fit that counts most, with no time, where nothing was done', () => {
    expect(triggerOf(did({}), score(50, REASONS), scoring)).toEqual({ name: 'large company' });
  });

  it('is nothing where all speaks against the lead', () => {
    expect(triggerOf(did({}), score(-1, [{ name: 'left', points: -20 }]), scoring)).toBeUndefined();
  });
});
