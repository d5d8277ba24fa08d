import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { check } from '../../cli/check/check.ts';
import { type HolidaysOptions, holidays } from '../../cli/holidays/holidays.ts';
import { ZONE_DATA } from '../../shared/agreement/zones/zone-data-age.ts';
import { writeFolder } from '../support/scenario/command.ts';
import { collect } from '../support/scenario/what-if.ts';
import { at } from '../support/working-time/schedules.ts';

const REPS = `calendars:
  GB-SCT: { add: [2026-12-24], remove: [2026-11-30] }
reps:
  - id: isla
    name: Isla Reid
    email: isla@sales.example
    timeZone: Europe/London
    hours: { mon-fri: ["09:00-17:00"] }
    calendar: GB-SCT
    holidays: [2026-12-31]
    overrides: [{ date: 2026-12-28, hours: ["10:00-12:00"] }, { date: 2026-12-25, hours: [] }]
    away: [{ from: 2026-12-01, to: 2026-12-04 }]
  - { id: noa, name: Noa, email: noa@sales.example, timeZone: UTC, hours: { mon-fri: ["09:00-17:00"] } }
`;

const folder = writeFolder(mkdtempSync(join(tmpdir(), 'holidays-')), {
  'scoring.yaml':
    'hot: 60\nminimum: [person.email]\nfit: []\nbehaviour: { halfLife: P14D, actions: [{ name: demo, kind: demo-requested, points: 60, handRaise: true }] }\n',
  'territories.yaml': 'territories:\n  - { name: All, team: [{ rep: isla }, { rep: noa }] }\n',
  'reps.yaml': REPS,
  'sla.yaml':
    'alert: { within: PT1H, steps: [{ at: PT20M, do: tell-manager }] }\naccept: { within: PT30M, clock: working }\n',
  'content.yaml': 'content: []\n',
});
afterAll(() => rmSync(folder, { recursive: true }));

const options = { agreement: folder, json: false, now: at('2026-11-26T12:00:00Z') };
const list = (more: Partial<HolidaysOptions>): Promise<string> =>
  collect((stdout) => holidays({ ...options, ...more }, stdout));

describe('the list of holidays', () => {
  const december = { from: '2026-11-27', until: '2026-12-31' };

  it('says who is off, when, why and by which calendar, as the agreement mends it', async () => {
    expect(await list(december)).toBe(`DAYS OFF from 2026-11-27 to 2026-12-31

  2026-12-24 Thu  Isla Reid (isla)  added by the agreement  GB-SCT
  2026-12-25 Fri  Isla Reid (isla)  Christmas Day           GB-SCT
  2026-12-26 Sat  Isla Reid (isla)  Boxing Day              GB-SCT
  2026-12-31 Thu  Isla Reid (isla)  a day off of their own

Without a calendar: Noa (noa)
`);
  });

  it('says the same for programs', async () => {
    const listed: unknown = JSON.parse(await list({ ...december, from: '2026-12-26', json: true }));
    const isla = { rep: 'isla', name: 'Isla Reid' };
    expect(listed).toEqual({
      from: '2026-12-26',
      until: '2026-12-31',
      daysOff: [
        { date: '2026-12-26', ...isla, holiday: 'Boxing Day', calendar: 'GB-SCT' },
        { date: '2026-12-31', ...isla, holiday: null, calendar: null },
      ],
      withoutCalendar: ['noa'],
    });
  });

  it('is of the coming year where no date is given', async () => {
    const lines = (await list({})).split('\n');
    expect(lines[0]).toBe('DAYS OFF from 2026-11-26 to 2027-11-26');
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}2027-08-02 Mon .* Summer bank holiday {2,}GB-SCT$/));
    expect(lines).not.toContainEqual(expect.stringContaining('2027-11-30'));
  });

  it('knows what the package lacks', async () => {
    const june = await list({ from: '2026-06-15', until: '2026-06-15' });
    expect(june).toContain('2026-06-15 Mon  Isla Reid (isla)  World Cup bank holiday  GB-SCT');
  });
});

it('check tells on stderr that the data of time zones are old, and is as sound as before', async () => {
  const run = async (now: number) => {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const ended = check({ agreement: folder, coverage: false, promise: false, json: false, now }, stdout, stderr).then(
      () => {
        stdout.end();
        stderr.end();
      },
    );
    const [out, err] = await Promise.all([text(stdout), text(stderr), ended]);
    return { out, err };
  };
  const fresh = await run(at(`${ZONE_DATA.published}T00:00:00Z`));
  expect(fresh).toEqual({ out: expect.stringContaining(' is sound: '), err: '' });
  const old = await run(at(`${ZONE_DATA.published}T00:00:00Z`) + 400 * 86_400_000);
  expect(old.out).toBe(fresh.out);
  expect(old.err).toMatch(/^golden-hour: the rules of time zones are those of .* install a later version/);
});
