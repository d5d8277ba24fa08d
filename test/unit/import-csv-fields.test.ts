import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { readDate } from '../../cli/import-csv/date-format.ts';
import { readLines } from '../../cli/import-csv/read-lines.ts';
import { WrongMap } from '../../cli/import-csv/read-map.ts';
import { guessDelimiter } from '../../cli/import-csv/read-rows.ts';
import { CREATED, createImports, HEADER, MAP } from '../support/import-csv/import-table.ts';

const { table, mapFile, run, remove } = createImports();
afterAll(remove);

/** What one cell becomes at a path. */
const valueFrom = async (cell: string, options: string, path = 'fields.cell'): Promise<unknown> => {
  const map = MAP.replace('company.name: "{company}"', `${path}: { column: company${options} }`);
  const { lines, said } = await run(`id\tcreated\temail\tcompany\n1\t${CREATED}\tjo@acme.example\t${cell}\n`, map);
  if (lines[0] === undefined) return said.split('\n')[0];
  const event: { detail: { data: Record<string, Record<string, unknown>> } } = JSON.parse(lines[0]);
  const [group = '', name = ''] = path.split('.');
  return event.detail.data[group]?.[name];
};

describe('the lines of a table', () => {
  it.each(['\r', '\r\n', '\n'])('may end with %j', async (end) => {
    const rows = [HEADER, `1,${CREATED},jo@acme.example,Acme`, `2,${CREATED},li@beta.example,Beta`].join(end);
    expect((await run(rows)).said).toBe('2 rows: 2 became 2 events, 0 bad\n');
  });

  it('may end in more ways than one, also where a piece of the file ends', async () => {
    async function* pieces() {
      yield* ['a\r', '\nb\r', 'c\n', '\r\nd\n\re', '\r'];
    }
    const lines: string[] = [];
    for await (const line of readLines(pieces())) lines.push(line);
    expect(lines).toEqual(['a', 'b', 'c', '', 'd', '', 'e']);
  });

  it('may begin with a byte order mark, as each file does that others were joined to', async () => {
    const rows = [`\uFEFF"id",created,email,company`, `"1",${CREATED},jo@acme.example,Acme`];
    const { lines, said } = await run([...rows, `\uFEFF"2",${CREATED},li@beta.example,Beta`].join('\r\n'));
    expect(said).toBe('2 rows: 2 became 2 events, 0 bad\n');
    expect(lines.map((line) => JSON.parse(line).id)).toEqual(['1', '2']);
  });

  it.each(['sep=;', '"sep=;"', '\uFEFFsep=;', 'sep=;;;;'])(
    'may begin with the separator that Excel names: %j',
    async (first) => {
      const { said } = await run(
        `${first}\r\n${HEADER.replaceAll(',', ';')}\r\n1;${CREATED};jo@acme.example;Acme, Inc\r\n`,
      );
      expect(said).toBe('1 row: 1 became 1 event, 0 bad\n');
    },
  );

  it('may stand before the header', async () => {
    const { said } = await run(`Report,"of\ntoday\n${HEADER}\n1,${CREATED},jo@acme.example,Acme\n`, `skip: 2\n${MAP}`);
    expect(said).toBe('1 row: 1 became 1 event, 0 bad\n');
  });

  it('may be several of a header', async () => {
    const map = MAP.replace('{email}', '{E-mail\\n(business)}');
    const { said } = await run(`id,created,"E-mail\n(business)",company\n1,${CREATED},jo@acme.example,Acme\nbad`, map);
    expect(said).toContain('leads.csv:4 1 cell where the header has 4');
    expect(said).toContain('2 rows: 1 became 1 event, 1 bad');
  });
});

