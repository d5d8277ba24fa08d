import { describe, expect, it } from 'vitest';
import type { AgreementFile } from '../../shared/agreement/checks/finding.ts';
import { loadFiles, problemsIn, SOUND } from '../support/agreement/agreement-folder.ts';

/**
 * Edits one file of the sound agreement: `from` becomes `to`, in which ¦ marks where the problem is
 * expected (in the whole file when `from` is empty).
 */
const edited = async (file: AgreementFile, from: string, to: string) => {
  expect(SOUND[file].split(from).length, `${from} is once in ${file}.yaml`).toBe(from === '' ? SOUND[file].length : 2);
  const marked = from === '' ? to : SOUND[file].replace(from, to);
  const before = marked.slice(0, marked.indexOf('¦')).split('\n');
  const text = marked.replace('¦', '');
  const problems = problemsIn(await loadFiles({ ...SOUND, [file]: text }));
  return { problems, where: `${file}.yaml:${before.length}:${(before.at(-1) ?? '').length + 1}` };
};

type Case = readonly [file: AgreementFile, from: string, to: string, message: string];

const tellsEach = (cases: readonly Case[]) =>
  it.each(cases)('%s: %s → %s', async (file, from, to, message) => {
    const { problems, where } = await edited(file, from, to);
    expect(problems).toEqual([`${where} ${message}`]);
  });

describe('what is not YAML is told where it is', () => {
  tellsEach([
    ['scoring', 'hot: 60', 'hot: 60\n¦hot: 70', 'duplicate key "hot"'],
    ['scoring', 'hot: 60', 'hot: 60\n¦"hot": 70', 'duplicate key "hot"'],
    ['sla', 'within: PT1H, clock', 'within: PT1H, ¦within : PT2H, clock', 'duplicate key "within"'],
    ['sla', 'alert: { within: PT1H }', 'alert: ¦*gone', 'no anchor "&gone" above'],
    ['sla', 'alert: { within: PT1H }', 'alert: &a { within: ¦*a }', '"*a" contains itself'],
    ['content', '', '¦', 'expected a mapping, got null'],
    ['content', '', '¦- content', 'expected a mapping, got a list'],
  ]);

  it('tells a bracket that is not closed, and still looks at the other files', async () => {
    const sla = SOUND.sla.replace('clock: wall }', 'clock: wall');
    const content = SOUND.content.replace('company.industry', 'industry');
    const problems = problemsIn(await loadFiles({ ...SOUND, sla, content }));
    expect(problems).toHaveLength(2);
    expect(problems[0]).toMatch(/^sla\.yaml:9:1 Flow map/);
    expect(problems[1]).toMatch(/^content\.yaml:\d+:\d+ unknown field "industry"$/);
  });

  it('tells every file that is missing', async () => {
    const { scoring, reps, sla } = SOUND;
    expect(problemsIn(await loadFiles({ scoring, reps, sla }))).toEqual([
      'territories.yaml:1:1 the file is missing',
      'content.yaml:1:1 the file is missing',
    ]);
  });
});

