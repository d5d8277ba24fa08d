import { describe, expect, it } from 'vitest';
import type { UsedYears } from '../../shared/agreement/load-agreement.ts';
import type { Rep } from '../../shared/domain/agreement/agreement.ts';
import { dutyOrder } from '../../shared/domain/duty/on-duty.ts';
import { offAt } from '../../shared/domain/routing/availability.ts';
import { NO_LOAD } from '../../shared/domain/routing/rep-load.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { isOpen } from '../../shared/domain/time/working-time.ts';
import { agreementOf, loadFiles, SOUND } from '../support/agreement/agreement-folder.ts';

const isAway = (rep: Rep, now: Instant): boolean => offAt(rep, NO_LOAD, now) === 'away';

type Lines = readonly string[];

const calendar = (...events: readonly Lines[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((lines, i) => [
      'BEGIN:VEVENT',
      ...(lines.some((line) => line.startsWith('UID')) ? [] : [`UID:${i}`]),
      ...lines,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

const at = (text: string): number => Date.parse(text);

/** Ana works in Berlin on weekdays; this is her calendar of absences. */
const anaWith = async (text: string, used?: UsedYears) => {
  const reps = SOUND.reps.replace('    calendar: DE-BY\n', '    ical: ana.ics\n');
  const { reps: compiled } = agreementOf(await loadFiles({ ...SOUND, reps }, { 'ana.ics': text }, used));
  const { ana } = compiled;
  if (ana === undefined) throw new Error('no Ana');
  return ana;
};

describe('a calendar of absences', () => {
  it('has a rep away for whole days, in the zone of the rep', async () => {
    const ana = await anaWith(calendar(['SUMMARY:Leave', 'DTSTART;VALUE=DATE:20261109', 'DTEND;VALUE=DATE:20261111']));
    expect(ana.schedule.away).toContainEqual({ from: '2026-11-09', to: '2026-11-10' });
    const instants = ['2026-11-08T22:59Z', '2026-11-08T23:00Z', '2026-11-10T22:59Z', '2026-11-10T23:00Z'];
    expect(instants.map((instant) => isAway(ana, at(instant)))).toEqual([false, true, true, false]);
    expect(isOpen(ana.schedule, at('2026-11-10T09:00Z'))).toBe(false);
  });

  it.each([
    [
      'of another zone',
      ['DTSTART;TZID=America/New_York:20261109T040000', 'DTEND;TZID=America/New_York:20261109T050000'],
    ],
    ['in UTC', ['DTSTART:20261109T090000Z', 'DTEND:20261109T100000Z']],
    ['without a zone', ['DTSTART:20261109T100000', 'DURATION:PT1H']],
  ])('takes single hours out of a day, %s', async (_, lines) => {
    const ana = await anaWith(calendar(['SUMMARY:Dentist', ...lines]));
    const instants = ['2026-11-09T08:59Z', '2026-11-09T09:00Z', '2026-11-09T09:59Z', '2026-11-09T10:00Z'];
    expect(instants.map((instant) => isOpen(ana.schedule, at(instant)))).toEqual([true, false, false, true]);
    expect(instants.map((instant) => isAway(ana, at(instant)))).toEqual([false, true, true, false]);
  });

  it('knows a zone of the file itself, by whatever name', async () => {
    const zone = [
      ...['BEGIN:VTIMEZONE', 'TZID:Office', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
      ...['TZOFFSETFROM:+0300', 'TZOFFSETTO:+0300', 'END:STANDARD', 'END:VTIMEZONE'],
    ].join('\r\n');
    const text = calendar(['DTSTART;TZID=Office:20261109T120000', 'DTEND;TZID=Office:20261109T130000']);
    const ana = await anaWith(text.replace('VERSION:2.0', `VERSION:2.0\r\n${zone}`));
    expect(isAway(ana, at('2026-11-09T09:30Z'))).toBe(true);
    expect(isAway(ana, at('2026-11-09T11:30Z'))).toBe(false);
  });

  it('expands what comes back, by the clock of its zone, for as long as holidays are compiled', async () => {
    const ana = await anaWith(
      calendar(
        [
          'UID:training',
          'DTSTART;TZID=Europe/Berlin:20260302T100000',
          'DTEND;TZID=Europe/Berlin:20260302T110000',
          'RRULE:FREQ=WEEKLY;BYDAY=MO',
          'EXDATE;TZID=Europe/Berlin:20260309T100000',
        ],
        [
          'UID:training',
          'RECURRENCE-ID;TZID=Europe/Berlin:20260316T100000',
          'DTSTART;TZID=Europe/Berlin:20260317T100000',
          'DTEND;TZID=Europe/Berlin:20260317T110000',
        ],
      ),
    );
    const mornings = ['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-17', '2026-03-23'];
    expect(mornings.map((date) => isAway(ana, at(`${date}T09:30Z`)))).toEqual([true, false, false, true, true]);
    expect(isAway(ana, at('2026-03-30T08:30Z'))).toBe(true);
    expect(Object.keys(ana.schedule.breaks).at(-1)).toBe('2029-12-31');
  });

  it.each([
    [[2028, 2029], '2032-12-30'],
    [[2126], '2036-12-30'],
  ])('expands it for leads of %j as well, ten years around the year of most leads', async (alsoYears, last) => {
    const daily = ['DTSTART:20260101T100000Z', 'DTEND:20260101T110000Z', 'RRULE:FREQ=DAILY'];
    const { schedule } = await anaWith(calendar(daily), { year: 2026, alsoYears });
    const days = Object.keys(schedule.breaks).sort();
    expect([days[0], (days.at(-1) ?? '') > last]).toEqual(['2026-01-01', true]);
    expect((days.at(-1) ?? '') < `${Number(last.slice(0, 4)) + 1}-01-02`).toBe(true);
  });

  it('passes over what is cancelled, what is marked as free, and what takes no time', async () => {
    const day = ['DTSTART;VALUE=DATE:20261109', 'DTEND;VALUE=DATE:20261110'];
    const ana = await anaWith(
      calendar(
        [...day, 'STATUS:CANCELLED'],
        [...day, 'TRANSP:TRANSPARENT'],
        ['DTSTART:20261109T090000Z', 'DTEND:20261109T090000Z'],
      ),
    );
    expect(isAway(ana, at('2026-11-09T09:00Z'))).toBe(false);
  });
});

describe('a calendar of shifts', () => {
  const DUTY = `onCall:
  - name: nights
    timeZone: Europe/Berlin
    rotation: weekly
    from: 2026-11-02
    handoff: mon 09:00
    reps: [ana]
    hours: { mon-sun: ["18:00-09:00"] }
    overrides: [{ from: 2026-11-05, to: 2026-11-05, rep: mia }]
    ical: nights.ics
`;
  const nightsWith = async (text: string) => {
    const reps = SOUND.reps.replace('reps:\n', `${DUTY}reps:\n`);
    const { duties } = agreementOf(await loadFiles({ ...SOUND, reps }, { 'nights.ics': text }));
    const { nights } = duties;
    if (nights === undefined) throw new Error('no duty');
    return (instant: string) => dutyOrder(nights, at(instant))[0];
  };
  const shift = ['DTSTART:20261103T180000Z', 'DTEND:20261106T120000Z'];

  it.each([
    ['its attendee', ['SUMMARY:On call', 'ATTENDEE;CN=Ben:mailto:BEN@example.com']],
    ['whoever its summary names by id', ['SUMMARY:Nights: ben']],
    ['by name', ['SUMMARY:On Call - Ben - Nights']],
    ['by address', ['SUMMARY:ben@example.com (nights)']],
  ])('puts on duty %s, also outside the hours, and after an override', async (_, lines) => {
    const who = await nightsWith(calendar([...lines, ...shift]));
    expect(who('2026-11-03T17:59Z')).toBe('ana');
    expect(who('2026-11-03T18:00Z')).toBe('ben');
    expect(who('2026-11-04T12:00Z')).toBe('ben');
    expect(who('2026-11-05T12:00Z')).toBe('mia');
    expect(who('2026-11-06T11:59Z')).toBe('ben');
    expect(who('2026-11-06T12:00Z')).toBeUndefined();
    expect(who('2026-11-06T18:00Z')).toBe('ana');
  });

  it('of whole days stays within the hours', async () => {
    const who = await nightsWith(calendar(['SUMMARY:ben', 'DTSTART;VALUE=DATE:20261109', 'DTEND;VALUE=DATE:20261110']));
    expect(who('2026-11-08T22:59Z')).toBe('ana');
    expect(who('2026-11-08T23:00Z')).toBe('ben');
    expect(who('2026-11-09T12:00Z')).toBeUndefined();
    expect(who('2026-11-09T22:59Z')).toBe('ben');
  });
});
