import { describe, expect, it } from 'vitest';
import { pagesRead } from '../../shared/domain/alert/text/pages-read.ts';
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

describe('what leads were offered and sent', () => {
  const of = (id: string, cycles: readonly Cycle[]) => piecesOf(cycles, CATALOGUE).find((row) => row.id === id);

  it('is counted once a lead too, whatever became of it', () => {
    const sent = (end?: 'won' | 'lost'): Cycle => ({
      ...cycle([], end),
      qualified: { at: 1, score: 60, offered: ['guide', 'roi'] },
      sent: ['guide', 'guide'],
    });
    expect(of('guide', [sent('won'), sent('lost'), sent(), cycle([])])).toMatchObject({
      ...{ read: 0, offered: 3, sent: 3, sentAndWon: 1, sentAndLost: 1 },
    });
    expect(of('roi', [sent('won')])).toMatchObject({ offered: 1, sent: 0 });
  });

  it('is told beside the pages that leads saw and that no piece is: all of the catalogue, but few of the others', () => {
    const seen = (pages: readonly string[]): Cycle => ({ ...cycle([], 'won'), qualified: { at: 1, score: 60, pages } });
    expect(of('/prices', [seen(['/prices', 'acme.example/jobs']), seen(['/prices'])])).toMatchObject({
      read: 2,
      won: 2,
    });
    const many = Array.from({ length: 40 }, (_, index) => seen([`/page-${index}`, `/other-${index}`]));
    const rows = piecesOf(many, CATALOGUE);
    expect(rows.filter(({ title }) => title === undefined)).toHaveLength(50);
    expect(rows.filter(({ title }) => title !== undefined)).toHaveLength(2);
  });
});

describe('a page that a lead saw', () => {
  const saw = (...urls: readonly string[]) =>
    pagesRead(
      urls.map((url) => ({ at: 0, kind: 'page-viewed', url })),
      CATALOGUE,
    );

  it('is told by host and path, each once, and without what a visit adds', () => {
    expect(
      saw(
        'https://www.Acme.example/prices/?utm=1#top',
        'http://acme.example/prices',
        '/Prices?x',
        'https://acme.example',
      ),
    ).toEqual(['acme.example/prices', '/Prices', 'acme.example']);
  });

  it('is left out where it is a piece of the catalogue, of one person, too long, or no address at all', () => {
    expect(
      saw(
        ...['https://example.com/roi?x=1', '/guide', 'https://a.example/u/jo@acme.example', '/u/jo%40acme.example'],
        ...[`/${'x'.repeat(300)}`, 'pricing', 'javascript:alert(1)', ''],
      ),
    ).toEqual([]);
  });

  it('is one of ten at most', () => {
    expect(saw(...Array.from({ length: 30 }, (_, index) => `/page-${index}`))).toHaveLength(10);
  });
});
