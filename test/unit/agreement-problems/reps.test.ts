import { describe, expect, it } from 'vitest';
import { loadFiles, problemsIn, SOUND } from '../../support/agreement/agreement-folder.ts';
import { reps, tellsEach } from '../../support/agreement/wrong-agreement.ts';

describe("a rep's entry that is wrong is told where it is", () => {
  tellsEach([
    [
      'an id in words',
      reps('id: ben', 'id: ben the second'),
      'ben the second',
      'expected letters, digits, ".", "_" and "-", at most 64, got "ben the second"',
    ],
    ['an id that JavaScript reserves', reps('id: ben', 'id: prototype'), 'prototype', 'is a reserved word'],
    [
      'an e-mail address without its domain',
      reps('ben@example.com', 'ben'),
      'ben',
      'expected an e-mail address, got "ben"',
    ],
    [
      'an e-mail address at a domain in another script',
      reps('ben@example.com', 'ben@m\u00fcnchen.example'),
      'ben@m\u00fcnchen.example',
      'expected an e-mail address with its domain in ASCII: write "ben@xn--mnchen-3ya.example", got "ben@m\u00fcnchen.example"',
    ],
    [
      'an e-mail address of a name in another script',
      reps('ben@example.com', 'b\u00e9n@m\u00fcnchen.example'),
      'b\u00e9n@m\u00fcnchen.example',
      'expected an e-mail address, got "b\u00e9n@m\u00fcnchen.example"',
    ],
    [
      'a phone number without quotes',
      reps('"+4917139200011"', '+4917139200011'),
      '+4917139200011',
      'expected a phone number in quotes such as "+4915112345678", got 4917139200011',
    ],
    [
      'a phone number without its country',
      reps('"+4917139200011"', '"0171 39200011"'),
      '"0171 39200011"',
      'expected a phone number in quotes such as "+4915112345678", got "0171 39200011"',
    ],
    [
      'a time zone without its continent',
      reps('Europe/Berlin', 'Berlin'),
      'Berlin',
      'unknown time zone "Berlin": did you mean Europe/Berlin?',
    ],
    [
      'an offset for a time zone',
      reps('Europe/Berlin', '+01:00'),
      '+01:00',
      'unknown time zone "+01:00", expected an IANA name such as Europe/Berlin',
    ],
    [
      'a language in words',
      reps('[de, EN]', '[de, english]'),
      'english',
      '"english" is no language of BCP 47: did you mean en?',
    ],
    [
      'a calendar of a part that its country has not',
      reps('DE-BY', 'DE-XX'),
      'DE-XX',
      'unknown calendar "DE-XX", expected a country or a part of one such as DE or DE-BY',
    ],
    [
      'a date that the calendar has not',
      reps('[2026-12-31]', '[2026-11-31]'),
      '2026-11-31',
      'expected a date such as 2026-12-31, got "2026-11-31"',
    ],
    [
      'an absence that ends before it begins',
      reps('to: 2027-01-02', 'to: 2026-01-02'),
      '2026-01-02',
      'ends before it begins',
    ],
    ['a number of leads below zero', reps('perDay: 8', 'perDay: -1'), '-1', 'expected 0 or more, got -1'],
    [
      'quiet hours without minutes',
      reps('quiet: "22:00-07:00"', 'quiet: "22-7"'),
      '"22-7"',
      'expected a stretch of the day such as "09:00-17:30", got "22-7"',
    ],
    [
      'a Slack id of two reps',
      reps('] } }\n  - { id: mia,', '] }, slack: U0123ABCD }\n  - { id: mia, slack: "U0123ABCD",'),
      '"U0123ABCD"',
      'duplicate Slack id "U0123ABCD"',
    ],
    [
      'a Slack name where the id is wanted',
      reps('id: ben,', 'id: ben, slack: "@ben",'),
      '"@ben"',
      'expected the id of a member in Slack such as U0123ABCD, got "@ben"',
    ],
    [
      'a channel that nobody knows',
      reps('id: ben,', 'id: ben, alerts: [fax],'),
      'fax',
      'expected sms, email or slack, got "fax"',
    ],
    [
      'Teams as a channel, alone or beside one',
      reps('id: ben,', 'id: ben, alerts: [teams],'),
      'teams',
      'Teams is no channel: it shows a card beside one, as sinks.yaml says',
    ],
  ]);
});