describe('a column', () => {
  const seen = (name: string, inMap: string) =>
    run(`id,created,${name},company\n1,${CREATED},jo@acme.example,Acme`, MAP.replace('{email}', `{${inMap}}`));

  it.each([
    ['\u200bemail', 'email'],
    ['\ufeffemail\u00ad', 'email'],
    ['e\u00a0mail', 'e mail'],
    ['e mail', 'e\u00a0mail'],
    ['email', '\u200bemail'],
    ['Cafe\u0301', 'Café'],
  ])('%j is the one that a map names %j: what nobody sees decides nothing', async (name, inMap) => {
    expect((await seen(name, inMap)).said).toBe('1 row: 1 became 1 event, 0 bad\n');
  });

  it.each([
    ['email', 'email\u200b', 'email', 'first'],
    ['email\u200b', 'email', 'email', 'second'],
    ['email', 'email\u200b', 'email\u200b', 'second'],
    ['e mail', 'e\u00a0mail', 'e mail', 'first'],
  ])('is the one written exactly so, of %j and %j for %j', async (one, other, inMap, found) => {
    const rows = `id,created,${one},${other},company\n1,${CREATED},first@acme.example,second@acme.example,Acme`;
    const { text, said } = await run(rows, MAP.replace('{email}', `{${inMap}}`));
    expect(said).toBe('1 row: 1 became 1 event, 0 bad\n');
    expect(text).toContain(`"email":"${found}@acme.example"`);
  });

  it('is told where two are called so, and none exactly', async () => {
    const rows = `id,created,email\u00ad,email\u200b,company\n`;
    const failure = await run(rows).catch((error: unknown) => error);
    expect(failure instanceof WrongMap && failure.details.join('\n')).toContain('the table has 2 columns "email"');
  });
});

describe('the cells of a row', () => {
  it('are separated by what stands outside quotes in the header', () => {
    expect(guessDelimiter('id;created;email;Budget, EUR;"City, State, Country, Continent, Planet"')).toBe(';');
    expect(guessDelimiter('id|"a;b;c;d"|created')).toBe('|');
    expect(guessDelimiter('id\temail\tcreated\tBudget, EUR, net, year')).toBe('\t');
  });

  it('do not take in other rows where a quote is closed by one of these', async () => {
    const rows = [
      `1,${CREATED},jo@acme.example,"Acme`,
      `2,${CREATED},li.w@beta.example,Beta`,
      `3,2026-1-2 9:30,mo7@gamma.example,Gamma"`,
      `4,${CREATED},al@delta.example,"Delta, Berlin, Bonn, Ulm\n5 St, 4, 3, 2"`,
    ];
    const { lines, said } = await run(
      [HEADER, ...rows].join('\n'),
      MAP.replace('format: iso', 'format: [iso, yyyy-m-d h:mm]'),
    );
    expect(lines.map((line) => JSON.parse(line).id)).toEqual(['2', '3', '4']);
    expect(said).toContain('leads.csv:2 a quote is opened and never closed');
  });

  it.each([
    ['id,message,created,email,company', '1,"Hello,\nI like it, thanks",DATE,jo@acme.example,555', '1'],
    ['id,message,created,email,company', '1,"12 Main St\nApt 4\nSpringfield, IL 62701",DATE,jo@acme.example,5', '1'],
    ['id,message,created,email,company', '1,"Dear, all, of, you\n2, read this",DATE,jo@acme.example,5', '1'],
    ['email,message,created,id,company', 'jo@acme.example,"5 Main St\nBoston, MA",DATE,2,617', '2'],
    [
      'id,created,email,message,company',
      '3,DATE,jo@acme.example,"They:\n1,DATE,a@b.example,x,y\n2,DATE,c@d.example,x,y",x',
      '3',
    ],
    ['id,created,email,company', '4,DATE,jo@acme.example,"See:\n1,DATE,a@b.example,x\nThanks"', '4'],
    ['id,created,email,company', '5,DATE,jo@acme.example,"See:\n1,DATE,a@b.example,x"', '5'],
    ['id,n,m,created,email,company', '6,7,8,DATE,jo@acme.example,"Sizes:\n1,2,3,x,y,z\n1,2,3,x,y,z"', '6'],
  ])('stay whole over several lines, whatever these look like: %s', async (header, row, id) => {
    const rows = [header, row.replaceAll('DATE', CREATED)];
    const { lines, said } = await run(rows.join('\n'));
    expect(said).toBe('1 row: 1 became 1 event, 0 bad\n');
    expect(lines.map((line) => JSON.parse(line).id)).toEqual([id]);
  });

  it('may have quotes with backslashes before them, as MySQL writes them', async () => {
    const rows = [HEADER, `"1","${CREATED}","jo@acme.example","The \\"Acme\\", Inc \\\\ Co"`];
    const { lines, said } = await run([...rows, `"2","${CREATED}","li@beta.example","C:\\"`].join('\n'));
    expect(said).toBe('2 rows: 2 became 2 events, 0 bad\n');
    expect(lines.map((line) => JSON.parse(line).detail.data.company.name)).toEqual(['The "Acme", Inc \\ Co', 'C:\\']);
  });

  it('are all there, or the row is bad: also of a line that is too long to be read', async () => {
    const map = MAP.replace('{company}', '{last}');
    const long = `2,${CREATED},li@beta.example,${'y'.repeat(1_200_000)},Beta`;
    const { lines, said } = await run([`${HEADER},last`, `1,${CREATED},jo@acme.example,,Acme`, long].join('\n'), map);
    expect(lines).toHaveLength(1);
    expect(said).toContain('leads.csv:3 the line is longer than a million characters');
  });

  it('may lack empty ones at the end, or have more of them', async () => {
    const rows = [
      HEADER,
      `2,${CREATED},li@beta.example`,
      `3,${CREATED},mo@gamma.example,Gamma,,,`,
      `4,${CREATED},no@delta.example,Delta, Inc`,
    ];
    const { lines, said } = await run(rows.join('\n'));
    expect(lines).toHaveLength(2);
    expect(said).toContain('leads.csv:4 5 cells where the header has 4');
  });
});

