import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openFeed } from '../../cli/feed.ts';
import { encode } from '../support/import-csv/encode.ts';

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

  it.each([
    ['one of Windows-1252 among UTF-8', ['utf8', 'utf8', 'latin1', 'utf8']],
    ['one of UTF-8 among Windows-1252', ['latin1', 'latin1', 'latin1', 'utf8']],
  ] as const)('is read line by line where its lines are of two encodings: %s', (_, encodings) => {
    const lines = encodings.map((__, i) => `{"id":"${i}","time":"2026-11-16T1${i}:00:00Z","name":"Müller & Söhne"}`);
    const bytes = Buffer.concat(lines.map((line, i) => Buffer.from(`${line}\n`, encodings[i])));
    const others = encodings.filter((encoding) => encoding === 'latin1').length;
    expect(readFeed(bytes)).toEqual({
      lines,
      said: `feed.ndjson: lines that are not UTF-8, and read as windows-1252: ${others}\n`,
    });
  });

  /** Lines as a program of Windows writes them, with a mark at their beginning or without. */
  const wide = (lines: readonly string[], mark = ''): Buffer =>
    Buffer.from(`${mark}${lines.map((line) => `${line}\r\n`).join('')}`, 'utf16le');
  const narrow = (lines: readonly string[], mark = ''): Buffer =>
    Buffer.from(`${mark}${lines.map((line) => `${line}\n`).join('')}`);
  const [first = '', second = ''] = LINES;

  it.each([
    ['behind UTF-8', [narrow([first]), wide([second])], 'utf-16le: 1'],
    ['with a mark behind UTF-8', [narrow([first]), wide([second], '\uFEFF')], 'utf-16le: 1'],
    ['before UTF-8', [wide([first], '\uFEFF'), narrow([second])], 'utf-16le: 1'],
    ['behind UTF-8 with a mark', [narrow([first], '\uFEFF'), wide([second], '\uFEFF')], 'utf-16le: 1'],
    ['with the big end first', [narrow([first]), wide([second], '\uFEFF').swap16()], 'utf-16be: 1'],
  ])('is read where some lines are in UTF-16: %s', (_, parts, told) => {
    expect(readFeed(Buffer.concat(parts))).toEqual({
      lines: LINES,
      said: `feed.ndjson: lines that are not UTF-8, and read as ${told}\n`,
    });
  });

  it('may hold a sign of UTF-16 that has the byte of a line end in it', () => {
    const lines = LINES.map((line) => line.replace('Zoë', 'Ċਊ Ā'));
    expect(readFeed(wide(lines, '\uFEFF')).lines).toEqual(lines);
    expect(readFeed(wide(lines, '\uFEFF').swap16()).lines).toEqual(lines);
  });

  it.each(['\r', '\r\r', '\r\n', '\n\r'])('may have lines that end with %j', (end) => {
    expect(readFeed(Buffer.from(LINES.map((line) => `${line}${end}`).join('')))).toEqual({ lines: LINES, said: '' });
  });

  it('may have a return within an event, where JSON allows it', () => {
    const line = '{"id":"1",\r"time":"2026-11-16T10:00:00Z"}';
    expect(readFeed(Buffer.from(`${line}\n${second}\n`)).lines).toEqual([line, second]);
  });

  it('keeps the quotation marks and the euro of Windows-1252', () => {
    const line = '{"id":"1","time":"2026-11-16T10:00:00Z","name":"O’Brien, 5 €, Šimon"}';
    expect(readFeed(encode(line, 'windows-1252')).lines).toEqual([line]);
  });

  it('may have a byte order mark before each of the files that it was joined from', () => {
    expect(readFeed(Buffer.from(LINES.map((line) => `\uFEFF${line}\n`).join(''))).lines).toEqual(LINES);
  });

  it('tells of lines that are in no encoding that is known', () => {
    const lost = Buffer.from([...Buffer.from('{"id":"1","name":"'), 0x81, 0x8d, ...Buffer.from('"}\n')]);
    expect(readFeed(Buffer.concat([lost, Buffer.from(`${LINES[0]}\n`)])).said).toBe(
      'feed.ndjson: lines in no encoding that is known: 1\n',
    );
  });
});
