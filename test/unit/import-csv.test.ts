import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { readDate } from '../../cli/import-csv/date-format.ts';
import { importCsv } from '../../cli/import-csv/import-csv.ts';
import { WrongMap } from '../../cli/import-csv/read-map.ts';
import { readInbound } from '../../shared/contracts/events/read-inbound.ts';

const folder = mkdtempSync(join(tmpdir(), 'import-csv-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MAP = `source: crm
id: row-{Id}
time: { column: Created, format: [yyyy-mm-dd, "m/d/yyyy h:mm"] }
events:
  - type: LeadCaptured
    data:
      person.email: "{Email}"
      person.title: "{Title}"
      company.name: { column: Company, default: Unknown }
      company.employees: { column: Size, as: number }
      location.country: { column: Country, map: { USA: US, Germany: DE, Mars: null } }
`;
const HEADER = 'Id,Email,Title,Company,Size,Country,Created';

interface Imported {
  readonly good: boolean;
  readonly events: readonly Record<string, unknown>[];
  readonly stderr: string;
}

let index = 0;

const run = async (csv: string | Buffer, map = MAP, isTTY = false): Promise<Imported> => {
  index += 1;
  const file = join(folder, `table-${index}.csv`);
  writeFileSync(file, csv);
  writeFileSync(join(folder, 'map.yaml'), map);
  const out: string[] = [];
  const err: string[] = [];
  const stdout = new Writable({
    write: (chunk, _, done) => {
      out.push(String(chunk));
      done();
    },
  });
  const stderr = { isTTY, write: (text: string) => err.push(text) };
  const good = await importCsv({ file, map: join(folder, 'map.yaml') }, { stdout, stderr });
  const events = out
    .join('')
    .split('\n')
    .filter((line) => line !== '');
  return {
    good,
    events: events.map((line): Record<string, unknown> => JSON.parse(line)),
    stderr: err.join('').replaceAll(file, 'table.csv'),
  };
};

const rows = (...lines: readonly string[]): string => [HEADER, ...lines, ''].join('\n');

const dataOf = ({ events }: Imported): readonly unknown[] =>
  events.map(({ detail }) =>
    typeof detail === 'object' && detail !== null && 'data' in detail ? detail.data : undefined,
  );

const emailsOf = (imported: Imported): readonly string[] =>
  imported.events.map((event) => /"email":"([^"]*)"/.exec(JSON.stringify(event))?.[1] ?? '');

const problemsOf = async (map: string): Promise<readonly string[]> => {
  try {
    await run(rows('1,a@x.com,,,,,2021-02-03'), map);
    return [];
  } catch (error) {
    if (error instanceof WrongMap) return error.details.map((problem) => problem.replace(`${folder}/`, ''));
    throw error;
  }
};

describe('a row of a table', () => {
  it('becomes an event that Golden Hour takes', async () => {
    const { events, good, stderr } = await run(rows('7,Kim@Acme.com,CEO,Acme,150,USA,2021-02-03'));
    expect(events).toEqual([
      {
        id: 'row-7',
        source: 'crm',
        time: '2021-02-03T00:00:00.000Z',
        'detail-type': 'LeadCaptured',
        detail: {
          data: {
            person: { email: 'Kim@Acme.com', title: 'CEO' },
            company: { name: 'Acme', employees: 150 },
            location: { country: 'US' },
          },
        },
      },
    ]);
    expect(readInbound(JSON.stringify(events[0])).ok).toBe(true);
    expect({ good, stderr }).toEqual({ good: true, stderr: '1 row: 1 became 1 event, 0 bad\n' });
  });

  it('says that it is part of a bulk, if it shall wait behind others', async () => {
    const file = join(folder, 'bulk.csv');
    writeFileSync(file, `${HEADER}\n1,jo@acme.example,,Acme,5,USA,2026-11-02\n`);
    writeFileSync(join(folder, 'map.yaml'), MAP);
    const stdout = new PassThrough();
    await importCsv({ file, map: join(folder, 'map.yaml'), bulk: true }, { stdout, stderr: { write: () => true } });
    const [line = ''] = String(stdout.read()).split('\n');
    expect(JSON.parse(line).detail.metadata).toEqual({
      id: 'row-1',
      version: 1,
      occurredAt: '2026-11-02T00:00:00.000Z',
      bulk: true,
    });
    expect(readInbound(line)).toMatchObject({ ok: true, ignored: [] });
  });

  it('gives the same event each time', async () => {
    const table = rows('7,kim@acme.com,CEO,Acme,150,USA,2021-02-03', '8,lee@acme.com,,,,,1/2/2021 9:05');
    expect((await run(table)).events).toEqual((await run(table)).events);
  });

  it('leaves out what its cells do not say, and takes the default where there is one', async () => {
    expect(dataOf(await run(rows('7,kim@acme.com, ,,,Mars,2021-02-03')))).toEqual([
      { person: { email: 'kim@acme.com' }, company: { name: 'Unknown' } },
    ]);
  });

  it('may become several events, each where its condition holds and as much later as the map says', async () => {
    const map = `${MAP}  - type: LeadActivityRecorded
    when: { Title: [CEO, CTO] }
    after: PT5M
    data: { email: "{Email}", kind: demo-requested }
`;
    const { events } = await run(rows('1,a@x.com,ceo,,,,2021-02-03', '2,b@x.com,Clerk,,,,2021-02-03'), map);
    expect(events.map(({ id, time }) => [id, time])).toEqual([
      ['row-1', '2021-02-03T00:00:00.000Z'],
      ['row-1.2', '2021-02-03T00:05:00.000Z'],
      ['row-2', '2021-02-03T00:00:00.000Z'],
    ]);
  });

  it('has constants, numbers as people write them, flags, and fields of its own', async () => {
    const map = `source: crm
id: "{Id}"
time: { column: Created, format: iso }
events:
  - type: LeadCaptured
    data:
      person.email: lead-{Id}@crm.example
      source: trade fair {{2021}}
      company.annualRevenue: { column: Size, as: number }
      consent.email: { column: Title, as: flag }
      fields.stage: { column: Company, map: { won: 1 }, unmapped: keep }
      fields.vip: true
`;
    expect(dataOf(await run(rows('1,,Yes,Won,"$1,250,000.50",,2021-02-03', '2,,n,open,,,2021-02-03'), map))).toEqual([
      {
        person: { email: 'lead-1@crm.example' },
        source: 'trade fair {2021}',
        company: { annualRevenue: 1_250_000.5 },
        consent: { email: true },
        fields: { stage: 1, vip: true },
      },
      {
        person: { email: 'lead-2@crm.example' },
        source: 'trade fair {2021}',
        consent: { email: false },
        fields: { stage: 'open', vip: true },
      },
    ]);
  });
});

describe('the time of a row', () => {
  const inZone = (zone: string, format: string, more = ''): string =>
    MAP.replace(/time: .*\n/, `time: { column: Created, format: ${format}${more} }\nzone: ${zone}\n`);
  const timeOf = async (created: string, map: string): Promise<unknown> =>
    (await run(rows(`1,a@x.com,,,,USA,${created}`), map)).events[0]?.time;

  it('is read in the zone of the map, by its daylight saving', async () => {
    expect(await timeOf('7/4/2021 9:05', inZone('America/New_York', 'm/d/yyyy h:mm'))).toBe('2021-07-04T13:05:00.000Z');
    expect(await timeOf('1/4/2021 9:05', inZone('America/New_York', 'm/d/yyyy h:mm'))).toBe('2021-01-04T14:05:00.000Z');
  });

  it('is read in the zone that the row names', async () => {
    const map = inZone('{ column: Country, map: { USA: America/Chicago } }', 'yyyymmdd', ', at: "09:00"');
    expect(await timeOf('20210704', map)).toBe('2021-07-04T14:00:00.000Z');
  });

  it('of a date alone is spread over a range, for each id always alike', async () => {
    const map = inZone('UTC', 'yyyy-mm-dd', ', at: "09:00-17:00"');
    const many = rows(...Array.from({ length: 40 }, (_, i) => `${i},a${i}@x.com,,,,,2021-02-03`));
    const times = (await run(many, map)).events.map(({ time }) => String(time));
    expect(new Set(times).size).toBeGreaterThan(30);
    for (const time of times) expect(time >= '2021-02-03T09:00' && time < '2021-02-03T17:00').toBe(true);
    expect((await run(many, map)).events.map(({ time }) => time)).toEqual(times);
  });

  it.each([
    ['20210704', 'yyyymmdd', '2021-07-04T00:00:00.000Z'],
    ['4.7.2021 21:30:15', 'd.m.yyyy h:mm:ss', '2021-07-04T21:30:15.000Z'],
    ['04-Jul-21', 'dd-mmm-yy', '2021-07-04T00:00:00.000Z'],
    ['7/4/2021 12:05 AM', 'm/d/yyyy h:mm am/pm', '2021-07-04T00:05:00.000Z'],
    ['7/4/2021 1:05 pm', 'm/d/yyyy h:mm am/pm', '2021-07-04T13:05:00.000Z'],
    ['2021-07-04 21:30', 'iso', '2021-07-04T21:30:00.000Z'],
    ['2021-07-04T21:30:00.000+0200', 'iso', '2021-07-04T19:30:00.000Z'],
    ['1625434200', 'epoch-seconds', '2021-07-04T21:30:00.000Z'],
    ['1625434200000', 'epoch-milliseconds', '2021-07-04T21:30:00.000Z'],
    ['2021-07-04 24:00:00', 'iso', '2021-07-05T00:00:00.000Z'],
  ])('%s by %s', (text, format, expected) => {
    const date = readDate(text, format);
    expect(date && new Date('at' in date ? date.at : date.local).toISOString()).toBe(expected);
  });

  it.each([
    ['20210231', 'yyyymmdd'],
    ['13/1/2021', 'm/d/yyyy'],
    ['7/4/2021 25:00', 'm/d/yyyy h:mm'],
    ['2021-02-30', 'iso'],
    ['soon', 'epoch-seconds'],
    ['1625434200000', 'epoch-seconds'],
    ['1625434200', 'epoch-milliseconds'],
    ['2021-07-04 24:01', 'iso'],
    ['2021-07-04', 'yyyymmdd'],
  ])('%s is none by %s', (text, format) => {
    expect(readDate(text, format)).toBeUndefined();
  });
});

describe('a table', () => {
  it('may quote cells, with separators, quotes and line ends in them', async () => {
    const imported = await run(
      rows('1,a@x.com,"Head, of ""all""","Two\nlines",5,,2021-02-03', '2,b@x.com,,,,,2021-02-03'),
    );
    expect(dataOf(imported)[0]).toMatchObject({ person: { title: 'Head, of "all"' }, company: { name: 'Two\nlines' } });
    expect(emailsOf(imported)).toEqual(['a@x.com', 'b@x.com']);
  });

  it('may begin with a byte order mark, have other separators and line ends, and no last line end', async () => {
    for (const separator of [';', '\t', '|']) {
      const table = `\uFEFF${HEADER}\n1,a@x.com,CEO,Acme,5,Germany,2021-02-03`.replaceAll(',', separator);
      expect(emailsOf(await run(table.replaceAll('\n', '\r\n')))).toEqual(['a@x.com']);
    }
    expect(emailsOf(await run(`sep=;\n${rows('1,a@x.com,,,,,2021-02-03').replaceAll(',', ';')}`))).toEqual(['a@x.com']);
  });

  it('may have another encoding', async () => {
    const table = Buffer.from(rows('1,a@x.com,Geschäftsführer,,,,2021-02-03'), 'latin1');
    expect(dataOf(await run(table, `encoding: windows-1252\n${MAP}`))[0]).toMatchObject({
      person: { title: 'Geschäftsführer' },
    });
  });

  it('may have empty lines, and no rows at all', async () => {
    expect(emailsOf(await run(`\n${rows('', '1,a@x.com,,,,,2021-02-03', ',,,,,,', '')}`))).toEqual(['a@x.com']);
    expect(await run(rows())).toMatchObject({ good: true, events: [], stderr: '0 rows: 0 became 0 events, 0 bad\n' });
  });

  it('that is empty is used wrongly', async () => {
    await expect(run('')).rejects.toThrow('it has no header');
  });
});

describe('a bad row', () => {
  const good = (id: number): string => `${id},good${id}@x.com,,,,,2021-02-03`;

  it.each([
    ['too few cells', '2,b@x.com', 'table.csv:3 2 cells where the header has 7'],
    ['too many cells', `${good(2)},more`, 'table.csv:3 8 cells where the header has 7'],
    ['no date', '2,b@x.com,,,,,', 'table.csv:3 Created: a date is missing'],
    [
      'no such date',
      '2,b@x.com,,,,,2021-02-31',
      'table.csv:3 Created: expected a date as yyyy-mm-dd or m/d/yyyy h:mm, got "2021-02-31"',
    ],
    ['no number', '2,b@x.com,,,many,,2021-02-03', 'table.csv:3 Size: expected a number, got "many"'],
    [
      'a text that the map does not know',
      '2,b@x.com,,,,Atlantis,2021-02-03',
      'table.csv:3 Country: the map does not say what "Atlantis" is',
    ],
    ['no address', '2,,,,,,2021-02-03', 'table.csv:3 person.email: is missing'],
    ['a wrong address', '2,b at x,,,,,2021-02-03', 'table.csv:3 person.email: not an e-mail address'],
    ['no id', ',b@x.com,,,,,2021-02-03', 'table.csv:3 id: a cell of "row-{Id}" is empty'],
    ['an open quote', '2,b@x.com,"CEO,,,,2021-02-03', 'table.csv:3 a quote is opened and never closed'],
  ])('for %s is told by its line and left out', async (_, row, problem) => {
    const imported = await run(rows(good(1), row, good(3)));
    expect(imported.stderr).toContain(problem);
    expect(imported.stderr).toContain('3 rows: 2 became 2 events, 1 bad\n');
    expect(emailsOf(imported)).toEqual(['good1@x.com', 'good3@x.com']);
    expect(imported.good).toBe(true);
  });

  it('with an open quote costs no other row, wherever the next quote is', async () => {
    const before = Array.from({ length: 600 }, (_, i) => good(i));
    const after = Array.from({ length: 1_500 }, (_, i) => good(i + 601));
    const quoted = '9998,quoted@x.com,"CEO, of all",,,,2021-02-03';
    const imported = await run(rows(...before, '600,b@x.com,"CEO,,,,2021-02-03', ...after, quoted, good(9_999)));
    expect(imported.stderr).toContain('table.csv:602 ');
    expect(imported.events.length).toBe(600 + 1_500 + 2);
  });

  it('with an open quote costs no other row where a cell further down has a quote in it', async () => {
    const imported = await run(
      rows('1,b@x.com,"CEO,,,,2021-02-03', good(2), '3,c@x.com,24" screens,,,,2021-02-03', good(4)),
    );
    expect(imported.stderr).toContain('table.csv:2 a quote is opened and never closed');
    expect(imported.stderr).toContain('4 rows: 3 became 3 events, 1 bad');
    expect(emailsOf(imported)).toEqual(['good2@x.com', 'c@x.com', 'good4@x.com']);
  });

  it('is told by its line after cells that run over line ends', async () => {
    const imported = await run(rows('1,a@x.com,"two\nlines",,,,2021-02-03', 'bad', good(3)));
    expect(imported.stderr).toContain('table.csv:4 1 cell where');
  });

  it('among bad rows alone makes the import fail', async () => {
    expect(await run(rows('1,,,,,,', '2,,,,,,'))).toMatchObject({ good: false, events: [] });
  });
});

describe('the map', () => {
  it.each([
    [
      'an unknown field',
      MAP.replace('person.title', 'person.titel'),
      'map.yaml:8:7 LeadCaptured has no field "person.titel"',
    ],
    ['an unknown key', `${MAP}colour: red\n`, 'map.yaml:12:1 unknown field "colour"'],
    [
      'an unknown column',
      MAP.replace('{Title}', '{Tittle}'),
      'map.yaml:8:21 the table has no column "Tittle", only "Id", "Email"',
    ],
    [
      'an unknown column of a number',
      MAP.replace('column: Size', 'column: Sise'),
      'map.yaml:10:36 the table has no column "Sise"',
    ],
    ['an unknown type', MAP.replace('LeadCaptured', 'LeadCaught'), 'map.yaml:5:11 expected LeadCaptured'],
    ['an unknown zone', `zone: Mars/Base\n${MAP}`, 'map.yaml:1:7 unknown time zone "Mars/Base"'],
    ['a format that is none', MAP.replace('yyyy-mm-dd', 'yyyy'), 'map.yaml:3:35 expected iso, epoch-seconds'],
    ['our own source', MAP.replace('source: crm', 'source: golden-hour'), 'map.yaml:1:9 golden-hour is the source'],
    ['no events', MAP.replace(/events:[\s\S]*/, ''), 'map.yaml:1:1 missing "events"'],
    ['no YAML', 'source: [', 'map.yaml:'],
  ])('with %s is refused at its place', async (_, map, problem) => {
    const problems = await problemsOf(map);
    expect(problems.join('\n')).toContain(problem);
  });

  it('with an unknown type tells whatever else is wrong, and no field that another type may have', async () => {
    const map = MAP.replace('LeadCaptured', 'RepAnsweredd')
      .replace('person.title: "{Title}"', 'lead: "{Title}"')
      .replace('Mars: null', 'Mars: [x]')
      .replace('as: number', 'as: numbers');
    expect(await problemsOf(map)).toEqual([
      expect.stringMatching(/^map\.yaml:5:11 expected LeadCaptured/),
      'map.yaml:10:46 expected text, number or flag, got "numbers"',
      'map.yaml:11:79 expected text, a number, true or false, got a list',
    ]);
  });

  it('that names a column which is there twice is refused', async () => {
    await expect(run('Id,Email,Email,Title,Company,Size,Country,Created\n')).rejects.toThrow('the map has 1 problem');
  });
});

describe('an import', () => {
  it('writes to a file where one is named', async () => {
    const file = join(folder, 'in.csv');
    const out = join(folder, 'out.ndjson');
    writeFileSync(file, rows('1,a@x.com,,,,,2021-02-03'));
    writeFileSync(join(folder, 'map.yaml'), MAP);
    const stdout = new PassThrough();
    await importCsv({ file, map: join(folder, 'map.yaml'), out }, { stdout, stderr: { write: () => true } });
    expect(stdout.read()).toBeNull();
    expect(readFileSync(out, 'utf8').split('\n')).toHaveLength(2);
  });

  it('shows a bar on a terminal alone, and wipes it away', async () => {
    const table = rows(...Array.from({ length: 20 }, (_, i) => `${i},a${i}@x.com,,,,,2021-02-03`));
    const shown = (await run(table, MAP, true)).stderr.replaceAll('\u001B', '<esc>');
    expect(shown).toMatch(/\r\[=+ *\] +\d+ % {2}1 row, 0 bad.*\r<esc>\[K20 rows: 20/s);
    expect((await run(table)).stderr).toBe('20 rows: 20 became 20 events, 0 bad\n');
  });
});

describe.skipIf(!existsSync('/proc/self/fd'))('the table', () => {
  /** Files in the tests' folder that this process has open. */
  const open = (): readonly string[] =>
    readdirSync('/proc/self/fd').flatMap((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`).startsWith(folder) ? [fd] : [];
      } catch {
        // The one by which the folder itself was read.
        return [];
      }
    });

  it.each([
    ['good', `${HEADER}\n1,jo@acme.example,,,,,2026-11-02\n`],
    ['empty', ''],
    ['without a column of the map', 'Id,Email\n1,jo@acme.example\n'],
    ['with a quote that is never closed', `"${HEADER}\n1`],
  ])('is closed when it is %s', async (_, csv) => {
    await run(csv).catch(() => {});
    await vi.waitFor(() => expect(open()).toEqual([]));
  });

  it('is closed when the map is wrong', async () => {
    await run(HEADER, 'events: 7').catch(() => {});
    await vi.waitFor(() => expect(open()).toEqual([]));
  });
});