describe('what has not the agreed shape is told where it is', () => {
  tellsEach([
    ['scoring', 'hot: 60', '¦hott: 60\nhot: 60', 'unknown field "hott"'],
    ['scoring', 'hot: 60\nminimum', '¦minimum', 'missing "hot"'],
    ['scoring', 'hot: 60', 'hot: ¦high', 'expected a number, got "high"'],
    ['scoring', 'hot: 60', 'hot: ¦-1', 'must be more than 0'],
    ['scoring', '- { name: demo, kind', '- ¦{ kind', 'missing "name"'],
    [
      'scoring',
      'demo-requested',
      '¦Demo requested',
      'expected lower-case words joined by "-", such as page-viewed, got "Demo requested"',
    ],
    [
      'scoring',
      'P14D',
      '¦fortnight',
      'expected a duration above zero such as 30 minutes, 2 h or PT30M, got "fortnight"',
    ],
    ['scoring', 'P14D', '¦PT0S', 'expected a duration above zero such as 30 minutes, 2 h or PT30M, got "PT0S"'],
    ['scoring', 'handRaise: true', 'handRaise: ¦yes', 'expected true or false, got "yes"'],
    ['territories', 'share: score', 'share: ¦scores', 'expected count or score, got "scores"'],
    ['territories', 'language: match', 'language: ¦de', 'expected match, got "de"'],
    ['territories', 'weight: 2', 'weight: ¦0', 'must be more than 0'],
    ['territories', 'weight: 2', '¦wieght: 2', 'unknown field "wieght"'],
    ['sla', 'at: PT15M', 'at: ¦15', 'expected a duration such as 30 minutes, 2 h or PT30M, got 15'],
    ['sla', 'do: remind', 'do: ¦remember', 'expected remind, tell-manager, reassign or recycle, got "remember"'],
    [
      'sla',
      '{ no-time: reassign }',
      '{ ¦no time: reassign }',
      'expected letters, digits, ".", "_" and "-", at most 64, got "no time"',
    ],
    ['sla', 'max: 5', 'max: ¦2.5', 'expected a whole number, got 2.5'],
    ['sla', 'PT10M }', 'PT10M }, maxPrice: ¦0.2', 'expected US dollars in quotes such as "0.20", got 0.2'],
    [
      'sla',
      'PT10M }',
      'PT10M }, senderId: ¦Acme Incorporated',
      'expected at most 11 letters and digits, one a letter, got "Acme Incorporated"',
    ],
    [
      'content',
      'https://example.com/roi',
      '¦ftp://example.com/roi',
      'expected a URL such as https://example.com/roi, got "ftp://example.com/roi"',
    ],
  ]);
});

describe('a condition that cannot be meant is told where it is', () => {
  tellsEach([
    ['scoring', '{ gte: 200 }', '{ gte: 200, ¦gtee: 5 }', 'unknown field "gtee"'],
    ['scoring', '{ gte: 200 }', '{ ¦atLeast: 5 }', 'unknown field "atLeast"'],
    ['scoring', '{ gte: 200 }', '{ gte: ¦many }', 'expected a number, got "many"'],
    ['scoring', '{ gte: 200 }', '{ not: { gte: ¦many } }', 'expected a number, got "many"'],
    ['scoring', '{ gte: 200 }', '¦{}', 'an empty test says nothing'],
    ['scoring', '{ gte: 200 }', '¦[]', 'an empty list equals nothing'],
    ['scoring', '[rival.com]', '[rival.com, ¦~]', 'expected a value: text, a number, true or false, got null'],
    ['scoring', '[rival.com]', '¦~', 'expected a value, a list of values or tests such as { gte: 200 }, got null'],
    ['scoring', '{ company.domain: [rival.com] }', '¦{}', 'an empty condition holds for everything: leave it out'],
    ['scoring', '{ company.domain: [rival.com] }', '{ any: ¦[] }', 'an empty list decides nothing'],
    [
      'scoring',
      '{ company.domain: [rival.com] }',
      '{ not: ¦rival.com }',
      'expected a condition such as { company.employees: { gte: 200 } }, got "rival.com"',
    ],
    ['scoring', 'company.domain: [rival.com]', '¦company.size: 1', 'unknown field "company.size"'],
    ['scoring', 'company.domain: [rival.com]', 'any: [{ source: a }, { not: { ¦url: x } }]', 'unknown field "url"'],
    ['scoring', 'url: { contains', '¦company.name: { contains', 'unknown field "company.name"'],
    ['scoring', '{ gte: 200 }', '¦"200"', 'company.employees is a number and never equals "200"'],
    ['scoring', '{ gte: 200 }', '{ not: { ¦contains: "2" } }', 'company.employees is a number: contains compares text'],
    ['scoring', '[rival.com]', '{ ¦gt: 5 }', 'company.domain is text: gt compares numbers'],
    [
      'territories',
      'location.country: NO',
      'location.postalCode: [a, ¦01067]',
      'location.postalCode is text and never equals 1067: write it in quotes',
    ],
    ['territories', 'location.country: NO', 'consent.sms: ¦yes', 'consent.sms is true or false and never equals "yes"'],
    [
      'territories',
      'location.country: NO',
      'location.country: ¦UK',
      '"UK" is no country of ISO 3166-1: did you mean GB?',
    ],
    ['content', 'company.industry', '¦industry', 'unknown field "industry"'],
  ]);
});