describe('hours that are wrong are told where they are', () => {
  tellsEach([
    [
      'a day by another name',
      reps('sat-mon:', 'weekend:'),
      'weekend',
      'unknown day "weekend", expected mon, tue, … sun or a range such as mon-fri',
    ],
    [
      'days in capitals',
      reps('sat-mon:', 'Sat-Mon:'),
      'Sat-Mon',
      'unknown day "Sat-Mon", expected mon, tue, … sun or a range such as mon-fri',
    ],
    [
      'a range of three days',
      reps('sat-mon:', 'mon-wed-fri:'),
      'mon-wed-fri',
      'unknown day "mon-wed-fri", expected mon, tue, … sun or a range such as mon-fri',
    ],
    ['a day in two ranges', reps(', fri: [', ', thu-fri: ['), 'thu-fri', '"thu" is named twice'],
    [
      'an opening from the end of the day',
      reps('"00:00-24:00"', '"24:00-06:00"'),
      '"24:00-06:00"',
      'expected a stretch of the day such as "09:00-17:30", got "24:00-06:00"',
    ],
    [
      'an opening of no length',
      reps('"00:00-24:00"', '"09:00-09:00"'),
      '"09:00-09:00"',
      'expected a stretch of the day such as "09:00-17:30", got "09:00-09:00"',
    ],
    [
      'an opening without minutes',
      reps('"00:00-24:00"', '9-17'),
      '9-17',
      'expected a stretch of the day such as "09:00-17:30", got "9-17"',
    ],
    [
      'an opening that begins before the last one ends',
      reps('"13:30-18:00"]', '"12:00-18:00"]'),
      '"12:00-18:00"',
      '"12:00-18:00" overlaps "09:00-12:30"',
    ],
    [
      'an opening before the one above it',
      reps('"13:30-18:00"]', '"08:00-08:30"]'),
      '"08:00-08:30"',
      '"08:00-08:30" is earlier than "09:00-12:30" before it: write openings in their order',
    ],
    [
      "an opening over midnight into the next morning's",
      reps('"13:30-18:00"]', '"13:30-18:00", "22:00-09:30"]'),
      '"22:00-09:30"',
      '"22:00-09:30" overlaps "09:00-12:30"',
    ],
    [
      'an opening into which the night before runs',
      reps('["22:00-06:00"]', '["22:00-06:00"], sat: ["05:00-07:00"]'),
      '"05:00-07:00"',
      '"05:00-07:00" overlaps "22:00-06:00"',
    ],
    [
      'openings of one date that overlap past midnight',
      reps('["09:00-12:00"]', '["20:00-02:00", "22:00-03:00"]'),
      '"22:00-03:00"',
      '"22:00-03:00" overlaps "20:00-02:00"',
    ],
    [
      'openings of one date that overlap',
      reps('["09:00-12:00"]', '["09:00-12:00", "11:00-13:00"]'),
      '"11:00-13:00"',
      '"11:00-13:00" overlaps "09:00-12:00"',
    ],
  ]);
});

describe('a calendar that is mended in vain is told where that is', () => {
  const mended = (mend: string) => reps('reps:\n', `calendars: ${mend}\nreps:\n`);
  tellsEach([
    [
      'a calendar that there is not',
      mended('{ DE-XX: { add: [2026-06-15] } }'),
      'DE-XX',
      'unknown calendar "DE-XX", expected a country or a part of one such as DE or DE-BY',
    ],
    [
      'a holiday that is removed, and is none',
      mended('{ DE-BY: { remove: [2026-06-15] } }'),
      '2026-06-15',
      '2026-06-15 is no holiday of "DE-BY"',
    ],
    [
      'a date that is added and removed',
      mended('{ DE-BY: { add: [2026-06-15], remove: [2026-06-15] } }'),
      '2026-06-15',
      '2026-06-15 is added as well',
    ],
    [
      'a date that the calendar has not',
      mended('{ DE-BY: { add: [2026-06-31] } }'),
      '2026-06-31',
      'expected a date such as 2026-12-31, got "2026-06-31"',
    ],
    ['another word', mended('{ DE-BY: { drop: [2026-06-15] } }'), 'drop', 'unknown field "drop"'],
  ]);

  it('tells a calendar that no rep follows', async () => {
    const reps = SOUND.reps.replace('reps:\n', 'calendars: { DE-BY: { add: [2026-06-15] } }\nreps:\n');
    const problems = problemsIn(await loadFiles({ ...SOUND, reps: reps.replace('    calendar: DE-BY\n', '') }));
    expect(problems).toEqual(['reps.yaml:1:14 no rep follows the calendar "DE-BY"']);
  });

  it('tells nothing of a year that is not compiled', async () => {
    const reps = SOUND.reps.replace('reps:\n', 'calendars: { DE-BY: { remove: [2020-06-15] } }\nreps:\n');
    expect(problemsIn(await loadFiles({ ...SOUND, reps }))).toEqual([]);
  });
});