describe('a header further down, of a table that was joined to another', () => {
  const first = [HEADER, `1,${CREATED},jo@acme.example,Acme`];
  const companiesOf = (lines: readonly string[]): readonly string[] =>
    lines.map((line) => JSON.parse(line).detail.data.company.name);

  it('is no row', async () => {
    const { lines, said } = await run([...first, HEADER, `2,${CREATED},li@beta.example,Beta`].join('\n'));
    expect(companiesOf(lines)).toEqual(['Acme', 'Beta']);
    expect(said).toBe('2 rows: 2 became 2 events, 0 bad\n');
  });

  it('tells where each column stands from there on', async () => {
    const second = ['company,"email",id,created', `Beta,li@beta.example,2,${CREATED}`];
    const { lines, said } = await run([...first, ...second, HEADER, `3,${CREATED},mo@gamma.example,Gamma`].join('\n'));
    expect(companiesOf(lines)).toEqual(['Acme', 'Beta', 'Gamma']);
    expect(said).toBe('3 rows: 3 became 3 events, 0 bad\n');
  });

  it.each([
    ['lacks a column', 'id,created,company', `2,${CREATED},Beta`],
    ['has another', `id,created,title,email,company`, `2,${CREATED},CEO,li@beta.example,Beta`],
    ['has few, and nothing else', 'id,email', `2,li@beta.example`],
    ['has another in place of one', 'id,created,email,title', `2,${CREATED},li@beta.example,CEO`],
  ])('makes it and the rows below it bad where it %s', async (_, header, row) => {
    const { lines, said } = await run([...first, header, row].join('\n'));
    expect(companiesOf(lines)).toEqual(['Acme']);
    expect(said).toContain('leads.csv:3 a header with other columns begins here: import what follows as another table');
    expect(said).toContain('leads.csv:4 below the header of line 3, which has other columns');
    expect(said).toContain('3 rows: 1 became 1 event, 2 bad');
  });
});

describe('a row that holds names of columns', () => {
  const map = MAP.replace('{company}', '{Demo}');
  const next = (header: string) =>
    header.split(',').map((name) => ({ id: '2', created: CREATED, email: 'li@beta.example' })[name] ?? '');

  it.each([
    ['labels of what was ticked', 'email,created,id,Demo,Webinar,Guide', `jo@acme.example,DATE,1,Demo,Webinar,Guide`],
    ['a label of what was chosen', 'created,email,id,Demo', `DATE,jo@acme.example,id,email`],
    ['labels beside an address', 'id,created,email,Demo', `created,DATE,jo@acme.example,Demo`],
    [
      'labels beside a name',
      'id,created,email,name,Demo,Webinar,Guide,Call,Mail',
      ',,,Jo,Demo,Webinar,Guide,Call,Mail',
    ],
    ['labels alone', 'id,created,email,Demo,Webinar,Guide', ',,,Demo,Webinar,Guide'],
    ['one label all over', 'id,created,email,Demo', 'id,created,Demo,Demo'],
    ['labels beside a site', 'id,created,email,Demo', 'id,email,Demo,www.acme.example'],
  ])('is a row, and changes none below it: %s', async (_, header, row) => {
    const { lines, said } = await run([header, row.replace('DATE', CREATED), next(header)].join('\n'), map);
    expect(lines.map((line) => JSON.parse(line).id)).toContain('2');
    expect(said).not.toContain('header');
  });
});

