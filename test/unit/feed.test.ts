import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openFeed } from '../../cli/feed.ts';

const folder = mkdtempSync(join(tmpdir(), 'feed-'));
afterAll(() => rmSync(folder, { recursive: true }));

const LINES = ['{"id":"1","time":"2026-11-16T10:00:00Z","name":"Zoë"}', '{"id":"2","time":"2026-11-16T11:00:00Z"}'];

const readFeed = (bytes: Buffer) => {
  const file = join(folder, 'feed.ndjson');
  writeFileSync(file, bytes);
  let said = '';
  const feed = openFeed(file, { write: (text) => (said += text.replace(`${folder}/`, '')) });
  try {
    return { lines: [...feed.read()].map(({ text }) => text.trim()), said };
  } finally {
    feed.close();
  }
};

describe('a feed', () => {
  it.each([
    ['UTF-8', Buffer.from(LINES.join('\n')), ''],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${LINES.join('\n')}`), ''],
    [
      'UTF-16 with a mark, as shells of Windows write it',
      Buffer.from(`\uFEFF${LINES.join('\r\n')}\r\n`, 'utf16le'),
      'utf-16le',
    ],
    ['UTF-16 without a mark', Buffer.from(LINES.join('\n'), 'utf16le'), 'utf-16le'],
    ['UTF-16 with the big end first', Buffer.from(`\uFEFF${LINES.join('\n')}`, 'utf16le').swap16(), 'utf-16be'],
    ['Windows-1252', Buffer.from(LINES.join('\n'), 'latin1'), 'windows-1252'],
  ])('is read in %s, and told if it is not UTF-8', (_, bytes, encoding) => {
    expect(readFeed(bytes)).toEqual({
      lines: LINES,
      said: encoding === '' ? '' : `feed.ndjson is read as ${encoding}\n`,
    });
  });
});
