import { describe, expect, it } from 'vitest';
import type { Feed } from '../../cli/feed.ts';
import { createProgress } from '../../cli/progress.ts';
import { watchedFeed } from '../../cli/watched-feed.ts';

const terminal = (isTTY = true) => {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
};

/** A feed of ten lines. */
const feed: Feed = {
  lines: 10,
  start: 0,
  years: { year: 1970 },
  read: () => Array.from({ length: 10 }, (_, at) => ({ at, detailType: 'LeadCaptured', text: '' })),
  close: () => {},
};

/** A clock that goes on by so much at each look. */
const clockBy = (ms: number) => {
  let now = 0;
  return () => (now += ms);
};

describe('a feed that is played on a terminal', () => {
  it('shows how far it is, once two seconds have passed, and leaves nothing behind', () => {
    const shown = terminal();
    expect([...watchedFeed(feed, shown, clockBy(500)).read()]).toHaveLength(10);
    expect(shown.written[0]).toBe(`\r[${'='.repeat(12)}${' '.repeat(18)}]  40 %  4 of 10 lines played\u001B[K`);
    expect(shown.written.at(-2)).toContain('10 of 10 lines played');
    expect(shown.written.at(-1)).toBe('\r\u001B[K');
  });

  it('leaves nothing behind where it is not played to its end', () => {
    const shown = terminal();
    for (const { at } of watchedFeed(feed, shown, clockBy(1_000)).read()) if (at === 5) break;
    expect(shown.written.at(-1)).toBe('\r\u001B[K');
  });

  it('shows nothing where it takes no time, or where nobody watches', () => {
    const [quick, piped] = [terminal(), terminal(false)];
    for (const _ of watchedFeed(feed, quick, clockBy(1)).read());
    for (const _ of watchedFeed(feed, piped, clockBy(1_000)).read());
    expect([...quick.written, ...piped.written]).toEqual([]);
  });
});

it('is a text alone where the size of the work is not known', () => {
  const shown = terminal();
  createProgress(shown, { now: clockBy(200) }).show(undefined, () => '7 rows, 0 bad');
  expect(shown.written).toEqual(['\r7 rows, 0 bad\u001B[K']);
});