describe('the id of a row', () => {
  it('that another row has is told', async () => {
    const { lines, said } = await run(
      `${HEADER}\n17,${CREATED},jo@acme.example,Acme\n17,${CREATED},li@beta.example,Beta\n18,${CREATED},mo@x.example,C`,
    );
    expect(lines).toHaveLength(2);
    expect(said).toContain('leads.csv:3 id: line 2 has "17", too');
  });

  it('that an event of another row has is told, whichever comes first', async () => {
    const map = `${MAP}  - type: LeadActivityRecorded\n    data: { email: "{email}", kind: demo-requested }\n`;
    const row = (id: string) => `${id},${CREATED},p${id}@acme.example,Acme\n`;
    const { said } = await run(
      `${HEADER}\n${row('7')}${row('7.2')}${row('8.2')}${row('8')}${row('9.3')}${row('9')}`,
      map,
    );
    expect(said).toContain('leads.csv:3 id: line 2 has "7"');
    expect(said).toContain('leads.csv:5 id: line 4 has "8.2"');
    expect(said).toContain('6 rows: 4 became 8 events, 2 bad');
  });

  it('of a bad row is free for a good one', async () => {
    const { said } = await run(`${HEADER}\n1,never,a@x.example,A\n1,${CREATED},a@x.example,A\n`);
    expect(said).toContain('2 rows: 1 became 1 event, 1 bad');
  });
});

describe('a cell', () => {
  it.each([
    ['1,250', 1250],
    ['10,00,000', 1_000_000],
    ['1 250', 1250],
    ["1'250", 1250],
    ['1e3', 1000],
    ['+250', 250],
    ['5,000.00', 5000],
    ['٢٥٠', 250],
    ['n/a', undefined],
  ])('%j is the number %s', async (cell, number) => {
    expect(await valueFrom(cell, ', as: number')).toBe(number);
  });

  it.each(['1,5', '12,50', '1.250,00', '1,2,3', '1,25', '0x10', '0b11', '50-200', '1,000+', '250 employees'])(
    '%j is no number with a decimal point',
    async (cell) => {
      expect(await valueFrom(cell, ', as: number')).toContain('company: expected a number');
    },
  );

  it.each([
    ['1.250,00', 1250],
    ['1,5', 1.5],
    ['1.250', 1250],
  ])('%j is the number %s with a decimal comma', async (cell, number) => {
    expect(await valueFrom(cell, ', as: number, decimal: ","')).toBe(number);
  });

  it.each([
    ['t', true],
    ['f', false],
    ['on', true],
    ['off', false],
    ['ja', true],
    ['nein', false],
    ['sí', true],
    ['FALSCH', false],
    ['ИСТИНА', true],
    ['0.0', false],
    ['✓', true],
  ])('%j is the flag %s', async (cell, flag) => {
    expect(await valueFrom(cell, ', as: flag')).toBe(flag);
  });

  it('that is no flag tells what would make it one', async () => {
    expect(await valueFrom('perhaps', ', as: flag')).toContain('expected yes or no (map: { aye: true, nay: false }');
  });

  it('says what a spreadsheet or a database wrote around it to keep it', async () => {
    expect(await valueFrom('="01067"', '')).toBe('01067');
    expect(await valueFrom("'+49 171", '')).toBe('+49 171');
    expect(await valueFrom("'s-Hertogenbosch", '')).toBe("'s-Hertogenbosch");
    expect(await valueFrom('\\N', '')).toBeUndefined();
  });

  it('loses the beginning that the map strips', async () => {
    expect(await valueFrom('p:+4917139200099', ', strip: "p:"')).toBe('+4917139200099');
    expect(await valueFrom('z:01067', ', strip: ["p:", "z:"]')).toBe('01067');
    expect(await valueFrom('01067', ', strip: "z:"')).toBe('01067');
    expect(await valueFrom('p:', ', strip: "p:", default: none')).toBe('none');
  });

  it.each(['Indicação', 'INDICAÇÃO', 'Indicac\u0327a\u0303o'])('%j is the same text for a map', async (cell) => {
    expect(await valueFrom(cell, ', map: { Indicação: referral }')).toBe('referral');
    expect(await valueFrom(cell, ', map: { Indicac\u0327a\u0303o: referral }')).toBe('referral');
  });
});

