import { afterAll, describe, expect, it } from 'vitest';
import { WrongMap } from '../../cli/import-csv/read-map.ts';
import { encode } from '../support/import-csv/encode.ts';
import { CREATED, createImports, HEADER, MAP } from '../support/import-csv/import-table.ts';
import {
  CYRILLIC,
  CYRILLIC_CAPITALS,
  LONE_UTF8,
  UNKNOWN,
  WESTERN,
  WESTERN_CAPITALS,
  WESTERN_LIKE_UTF8,
} from '../support/import-csv/names.ts';

const { run, remove } = createImports();
afterAll(remove);

const utf16 = (text: string, mark: boolean, big: boolean): Buffer => {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

describe('the encoding of a table', () => {
  const ROWS = `${HEADER}\n1,${CREATED},zoe@acme.example,Zoë Müller\n`;

  it.each([
    [true, false],
    [true, true],
    [false, false],
    [false, true],
  ])('is found where it is UTF-16: with a mark %s, big end first %s', async (mark, big) => {
    const { text, said } = await run(utf16(ROWS, mark, big));
    expect(text).toContain('"Zoë Müller"');
    expect(said).toContain(`leads.csv is read as utf-16${big ? 'be' : 'le'}\n`);
  });

  it('is found where it is Windows-1252, and told', async () => {
    const { text, said } = await run(Buffer.from(ROWS, 'latin1'));
    expect(text).toContain('"Zoë Müller"');
    expect(said).toContain('leads.csv is read as windows-1252\n');
  });

  it('is found from far behind rows that are all ASCII', async () => {
    const many = Array.from({ length: 3_000 }, (_, i) => `${i},${CREATED},p${i}@acme.example,Acme`).join('\n');
    const { text } = await run(Buffer.from(`${HEADER}\n${many}\nz,${CREATED},z@acme.example,Søhne\n`, 'latin1'));
    expect(text).toContain('"Søhne"');
  });

  it('is said by the map where nothing can find it', async () => {
    const japanese = Buffer.from([0x93, 0xfa, 0x96, 0x7b, 0x8d, 0x91, 0x8d, 0x81]);
    const rows = Buffer.concat([Buffer.from(`${HEADER}\n1,${CREATED},a@acme.example,`), japanese]);
    await expect(run(rows)).rejects.toThrow('say it in the map');
    expect((await run(rows, `encoding: shift_jis\n${MAP}`)).good).toBe(true);
  });

  it('is told where it is another than the map says', async () => {
    const map = `encoding: windows-1252\n${MAP}`;
    expect((await run(utf16(ROWS, true, false), map)).said).toContain('leads.csv is read as utf-16le\n');
    expect((await run(Buffer.from(ROWS, 'latin1'), map)).said).not.toContain('is read as');
  });

  it('of a map is UTF-8: another is a problem at its line', async () => {
    const map = Buffer.from(MAP.replace('source: crm', 'source: größe'), 'latin1');
    const failure = await run(ROWS, map).catch((error: unknown) => error);
    expect(failure instanceof WrongMap && failure.details.join('\n')).toContain('map.yaml:1:11 the byte 0xF6');
  });

  it('is none where a table says nothing beyond ASCII', async () => {
    expect((await run(`${HEADER}\n1,${CREATED},zoe@acme.example,Acme\n`)).said).not.toContain('read as');
  });
});

const row = (id: number, company: string): string => `${id},${CREATED},p${id}@acme.example,${company}\n`;

const companiesOf = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => /"company":\{"name":"([^"]*)"/.exec(line)?.[1] ?? '');

const tableOf = (names: readonly string[], label: string): Buffer =>
  encode(`${HEADER}\n${names.map((name, i) => row(i, name)).join('')}`, label);

describe('a table in Windows-1252', () => {
  it.each(WESTERN)('of the one name %s is known', async (name) => {
    const { lines, said } = await run(tableOf([name], 'windows-1252'));
    expect(companiesOf(lines)).toEqual([name]);
    expect(said).toContain('leads.csv is read as windows-1252\n');
  });

  it.each([
    ['a few names', WESTERN.slice(0, 3)],
    ['many names', Array.from({ length: 40 }, () => WESTERN).flat()],
    ['names in capitals', Array.from({ length: 40 }, () => WESTERN_CAPITALS).flat()],
  ])('of %s is known', async (_, names) => {
    expect(companiesOf((await run(tableOf(names, 'windows-1252'))).lines)).toEqual(names);
  });

  it.each(['ÄÖÜ', 'ÄÖÜ,ß', 'ÄÖÜß', 'äöü', 'ÜÖÄ'])('of umlauts alone is known: %s', async (name) => {
    expect(companiesOf((await run(tableOf([`"${name}"`], 'windows-1252'))).lines)).toEqual([name]);
  });

  it('keeps its quotation marks and its euro, also where the map says it', async () => {
    const names = ['O’Brien', 'Šimon', 'Œuvres', '5 €', 'Paris–Lyon', 'Acme™'];
    const { lines } = await run(tableOf(names, 'windows-1252'), `encoding: latin1\n${MAP}`);
    expect(companiesOf(lines)).toEqual(names);
  });
});

