import { describe, expect, it } from 'vitest';
import { loadFiles, problemsIn, SOUND } from '../../support/agreement/agreement-folder.ts';
import { reps, tellsEach, territories } from '../../support/agreement/wrong-agreement.ts';

const DUTY = `name: nights, timeZone: Europe/Berlin, rotation: weekly, from: 2026-11-02, handoff: "mon 09:00",
    reps: [ana, ben], hours: { mon-fri: ["18:00-09:00"], sat-sun: ["00:00-24:00"] }`;

/** The sound agreement with this duty, of which a part is written otherwise. */
const duty = (before: string, after: string) => {
  expect(DUTY).toContain(before);
  return reps('reps:\n', `onCall:\n  - { ${DUTY.replace(before, after)} }\nreps:\n`);
};

/** The same with another key. */
const withKey = (text: string) => duty('name: nights', `name: nights, ${text}`);

const HANDOFF = 'expected a day and a time such as "mon 09:00", or a time for a daily rotation';

describe('a duty that is wrong is told where it is', () => {
  tellsEach([
    ['a rep whom nobody knows', duty('[ana, ben]', '[ana, zoe]'), 'zoe', 'unknown rep "zoe"'],
    ['a duty of nobody', duty('[ana, ben]', '[]'), '[]', 'names nobody'],
    ['a handoff without a time', duty('"mon 09:00"', 'monday'), 'monday', `${HANDOFF}, got "monday"`],
    ['a handoff at no time', duty('"mon 09:00"', '"mon 25:00"'), '"mon 25:00"', `${HANDOFF}, got "mon 25:00"`],
    [
      'a weekly handoff without its day',
      duty('"mon 09:00"', '"09:00"'),
      '"09:00"',
      'a weekly rotation needs the day of its handoff too: "mon 09:00"',
    ],
    [
      'a daily handoff with a day',
      duty('weekly', 'daily'),
      '"mon 09:00"',
      'a daily rotation is handed over every day: "09:00", without a day',
    ],
    ['a rotation of another length', duty('weekly', 'monthly'), 'monthly', 'expected weekly or daily, got "monthly"'],
    [
      'a beginning that is in no calendar',
      duty('from: 2026-11-02', 'from: 2026-02-30'),
      '2026-02-30',
      'expected a date such as 2026-12-31, got "2026-02-30"',
    ],
    [
      'hours of no length',
      duty('"00:00-24:00"', '"09:00-09:00"'),
      '"09:00-09:00"',
      'expected a stretch of the day such as "09:00-17:30", got "09:00-09:00"',
    ],
    [
      'hours of a day by another name',
      duty('sat-sun', 'weekend'),
      'weekend',
      'unknown day "weekend", expected mon, tue, … sun or a range such as mon-fri',
    ],
    [
      'overrides of which two hold at once',
      withKey(
        'overrides: [{ from: 2026-12-24, to: 2026-12-26, rep: ben }, { from: 2026-12-26T20:00, to: 2026-12-28, rep: ana }]',
      ),
      '{ from: 2026-12-26T20:00',
      'overlaps the override from 2026-12-24 to 2026-12-26',
    ],
    [
      'an override that ends before it begins',
      withKey('overrides: [{ from: 2026-12-24, to: 2026-12-23, rep: ben }]'),
      '2026-12-23',
      'ends before it begins',
    ],
    [
      'an override of a rep whom nobody knows',
      withKey('overrides: [{ from: 2026-12-24, to: 2026-12-24, rep: zoe }]'),
      'zoe',
      'unknown rep "zoe"',
    ],
    [
      'an override at no time',
      withKey('overrides: [{ from: 2026-12-24T9, to: 2026-12-24, rep: ben }]'),
      '2026-12-24T9',
      'expected a date such as 2026-12-31, or with a time 2026-12-31T18:00, got "2026-12-24T9"',
    ],
    [
      'an iCalendar file that is not there',
      withKey('ical: nights.ics'),
      'nights.ics',
      'the calendar "nights.ics" cannot be read: there is no such file',
    ],
    [
      'a calendar that there is not',
      withKey('calendar: DE-XX'),
      'DE-XX',
      'unknown calendar "DE-XX", expected a country or a part of one such as DE or DE-BY',
    ],
    ['another key', withKey('shift: 8h'), 'shift', 'unknown field "shift"'],
    [
      'a duty that a territory names and nobody has',
      territories('share: score', 'share: score\n    onCall: weekends'),
      'weekends',
      'unknown duty "weekends"',
    ],
    [
      'a calendar of absences that is not there',
      reps('id: ben,', 'id: ben, ical: ben.ics,'),
      'ben.ics',
      'the calendar "ben.ics" cannot be read: there is no such file',
    ],
  ]);

  it('a name that is there twice', async () => {
    const twice = SOUND.reps.replace('reps:\n', `onCall:\n  - { ${DUTY} }\n  - { ${DUTY} }\nreps:\n`);
    expect(problemsIn(await loadFiles({ ...SOUND, reps: twice }))).toEqual(['reps.yaml:4:13 duplicate duty "nights"']);
  });

  it('somebody on duty whom no channel reaches', async () => {
    const silent = SOUND.reps
      .replace('reps:\n', `onCall:\n  - { ${DUTY} }\nreps:\n`)
      .replace('id: ben,', 'id: ben, alerts: [sms],');
    expect(problemsIn(await loadFiles({ ...SOUND, reps: silent }))).toEqual([
      'reps.yaml:19:24 no channel reaches "ben": sms needs "phone"',
    ]);
  });
});

describe('an iCalendar file that cannot be used is told where it is named', () => {
  const withCalendar = SOUND.reps.replace('reps:\n', `onCall:\n  - { ical: nights.ics, ${DUTY} }\nreps:\n`);
  const event = (...lines: readonly string[]) =>
    ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
  const shift = ['DTSTART:20261102T180000Z', 'DTEND:20261103T080000Z'];

  it.each([
    ['what is no iCalendar', 'hello', 'the calendar "nights.ics" cannot be read: '],
    ['another kind of card', 'BEGIN:VCARD\r\nEND:VCARD\r\n', 'the calendar "nights.ics" cannot be read: no iCalendar'],
    [
      'bytes that are no text',
      new Uint8Array([0xff, 0xfe, 0xfd]),
      'the calendar "nights.ics" cannot be read: it is not UTF-8',
    ],
    [
      'a zone that nobody knows',
      event('SUMMARY:ana', 'DTSTART;TZID=Mars:20261102T180000', 'DTEND;TZID=Mars:20261103T080000'),
      'the calendar "nights.ics" cannot be read: unknown time zone "Mars"',
    ],
    [
      'a shift of nobody',
      event('SUMMARY:On call', ...shift),
      'the event "On call" of 2026-11-02 names no rep, expected one rep',
    ],
    [
      'a shift of two',
      event('SUMMARY:ana or Ben', ...shift),
      'the event "ana or Ben" of 2026-11-02 names "ana" and "ben", expected one rep',
    ],
  ])('%s', async (_, text, problem) => {
    const [only, ...others] = problemsIn(await loadFiles({ ...SOUND, reps: withCalendar }, { 'nights.ics': text }));
    expect(only?.startsWith(`reps.yaml:2:13 ${problem}`), only).toBe(true);
    expect(others).toEqual([]);
  });
});