describe("a rep's entry that is wrong is told where it is", () => {
  tellsEach([
    [
      'reps',
      'id: ben',
      'id: ¦ben the second',
      'expected letters, digits, ".", "_" and "-", at most 64, got "ben the second"',
    ],
    ['reps', 'id: ben', 'id: ¦prototype', 'is a reserved word'],
    ['reps', 'ben@example.com', '¦ben', 'expected an e-mail address, got "ben"'],
    [
      'reps',
      '"+4917139200011"',
      '¦+4917139200011',
      'expected a phone number in quotes such as "+4915112345678", got 4917139200011',
    ],
    [
      'reps',
      '"+4917139200011"',
      '¦"0171 39200011"',
      'expected a phone number in quotes such as "+4915112345678", got "0171 39200011"',
    ],
    ['reps', 'Europe/Berlin', '¦Berlin', 'unknown time zone "Berlin": did you mean Europe/Berlin?'],
    ['reps', 'Europe/Berlin', '¦+01:00', 'unknown time zone "+01:00", expected an IANA name such as Europe/Berlin'],
    ['reps', '[de, EN]', '[de, ¦english]', '"english" is no language of BCP 47: did you mean en?'],
    ['reps', 'DE-BY', '¦DE-XX', 'unknown calendar "DE-XX", expected a country or a part of one such as DE or DE-BY'],
    ['reps', '[2026-12-31]', '[¦2026-11-31]', 'expected a date such as 2026-12-31, got "2026-11-31"'],
    ['reps', 'to: 2027-01-02', 'to: ¦2026-01-02', 'ends before it begins'],
    ['reps', 'perDay: 8', 'perDay: ¦-1', 'expected 0 or more, got -1'],
    [
      'reps',
      'quiet: "22:00-07:00"',
      'quiet: ¦"22-7"',
      'expected a stretch of the day such as "09:00-17:30", got "22-7"',
    ],
    ['reps', 'id: ben,', 'id: ben, alerts: [¦fax],', 'expected sms or email, got "fax"'],
  ]);
});

describe('hours that are wrong are told where they are', () => {
  const thu = '"13:30-18:00"]';
  tellsEach([
    ['reps', 'sat-mon:', '¦weekend:', 'unknown day "weekend", expected mon, tue, … sun or a range such as mon-fri'],
    ['reps', 'sat-mon:', '¦Sat-Mon:', 'unknown day "Sat-Mon", expected mon, tue, … sun or a range such as mon-fri'],
    [
      'reps',
      'sat-mon:',
      '¦mon-wed-fri:',
      'unknown day "mon-wed-fri", expected mon, tue, … sun or a range such as mon-fri',
    ],
    ['reps', ', fri: [', ', ¦thu-fri: [', '"thu" is named twice'],
    [
      'reps',
      '"00:00-24:00"',
      '¦"24:00-06:00"',
      'expected a stretch of the day such as "09:00-17:30", got "24:00-06:00"',
    ],
    [
      'reps',
      '"00:00-24:00"',
      '¦"09:00-09:00"',
      'expected a stretch of the day such as "09:00-17:30", got "09:00-09:00"',
    ],
    ['reps', '"00:00-24:00"', '¦9-17', 'expected a stretch of the day such as "09:00-17:30", got "9-17"'],
    ['reps', thu, '¦"12:00-18:00"]', '"12:00-18:00" overlaps "09:00-12:30"'],
    [
      'reps',
      thu,
      '¦"08:00-08:30"]',
      '"08:00-08:30" is earlier than "09:00-12:30" before it: write openings in their order',
    ],
    ['reps', thu, '"13:30-18:00", ¦"22:00-09:30"]', '"22:00-09:30" overlaps "09:00-12:30"'],
    ['reps', '["22:00-06:00"]', '["22:00-06:00"], sat: [¦"05:00-07:00"]', '"05:00-07:00" overlaps "22:00-06:00"'],
    [
      'reps',
      '["09:00-12:00"]',
      '[¦"22:00-02:00"]',
      '"22:00-02:00" runs over midnight: end it at 24:00 and give the next date hours as well',
    ],
    ['reps', '["09:00-12:00"]', '["09:00-12:00", ¦"11:00-13:00"]', '"11:00-13:00" overlaps "09:00-12:00"'],
  ]);
});

