import { describe, expect, it } from 'vitest';
import { readFact } from '../../shared/contracts/events/facts.ts';
import type { DecisionRecord, UndecidedRecord } from '../../shared/domain/lead/decision-record.ts';
import { clause, rep, smallAgreement, territory, weekdays } from '../support/agreement/small-agreement.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';

const recordsOf = (s: Scenario): readonly (DecisionRecord | UndecidedRecord)[] =>
  s.published.flatMap((event) => {
    const fact = readFact(event);
    return fact.type === 'LeadAssigned' || fact.type === 'LeadWaiting' ? [fact.data.decision] : [];
  });

describe('the record of a decision', () => {
  it('says who could keep the clause but starts later than somebody who can act now', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { schedule: weekdays(10, 17) }), rep('ben', { schedule: weekdays(8, 17) })],
        territories: [territory('Everywhere', ['ana', 'ben'])],
      }),
      async (s) => {
        await s.capture('09:20', 'jo@mail.example');
        expect(recordsOf(s)).toMatchObject([
          {
            by: 'share',
            reps: [
              { rep: 'ben', virtualTime: 0 },
              { rep: 'ana', excluded: 'starts-later', until: '2026-11-02T10:00:00.000Z' },
            ],
          },
        ]);
        s.ignoreMessages();
      },
    ));

  it('prefers a rep of the overflow who can keep a clause by the wall clock to one who starts too late for it', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { schedule: weekdays(10, 17) }), rep('ben', { schedule: weekdays(8, 17) })],
        territories: [
          territory('Home', ['ana'], { overflow: 'Away', when: { field: 'company.name', test: { in: ['Acme'] } } }),
          territory('Away', ['ben']),
        ],
        sla: { accept: clause(30, [[30, 'reassign']], 'wall') },
      }),
      async (s) => {
        await s.capture('09:20', 'jo@mail.example');
        expect(recordsOf(s)).toMatchObject([
          {
            by: 'overflow',
            team: 'Away',
            reps: [{ rep: 'ben' }, { rep: 'ana', excluded: 'off-hours', until: '2026-11-02T10:00:00.000Z' }],
          },
        ]);
        s.ignoreMessages();
      },
    ));

  it("says that nobody speaks the lead's language, and nothing of it where somebody does", () =>
    play(
      smallAgreement({
        reps: [rep('ana', { languages: ['de'] }), rep('ben')],
        territories: [
          territory('German', ['ana'], {
            matchLanguage: true,
            overflow: 'Rest',
            when: { field: 'company.name', test: { in: ['Acme'] } },
          }),
          territory('Rest', ['ben']),
        ],
      }),
      async (s) => {
        await s.capture('09:00', 'jo@mail.example', { language: 'gsw-CH' });
        await s.capture('09:01', 'li@mail.example', { language: 'de' });
        const [unspoken, spoken] = recordsOf(s);
        expect(unspoken).toMatchObject({
          by: 'overflow',
          team: 'Rest',
          unspokenLanguage: 'gsw-CH',
          reps: [{ rep: 'ben' }],
        });
        expect(spoken).toMatchObject({ by: 'share', reps: [{ rep: 'ana' }] });
        expect(spoken).not.toHaveProperty('unspokenLanguage');
        s.ignoreMessages();
      },
    ));

  it("says why an account's owner was passed over", () =>
    play(
      smallAgreement({
        reps: [rep('ana', { capacity: { open: 1 } }), rep('ben')],
        territories: [territory('Everywhere', ['ana', 'ben'])],
      }),
      async (s) => {
        await s.capture('09:00', 'one@acme.example');
        await s.capture('09:01', 'two@acme.example');
        expect(recordsOf(s)).toMatchObject([
          { by: 'share', reps: [{ rep: 'ana' }, { rep: 'ben' }] },
          {
            by: 'share',
            reps: [{ rep: 'ben' }, { rep: 'ana', excluded: 'full' }],
            account: { rep: 'ana', excluded: 'full' },
          },
        ]);
        s.ignoreMessages();
      },
    ));

  it('names a rep once who is of two teams that were asked', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { schedule: weekdays(12, 17) })],
        territories: [
          territory('Home', ['ana'], { overflow: 'Away', when: { field: 'company.name', test: { in: ['Acme'] } } }),
          territory('Away', ['ana']),
        ],
      }),
      async (s) => {
        await s.capture('09:00', 'jo@mail.example');
        expect(recordsOf(s)[0]?.reps).toHaveLength(1);
        s.ignoreMessages();
      },
    ));

  it('names the chosen one however long the team is, and counts the rest by reason', () => {
    const team = Array.from({ length: 30 }, (_, index) => `rep-${String(index).padStart(2, '0')}`);
    const reps = team.map((id, index) => rep(id, index < 25 ? { schedule: weekdays(12, 17) } : {}));
    return play(smallAgreement({ reps, territories: [territory('Everywhere', team)] }), async (s) => {
      await s.capture('09:00', 'jo@mail.example');
      const [record] = recordsOf(s);
      expect(record?.reps).toHaveLength(20);
      expect(record?.reps[0]).toEqual({ rep: 'rep-25', virtualTime: 0 });
      expect(record?.others).toEqual({ 'off-hours': 10 });
      s.ignoreMessages();
    });
  });

  it('says of a lead that waits in whose line it is, and why nobody could take it', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { schedule: weekdays(12, 17) }), rep('ben', { capacity: { perDay: 0 } })],
        territories: [territory('Everywhere', ['ana', 'ben'])],
      }),
      async (s) => {
        await s.capture('09:00', 'jo@mail.example');
        const waiting = s.published.find(({ type }) => type === 'LeadWaiting');
        expect(waiting?.detail.data).toMatchObject({
          territory: 'Everywhere',
          decision: {
            reps: [
              { rep: 'ana', excluded: 'off-hours', until: '2026-11-02T12:00:00.000Z' },
              { rep: 'ben', excluded: 'full' },
            ],
          },
        });
        s.ignoreMessages();
      },
    ));
});
