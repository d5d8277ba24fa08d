import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openFeed } from '../../cli/feed.ts';

const folder = mkdtempSync(join(tmpdir(), 'feed-'));
afterAll(() => rmSync(folder, { recursive: true }));

const LINES = ['{"id":"1","time":"2026-11-16T10:00:00Z","name":"Zoë"}', '{"id":"2","time":"2026-11-16T11:00:00Z"}'];

const linesOf = (bytes: Buffer): readonly string[] => {
  const file = join(folder, 'feed.ndjson');
  writeFileSync(file, bytes);
  const feed = openFeed(file);
  try {
    return [...feed.read()].map(({ text }) => text.trim());
  } finally {
    feed.close();
  }
};

describe('a feed', () => {
  it.each([
    ['UTF-8', Buffer.from(LINES.join('\n'))],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${LINES.join('\n')}`)],
    ['UTF-16 with a mark, as shells of Windows write it', Buffer.from(`\uFEFF${LINES.join('\r\n')}\r\n`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(LINES.join('\n'), 'utf16le')],
    ['UTF-16 with the big end first', Buffer.from(`\uFEFF${LINES.join('\n')}`, 'utf16le').swap16()],
    ['Windows-1252', Buffer.from(LINES.join('\n'), 'latin1')],
  ])('is read in %s', (_, bytes) => {
    expect(linesOf(bytes)).toEqual(LINES);
  });
});