describe('a date', () => {
  it.each([
    ['2026-11-16 10:00:00+01', 'iso', '2026-11-16T09:00:00.000Z'],
    ['2026-11-16 10:00:00 +0100', 'iso', '2026-11-16T09:00:00.000Z'],
    ['2026-11-16 10:00:00 UTC', 'iso', '2026-11-16T10:00:00.000Z'],
    ['2026-11-16 10:00:00.000 -05:00', 'iso', '2026-11-16T15:00:00.000Z'],
    ['3-Sept-2026', 'd-mmm-yyyy', '2026-09-03T00:00:00.000Z'],
    ['3-september-2026', 'd-mmm-yyyy', '2026-09-03T00:00:00.000Z'],
    ['3MAY2026', 'dmmmyyyy', '2026-05-03T00:00:00.000Z'],
    ['46342.4166667', 'excel', '2026-11-16T10:00:00.000Z'],
    ['46342', 'excel', '2026-11-16T00:00:00.000Z'],
  ])('%s by %s', (text, format, expected) => {
    const date = readDate(text, format);
    expect(date && new Date('at' in date ? date.at : date.local).toISOString()).toBe(expected);
  });

  it.each([
    ['Maybe 3, 2026', 'mmm d, yyyy'],
    ['3 marraskuuta 2026', 'd mmm yyyy'],
    ['3 Marz 2026', 'd mmm yyyy'],
    ['3 Junly 2026', 'd mmm yyyy'],
    ['3 Octt 2026', 'd mmm yyyy'],
    ['12', 'excel'],
  ])('%s is none by %s', (text, format) => {
    expect(readDate(text, format)).toBeUndefined();
  });

  it.each(['0001-01-01', '1899-12-30 00:00', '1970-01-01', '9999-12-31'])(
    '%s is what a program writes for none: a bad row',
    async (none) => {
      expect((await run(`${HEADER}\n1,${none},jo@acme.example,A\n`)).said).toContain(`${none}" stands for no date`);
    },
  );

  it('that a spreadsheet counts is told, with the format that reads it', async () => {
    expect((await run(`${HEADER}\n1,46342.4166667,jo@acme.example,A\n`)).said).toContain('the format excel reads');
  });
});

describe('what Meta writes before a cell', () => {
  it.each([
    ['p:+4917139200099', 'person.phone', '+4917139200099'],
    ['z:01067', 'location.postalCode', '01067'],
    ['z:SW1A 1AA', 'location.postalCode', 'SW1A 1AA'],
    ['p:none', 'person.phone', 'p:none'],
    ['z:01067', 'fields.cell', 'z:01067'],
  ])('%s at %s is %s', async (cell, path, value) => {
    expect(await valueFrom(cell, '', path)).toBe(value);
  });
});

describe('what would do harm', () => {
  it.each([
    ['{ company: { gte: 50 } }', 'map.yaml:8:24 cells are text, and never pass the test gte'],
    ['{ company: [1, Acme, true] }', 'map.yaml:8:32 cells are text, and never true'],
    ['{ company: { not: { lt: 3 } } }', 'map.yaml:8:31 cells are text, and never pass the test lt'],
    ['{ any: [{ company: [Acme, true] }] }', 'cells are text, and never true: write it in quotes, "true"'],
    ['{ not: { company: 1 } }', 'cells are text, and never 1: write it in quotes, "1"'],
  ])('is refused: the condition %s, which no cell passes', async (when, problem) => {
    const event = `  - type: LeadClosed\n    when: ${when}\n    data: { email: "{email}", outcome: won }\n`;
    const failure = await run(`${HEADER}\n`, MAP + event).catch((error: unknown) => error);
    expect(failure instanceof WrongMap ? failure.details.join('\n') : failure).toContain(problem);
  });

  it('is refused: an output that is the table or the map', async () => {
    const rows = `${HEADER}\n1,${CREATED},jo@acme.example,A\n`;
    await expect(run(rows, MAP, table)).rejects.toThrow('is what is read');
    await expect(run(rows, MAP, mapFile)).rejects.toThrow('is what is read');
    expect(readFileSync(table, 'utf8')).toBe(rows);
    expect(readFileSync(mapFile, 'utf8')).toBe(MAP);
  });
});