describe('a name of Windows-1252 with bytes of UTF-8', () => {
  it.each(WESTERN_LIKE_UTF8)('is read as the lines around it: %s', async (name) => {
    const { lines, said } = await run(tableOf([name, 'Müller'], 'windows-1252'));
    expect(companiesOf(lines)).toEqual([name, 'Müller']);
    expect(said).toContain('leads.csv is read as windows-1252\n');
  });

  it.each(WESTERN_LIKE_UTF8)('is read as the cells beside it, among lines of UTF-8: %s', async (name) => {
    const map = MAP.replace('{company}', '{name} {company}');
    const line = encode(`1,${CREATED},a@acme.example,${name},Jäger\n`, 'windows-1252');
    const other = Buffer.from(`2,${CREATED},b@acme.example,Zoë,Müller\n`);
    const { lines } = await run(Buffer.concat([Buffer.from('id,created,email,company,name\n'), line, other]), map);
    expect(companiesOf(lines)).toEqual([`Jäger ${name}`, 'Müller Zoë']);
  });

  it.each(['UMEÅ\u00A0ENERGI', 'LULEÅ® AB'])('is read as the map says: %s', async (name) => {
    const { lines } = await run(tableOf([name], 'windows-1252'), `encoding: windows-1252\n${MAP}`);
    expect(companiesOf(lines)).toEqual([name]);
  });

  it('waits for the lines that tell its encoding', async () => {
    const between = Array.from({ length: 4_000 }, () => 'Acme');
    const names = ['UMEÅ\u00A0ENERGI', ...between, 'Müller'];
    expect(companiesOf((await run(tableOf(names, 'windows-1252'))).lines)).toEqual(names);
  });
});

describe('a name of UTF-8 with one letter or sign beyond ASCII', () => {
  it.each(LONE_UTF8)('stays as it is, alone and among lines of Windows-1252: %s', async (name) => {
    expect(companiesOf((await run(tableOf([name], 'utf-8'))).lines)).toEqual([name]);
    const both = [tableOf([name], 'utf-8'), encode(row(2, 'Müller'), 'windows-1252')];
    expect(companiesOf((await run(Buffer.concat(both))).lines)).toEqual([name, 'Müller']);
  });

  it.each(['KOVAŠEK', 'MŰ', 'LULEŮ AB', 'CAFə', 'Į'])(
    'stays as it is where no line is in another: %s',
    async (name) => {
      expect(companiesOf((await run(tableOf([name], 'utf-8'))).lines)).toEqual([name]);
      const both = [tableOf(['Zoë', name], 'utf-8'), encode(row(2, 'Søhne'), 'windows-1252')];
      expect(companiesOf((await run(Buffer.concat(both))).lines).slice(0, 2)).toEqual(['Zoë', name]);
    },
  );
});

describe('a table in Windows-1251', () => {
  it.each(CYRILLIC)('of the one name %s is known', async (name) => {
    const { lines, said } = await run(tableOf([name], 'windows-1251'));
    expect(companiesOf(lines)).toEqual([name]);
    expect(said).toContain('leads.csv is read as windows-1251\n');
  });

  it.each([
    ['a few names', CYRILLIC.slice(0, 3)],
    ['many names', Array.from({ length: 40 }, () => CYRILLIC).flat()],
    ['names in capitals', Array.from({ length: 40 }, () => CYRILLIC_CAPITALS).flat()],
  ])('of %s is known', async (_, names) => {
    expect(companiesOf((await run(tableOf(names, 'windows-1251'))).lines)).toEqual(names);
  });

  it.each(['№ 5', '№5', 'Office № 5', '5 №', '№'])('is known by its sign of a number alone: %s', async (name) => {
    expect(companiesOf((await run(tableOf([name], 'windows-1251'))).lines)).toEqual([name]);
  });

  it.each(['Acme¹', '5¹', '¹Acme', 'Acme.¹'])('is not taken for the one of a note: %s', async (name) => {
    expect(companiesOf((await run(tableOf([name], 'windows-1252'))).lines)).toEqual([name]);
  });
});

