import { describe, expect, it } from 'vitest';
import { agreementOf, loadFiles, problemsIn, SOUND } from '../../support/agreement/agreement-folder.ts';
import { tellsEach, watches } from '../../support/agreement/wrong-agreement.ts';

describe('a watch that cannot be meant is told where it is', () => {
  tellsEach([
    ['of one name with another', watches('name: Jo', 'name: Acme'), 'Acme', 'duplicate watch "Acme"'],
    ['that tells who is nowhere', watches('[mia]', '[zoe]'), 'zoe', 'unknown rep "zoe"'],
    ['that tells a rep with a slip', watches('[mia]', '[Mia]'), 'Mia', 'unknown rep "Mia": did you mean mia?'],
    ['that tells somebody twice', watches('[mia]', '[mia, mia]'), 'mia', 'duplicate reader "mia"'],
    ['that tells nobody', watches('[mia]', '[]'), '[]', 'tells nobody'],
    [
      'that tells marketing, which has no address',
      watches('[mia]', '[mia, marketing]'),
      'marketing',
      'marketing has no address: sla.yaml needs "email" in "marketing"',
    ],
    [
      'of nobody',
      watches('{ name: Acme, tell: [ana, manager], company: acme.example', '{ name: Acme, tell: [ana, manager]'),
      '{ name',
      'watches nobody: it needs a person, a company or a condition (when)',
    ],
    [
      "of a mailbox provider's domain",
      watches('company: acme.example', 'company: gmail.com'),
      'gmail.com',
      '"gmail.com" is no company\'s domain',
    ],
    [
      'of what is no address',
      watches('person: jo@acme.example', 'person: jo'),
      'jo',
      'expected an e-mail address, got "jo"',
    ],
    [
      'on a field that nobody knows',
      watches('company.employees', 'employees'),
      'employees',
      'unknown field "employees"',
    ],
    [
      'on a condition that never holds',
      watches('{ company.employees: { gte: 500 } }', '{ company.employees: { gte: 500, lt: 100 } }'),
      '{ gte: 500, lt',
      'no value of company.employees passes this test',
    ],
    [
      'of an activity with a slip',
      watches('[pricing-viewed]', '[pageviewed]'),
      'pageviewed',
      'unknown kind "pageviewed": did you mean page-viewed?',
    ],
    [
      'of activities that it does not tell',
      watches('does: [pricing-viewed]', 'does: [pricing-viewed], happens: [matched]'),
      'does: [',
      '"does" names activities, and "happens" has no "activity"',
    ],
    [
      'of what never happens',
      watches('[qualified, activity]', '[qualify]'),
      'qualify',
      'expected qualified, matched, activity or captured, got "qualify"',
    ],
    [
      'that tells the owner of what has none yet',
      watches(
        '[owner, ben], person: jo@acme.example, happens: [qualified, activity]',
        '[owner], person: jo@acme.example, happens: [qualified]',
      ),
      '[owner]',
      'tells nobody: a lead that qualifies has no owner yet',
    ],
    ['with an unknown key', watches('happens: [q', 'on: { a: b }, happens: [q'), 'on', 'unknown field "on"'],
  ]);
});

describe('watches', () => {
  it('may be left out, and the agreement is the one that it was before there were any', async () => {
    const { watches: _, ...others } = SOUND;
    const without = await loadFiles(others);
    expect(problemsIn(without)).toEqual([]);
    expect(agreementOf(without)).not.toHaveProperty('watches');
    const empty = agreementOf(await loadFiles({ ...SOUND, watches: 'watches: []\n' }));
    expect(empty.hash).toBe(agreementOf(without).hash);
    expect(agreementOf(await loadFiles(SOUND)).hash).not.toBe(empty.hash);
  });

  it('know a person and a company as a lead has them, and what they tell where they do not say', async () => {
    const text = `watches:
  - { name: one, tell: [ana], person: Jo.Doe+x@GoogleMail.com }
  - { name: two, tell: [owner], company: www.shop.Acme.example }
  - { name: three, tell: [manager], when: { company.industry: [Retail] } }
  - { name: four, tell: [ben], company: acme.example, does: [demo-requested] }
`;
    const compiled = agreementOf(await loadFiles({ ...SOUND, watches: text })).watches;
    expect(compiled?.map(({ person, company, tell, happens }) => [person ?? company, tell, happens])).toEqual([
      ['jodoe@gmail.com', [{ rep: 'ana' }], ['qualified', 'activity', 'captured']],
      ['acme.example', [{ role: 'owner' }], ['qualified', 'activity', 'captured']],
      [undefined, [{ role: 'manager' }], ['matched']],
      ['acme.example', [{ rep: 'ben' }], ['activity']],
    ]);
  });
});
