import { describe } from 'vitest';
import {
  content,
  reps,
  scoring,
  sla,
  tellsEach,
  territories,
  wholeFile,
} from '../../support/agreement/wrong-agreement.ts';

describe('what does not go together is told where it is', () => {
  tellsEach([
    [
      'a warm threshold above the hot one',
      scoring('hot: 60', 'hot: 60\nwarm: 61'),
      '61',
      'warm must not be more than hot, which is 60',
    ],
    [
      'a minimum of a field that nobody knows',
      scoring('fields.seats', 'company.size'),
      'company.size',
      'unknown field "company.size"',
    ],
    ['two fit rules of one name', scoring('name: rival', 'name: large'), 'large', 'duplicate fit rule "large"'],
    ['two actions of one name', scoring('name: pricing', 'name: demo'), 'demo', 'duplicate action "demo"'],
    ['a rep who is nowhere', territories('rep: ana', 'rep: zoe'), 'zoe', 'unknown rep "zoe"'],
    [
      'a rep who is in a team twice',
      territories('weight: 2 }, { rep: ben', 'weight: 2 }, { rep: ana'),
      'ana',
      'duplicate rep "ana"',
    ],
    [
      'two territories of one name',
      territories(
        'overflow: Rest\n    share: score\n    language: match\n  - name: Rest',
        'share: score\n  - name: DACH',
      ),
      'DACH',
      'duplicate territory "DACH"',
    ],
    [
      'an overflow that is nowhere',
      territories('overflow: Rest', 'overflow: South'),
      'South',
      'unknown territory "South"',
    ],
    [
      'an overflow to oneself',
      territories('overflow: Rest', 'overflow: North'),
      'North',
      'overflow runs in a circle: "North"',
    ],
    [
      'a team of nobody',
      territories('[{ rep: ana, weight: 2 }, { rep: ben }]', '[]'),
      '[]',
      '"DACH" has an empty team',
    ],
    [
      'a last territory with a condition',
      territories('- name: Rest', '- name: Rest\n    when: { source: ads }'),
      'when: { source: ads ',
      'the last territory must take every lead that those above leave: "Rest" must have no "when"',
    ],
    [
      'a manager of a territory who is nowhere',
      territories('- name: Rest', '- name: Rest\n    manager: max'),
      'max',
      'unknown manager "max"',
    ],
    ['no territory', wholeFile('territories', 'territories: []'), '[]', 'no territory: no lead would be taken'],
    [
      'two reps of one id',
      reps('id: mia', 'id: mia, name: A, email: a@example.com, timeZone: UTC, hours: {} }\n  - { id: mia'),
      'mia',
      'duplicate rep "mia"',
    ],
    ['a manager who is nowhere', reps('manager: mia', 'manager: max'), 'max', 'unknown manager "max"'],
    [
      'a channel that needs a phone, without one',
      reps('id: ben,', 'id: ben, alerts: [sms],'),
      '[sms]',
      'no channel reaches "ben": sms needs "phone"',
    ],
    [
      'no channel at all',
      reps('id: ben,', 'id: ben, alerts: [],'),
      '[]',
      'no channel reaches "ben": alerts names none',
    ],
    [
      'a date with two overrides',
      reps('["09:00-12:00"] }', '["09:00-12:00"] }, { date: 2026-12-24, hours: [] }'),
      '2026-12-24',
      'duplicate override of "2026-12-24"',
    ],
    [
      'a step that is due before the one above it',
      sla('at: PT30M', 'at: PT10M'),
      'PT10M',
      '"reassign" is due before the step above it',
    ],
    [
      'a step that takes the lead away in the instant in which it is given',
      sla(
        '    - { at: PT15M, do: remind }\n    - { at: PT30M, do: reassign }',
        '    - { at: PT0S, do: remind }\n    - { at: 0 min, do: recycle }',
      ),
      '0 min',
      '"recycle" at once takes every lead away in the instant in which it is given',
    ],
    [
      'a step of the alert that is due before the one above it',
      sla(
        'alert: { within: PT1H }',
        'alert: { within: PT1H, steps: [{ at: PT40M, do: assign-manager }, { at: PT20M, do: tell-manager }] }',
      ),
      'PT20M',
      '"tell-manager" is due before the step above it',
    ],
    [
      'a step after the one that ends the clause',
      sla('do: reassign }', 'do: reassign }\n    - { at: PT1H, do: remind }'),
      '{ at: PT1H, do: remind }',
      '"remind" can never come: "reassign" above ends the clause',
    ],
    ['two links of one id', content('id: roi', 'id: tour'), 'tour', 'duplicate content "tour"'],
  ]);
});
