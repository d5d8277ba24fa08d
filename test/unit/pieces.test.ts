import { describe, expect, it } from 'vitest';
import { type Cycle, newCycle } from '../../shared/domain/measures/cycle.ts';
import { piecesOf } from '../../shared/domain/measures/pieces.ts';

const CATALOGUE = [
  { id: 'roi', title: 'ROI calculator', url: 'https://example.com/roi', after: [] },
  { id: 'guide', title: 'Buyer’s guide', url: 'https://example.com/guide', after: [] },
];

/** A cycle that qualified after some pieces were read. */
const cycle = (read: readonly string[], end?: 'won' | 'lost'): Cycle => ({
  ...newCycle('lead', 0),
  qualified: { at: 1, score: 60 },
  touches: read.map((value) => ({ kind: 'content', value, occurredAt: '2026-11-02T09:00:00.000Z' })),
  ...(end === undefined ? {} : { [end]: { at: 2 } }),
});

const times = (count: number, one: () => Cycle): Cycle[] => Array.from({ length: count }, one);

describe('what leads read before they qualified', () => {
  const cycles = [
    ...times(8, () => cycle(['roi', 'roi'], 'won')),
    ...times(2, () => cycle(['roi', 'webinar'], 'lost')),
    cycle(['roi']),
    cycle([], 'won'),
    ...times(5, () => cycle(['webinar'], 'lost')),
  ];
  const rows = piecesOf(cycles, CATALOGUE);

  it('is counted once a lead, with what became of the lead', () => {
    const [roi] = rows;
    expect(roi).toMatchObject({ id: 'roi', title: 'ROI calculator', read: 11, won: 8, lost: 2, wonRate: 0.8 });
  });

  it('stands beside what became of the leads that had not read it, and how far chance would explain that', () => {
    expect(rows[0]).toMatchObject({ wonRateOfOthers: 0.1667 });
    // Fisher's exact test of 8 of 10 against 1 of 6, both tails.
    expect(rows[0]?.chance).toBeCloseTo(0.0485, 3);
  });

  it('is told of pieces that the catalogue does not have, and of those that nobody read', () => {
    expect(rows.map(({ id, title, read }) => [id, title, read])).toEqual([
      ['roi', 'ROI calculator', 11],
      ['webinar', undefined, 7],
      ['guide', 'Buyer’s guide', 0],
    ]);
    expect(rows.at(-1)).toMatchObject({ wonRate: null, chance: 1 });
  });
});
