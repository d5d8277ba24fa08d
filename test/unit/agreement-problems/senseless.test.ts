import { describe, expect, it } from 'vitest';
import { type Edit, edited, type Files, problemsOf } from '../../support/agreement/edits.ts';
import { TIGHT, withoutPlaces } from '../../support/agreement/tight-agreement.ts';

const told = async (files: Files): Promise<readonly string[]> => withoutPlaces(await problemsOf(files));

describe('what makes no sense in one place', () => {
  it.each<[string, Edit, readonly string[]]>([
    [
      'a condition with an unknown field and tests that nothing passes, here and in its parts',
      {
        file: 'scoring',
        from: '{ company.employees: { gte: 200 }, company.industry: [Retail, Media] }',
        to: '{ employees: 5, company.employees: { gte: 200, lt: 100 }, any: [{ source: x }, { size: 5, fields.n: { gt: 2, lt: 1 } }], not: { source: 5, interest: [x], all: [{ interest: y }] } }',
      },
      [
        'scoring: no value of company.employees passes this test',
        'scoring: no value of fields.n passes this test',
        'scoring: source is text and never equals 5: write it in quotes',
        'scoring: this can never hold: its parts exclude each other',
        'scoring: unknown field "employees"',
        'scoring: unknown field "size"',
      ],
    ],
    [
      'a condition of a territory with an unknown field and a test that nothing passes',
      {
        file: 'territories',
        from: '{ company.employees: { gte: 500 } }',
        to: '{ employees: 5, company.employees: { gte: 200, lt: 100 } }',
      },
      ['territories: no value of company.employees passes this test', 'territories: unknown field "employees"'],
    ],
    [
      'an action with an unknown field and a test that nothing passes',
      {
        file: 'scoring',
        from: '{ kind: demo-requested, title: { not: x } }',
        to: '{ kinds: x, title: { startsWith: a, not: { exists: true } } }',
      },
      ['scoring: no value of title passes this test', 'scoring: unknown field "kinds"'],
    ],
    [
      'a step at once, below another',
      { file: 'sla', from: 'at: PT45M, do: reassign', to: 'at: PT0S, do: reassign' },
      [
        'sla: "reassign" at once takes every lead away in the instant in which it is given',
        'sla: "reassign" is due before the step above it',
      ],
    ],
    [
      'a step that is too early, and later than one that ends its clause',
      {
        file: 'sla',
        from: '{ at: PT30M, do: tell-manager }, { at: PT45M, do: reassign }',
        to: '{ at: PT30M, do: recycle }, { at: PT45M, do: remind }, { at: PT40M, do: tell-manager }, { at: PT10M, do: remind }',
      },
      [
        'sla: "remind" can never come: "recycle" above ends the clause',
        'sla: "remind" is due before the step above it',
        'sla: "tell-manager" can never come: "recycle" above ends the clause',
        'sla: "tell-manager" is due before the step above it',
      ],
    ],
    [
      'hours of days that there are not, twice and with openings that cannot be',
      {
        file: 'reps',
        from: '{ mon-thu: ["09:00-12:30", "13:30-18:00"], fri: ["09:00-15:00"] }',
        to: '{ mon-thu: 9-17, mon-fir: 5, thu-fri: ["09:00-15:00"], fri: [], sunday: ["09:00-15:00", "14:00-16:00", "9-5"] }',
      },
      [
        'reps: "14:00-16:00" overlaps "09:00-15:00"',
        'reps: "fri" is named twice',
        'reps: "thu" is named twice',
        'reps: expected a list, got "9-17"',
        'reps: expected a list, got 5',
        'reps: expected a stretch of the day such as "09:00-17:30", got "9-5"',
        'reps: unknown day "mon-fir", expected mon, tue, … sun or a range such as mon-fri',
        'reps: unknown day "sunday", expected mon, tue, … sun or a range such as mon-fri',
      ],
    ],
    [
      'a watch that tells nobody of what it does not tell',
      {
        file: 'watches',
        from: 'tell: [owner, ben], person: jo@acme.example, happens: [qualified, activity]',
        to: 'tell: [owner], person: jo@acme.example, happens: [qualified], does: [demo-requested]',
      },
      [
        'watches: "does" names activities, and "happens" has no "activity"',
        'watches: tells nobody: a lead that qualifies has no owner yet',
      ],
    ],
  ])('is told all of it: %s', async (_, edit, problems) => {
    expect(await told(edited(TIGHT, edit))).toEqual([...problems].sort());
  });

  it('is told of a team that is never at work, and of its language', async () => {
    const files = edited(
      TIGHT,
      { file: 'reps', from: 'hours: { tue: ["09:00-09:30"] }', to: 'hours: {}' },
      { file: 'territories', from: 'language: [fr]', to: 'language: [de]' },
    );
    expect(await told(files)).toEqual([
      'territories: nobody who takes the leads of "Québec" speaks a language that they are in',
      'territories: the team of "Québec" is never at work from 2026-01-01 to 2027-01-02',
    ]);
  });
});