describe('what does not go together is told where it is', () => {
  tellsEach([
    ['scoring', 'hot: 60', 'hot: 60\nwarm: ¦61', 'warm must not be more than hot, which is 60'],
    ['scoring', 'fields.seats', '¦company.size', 'unknown field "company.size"'],
    ['scoring', 'name: rival', 'name: ¦large', 'duplicate fit rule "large"'],
    ['scoring', 'name: pricing', 'name: ¦demo', 'duplicate action "demo"'],
    ['territories', 'rep: ana', 'rep: ¦zoe', 'unknown rep "zoe"'],
    ['territories', 'weight: 2 }, { rep: ben', 'weight: 2 }, { rep: ¦ana', 'duplicate rep "ana"'],
    [
      'territories',
      'overflow: Rest\n    share: score\n    language: match\n  - name: Rest',
      'share: score\n  - name: ¦DACH',
      'duplicate territory "DACH"',
    ],
    ['territories', 'overflow: Rest', 'overflow: ¦South', 'unknown territory "South"'],
    ['territories', 'overflow: Rest', 'overflow: ¦North', 'overflow runs in a circle: "North"'],
    ['territories', '[{ rep: ana, weight: 2 }, { rep: ben }]', '¦[]', '"DACH" has an empty team'],
    [
      'territories',
      '- name: Rest',
      '- name: Rest\n    ¦when: { source: ads }',
      'the last territory must take every lead that those above leave: "Rest" must have no "when"',
    ],
    ['territories', '', 'territories: ¦[]', 'no territory: no lead would be taken'],
    [
      'reps',
      'id: mia',
      'id: mia, name: A, email: a@example.com, timeZone: UTC, hours: {} }\n  - { id: ¦mia',
      'duplicate rep "mia"',
    ],
    ['reps', 'manager: mia', 'manager: ¦max', 'unknown manager "max"'],
    ['reps', 'id: ben,', 'id: ben, alerts: ¦[sms],', 'no channel reaches "ben": sms needs a phone'],
    ['reps', 'id: ben,', 'id: ben, alerts: ¦[],', 'no channel reaches "ben": alerts names none'],
    [
      'reps',
      '["09:00-12:00"] }',
      '["09:00-12:00"] }, { date: ¦2026-12-24, hours: [] }',
      'duplicate override of "2026-12-24"',
    ],
    ['sla', 'at: PT30M', 'at: ¦PT10M', '"reassign" is due before the step above it'],
    [
      'sla',
      'do: reassign }',
      'do: reassign }\n    - ¦{ at: PT1H, do: remind }',
      '"remind" can never come: "reassign" above ends the clause',
    ],
    ['content', 'id: roi', 'id: ¦tour', 'duplicate content "tour"'],
  ]);
});