describe('a table in an encoding that is not looked for', () => {
  it.each(Object.entries(UNKNOWN))('stops the import, and harms no name: %s', async (label, names) => {
    await expect(run(tableOf(names, label))).rejects.toThrow('say it in the map');
  });

  it('stops it where its characters have several bytes', async () => {
    const bytes = Buffer.from('b1b1beb9abcbbec9cfbaa3b9abcbbe', 'hex');
    await expect(run(Buffer.concat([tableOf(['Acme'], 'utf-8'), bytes]))).rejects.toThrow('say it in the map');
  });
});

describe('a table in two encodings', () => {
  const utf8 = (id: number): Buffer => Buffer.from(row(id, 'Zoë Müller'));
  const western = (id: number): Buffer => encode(row(id, 'Søren Çelik'), 'windows-1252');
  const start = Buffer.from(`${HEADER}\n`);

  it.each([
    ['as many of each', [utf8, western, utf8, western]],
    ['few in UTF-8', [western, western, western, utf8]],
    ['few in the other', [utf8, utf8, utf8, western]],
    ['many of each', Array.from({ length: 20_000 }, (_, i) => (i % 3 === 0 ? utf8 : western))],
  ])('is read line by line, and told: %s', async (_, lines) => {
    const imported = await run(Buffer.concat([start, ...lines.map((line, i) => line(i))]));
    expect(companiesOf(imported.lines)).toEqual(lines.map((line) => (line === utf8 ? 'Zoë Müller' : 'Søren Çelik')));
    const others = lines.filter((line) => line === western).length;
    expect(imported.said).toContain(`leads.csv: lines that are not UTF-8, and read as windows-1252: ${others}\n`);
  });

  it.each(['windows-1252', 'latin1', 'windows-1250'])('is read so where the map says %s, too', async (encoding) => {
    const map = `encoding: ${encoding}\n${MAP}`;
    const other = (id: number): Buffer => encode(row(id, 'Žižek'), encoding === 'latin1' ? 'windows-1252' : encoding);
    const both = await run(Buffer.concat([start, utf8(1), other(2)]), map);
    expect(companiesOf(both.lines)).toEqual(['Zoë Müller', 'Žižek']);
    expect(both.said).toContain('leads.csv: lines that are not UTF-8, and read as windows-125');
    const all = await run(Buffer.concat([start, utf8(1), utf8(2)]), map);
    expect(companiesOf(all.lines)).toEqual(['Zoë Müller', 'Zoë Müller']);
    expect(all.said).toContain('leads.csv is read as utf-8\n');
    expect((await run(Buffer.concat([start, other(1)]), map)).said).toBe('1 row: 1 became 1 event, 0 bad\n');
  });

  it('may have Cyrillic in both', async () => {
    const table = [start, Buffer.from(row(1, 'Ромашка и Ко')), encode(row(2, 'МОСКВА'), 'windows-1251')];
    expect(companiesOf((await run(Buffer.concat(table))).lines)).toEqual(['Ромашка и Ко', 'МОСКВА']);
  });

  it('may have both in one line: then each cell is read', async () => {
    const map = MAP.replace('company.name: "{company}"', 'person.title: "{title}", company.name: "{company}"');
    const cells = [Buffer.from(`1,${CREATED},a@acme.example,Zoë,`), encode('"Søren, é"', 'windows-1252')];
    const { lines } = await run(Buffer.concat([Buffer.from('id,created,email,company,title\n'), ...cells]), map);
    expect(lines[0]).toContain('"title":"Søren, é"');
    expect(companiesOf(lines)).toEqual(['Zoë']);
  });

  it('may have a byte order mark, where files are joined', async () => {
    const { lines } = await run(Buffer.concat([Buffer.from('\uFEFF'), start, western(1), utf8(2)]));
    expect(companiesOf(lines)).toEqual(['Søren Çelik', 'Zoë Müller']);
  });

  it.each([
    ['a cell that was cut off within a character', Buffer.from('Müller Mü').subarray(0, -1)],
    ['a cell with one character, cut off', Buffer.from('Zoë').subarray(0, -1)],
    ['bytes that no encoding has', Buffer.from([0x41, 0x81, 0x8d])],
  ])('makes a row bad for %s', async (_, cell) => {
    const bad = Buffer.concat([Buffer.from(`2,${CREATED},b@acme.example,`), cell, Buffer.from('\n')]);
    const { lines, said } = await run(Buffer.concat([start, utf8(1), bad, utf8(3)]));
    expect(companiesOf(lines)).toEqual(['Zoë Müller', 'Zoë Müller']);
    expect(said).toContain('has bytes of another encoding: save the table as UTF-8');
  });
});
