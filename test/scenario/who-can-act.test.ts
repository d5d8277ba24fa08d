import { describe, expect, it } from 'vitest';
import { readFact } from '../../shared/contracts/events/facts.ts';
import type { Rep } from '../../shared/domain/agreement/agreement.ts';
import {
  clause,
  MINUTE,
  rep,
  type SmallParts,
  smallAgreement,
  territory,
  weekdays,
  withoutManager,
} from '../support/agreement/small-agreement.ts';
import { onBoth } from '../support/scenario/on-both.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';

const JANE = 'jane@mail.example';

const onLeave = (id: string, parts: Partial<Rep> = {}): Rep => {
  const one = rep(id, parts);
  return { ...one, schedule: { ...one.schedule, away: [{ from: '2026-11-01', to: '2026-11-20' }] } };
};

const lastDecision = (s: Scenario) => {
  const assigned = s.published.map(readFact).filter((fact) => fact.type === 'LeadAssigned');
  return assigned.at(-1)?.data;
};

/** Jane comes at nine; Ana, then Ben let her lapse within half an hour each. The last resort is at ten. */
const janeLapsesTwice = (parts: SmallParts, body: (s: Scenario) => Promise<void>): Promise<void> =>
  play(
    smallAgreement({
      territories: [territory('Everywhere', ['ana', 'ben'])],
      ...parts,
      sla: { maxOwners: 2, accept: clause(30, [[30, 'reassign']]), ...parts.sla },
    }),
    async (s) => {
      await s.capture('09:00', JANE);
      await s.pass('10:00');
      await body(s);
      s.ignoreMessages();
    },
  );

const UNTIL = '2026-11-21T00:00:00.000Z';

describe('whoever can act', () => {
  it('is the manager of the manager who is away', () =>
    janeLapsesTwice(
      { reps: [rep('ana'), rep('ben'), onLeave('mia', { manager: 'zoe' }), withoutManager(rep('zoe'))] },
      async (s) => {
        expect(lastDecision(s)).toMatchObject({
          rep: 'zoe',
          decision: { by: 'manager', reps: [{ rep: 'mia', excluded: 'away', until: UNTIL }] },
        });
      },
    ));

  it("is another manager of the territory's teams where nobody above can", () =>
    janeLapsesTwice(
      {
        reps: [
          rep('ana'),
          rep('ben'),
          rep('cem', { manager: 'leo' }),
          onLeave('mia', { manager: 'zoe' }),
          withoutManager(rep('zoe', { schedule: weekdays(14, 18) })),
          withoutManager(rep('leo')),
        ],
        territories: [
          territory('North', ['ana', 'ben'], {
            overflow: 'Rest',
            when: { field: 'company.name', test: { in: ['Acme'] } },
          }),
          territory('Rest', ['cem']),
        ],
        sla: { maxOwners: 2 },
      },
      async (s) => {
        expect(lastDecision(s)).toMatchObject({
          rep: 'leo',
          decision: {
            reps: [
              { rep: 'mia', excluded: 'away', until: UNTIL },
              { rep: 'zoe', excluded: 'off-hours', until: '2026-11-02T14:00:00.000Z' },
            ],
          },
        });
      },
    ));

  it('is a rep at work who has not had it, beyond the agreed number of owners', () =>
    janeLapsesTwice(
      {
        reps: [rep('ana'), rep('ben'), rep('cem'), onLeave('mia')],
        territories: [territory('Everywhere', ['ana', 'ben', 'cem'])],
      },
      async (s) => {
        expect(lastDecision(s)).toMatchObject({
          rep: 'cem',
          attempt: 3,
          decision: { by: 'share', reps: [{ rep: 'cem', virtualTime: 0 }, { rep: 'mia', excluded: 'away' }, {}, {}] },
        });
        expect(s.facts(JANE, 'ClockStarted').at(-1)).toBe('10:00 ClockStarted accept 3 until 10:30');
      },
    ));

  it('is the rep of another team with the fewest leads where those of the teams have all had it', () =>
    janeLapsesTwice(
      {
        reps: [rep('ana'), rep('ben'), withoutManager(rep('dee')), withoutManager(rep('eli')), onLeave('mia')],
        territories: [
          territory('Acme', ['ana', 'ben'], { when: { field: 'company.name', test: { in: ['Acme'] } } }),
          territory('Rest', ['dee', 'eli']),
        ],
      },
      async (s) => {
        expect(lastDecision(s)).toMatchObject({
          rep: 'dee',
          territory: 'Acme',
          decision: {
            by: 'last-resort',
            reps: [
              { rep: 'dee', virtualTime: 0 },
              { rep: 'mia', excluded: 'away' },
            ],
          },
        });
      },
    ));

  it('is no manager who has as many leads as they take, and none whom no channel reaches', () =>
    play(
      smallAgreement({
        reps: [
          rep('ana'),
          rep('mia', { capacity: { open: 1 }, manager: 'zoe' }),
          withoutManager(rep('zoe', { channels: [] })),
          withoutManager(rep('leo')),
        ],
        territories: [
          territory('Mine', ['mia'], { when: { field: 'company.name', test: { in: ['Mine'] } } }),
          territory('Rest', ['ana'], { manager: 'leo' }),
        ],
        sla: { maxOwners: 1, accept: clause(30, [[30, 'reassign']]) },
      }),
      async (s) => {
        await s.capture('09:00', 'first@mail.example', { company: { name: 'Mine', employees: 500 } });
        await s.accept('09:01', 'first@mail.example');
        await s.contacted('09:02', 'first@mail.example');
        await s.capture('09:10', JANE);
        await s.pass('09:40');
        expect(lastDecision(s)).toMatchObject({
          rep: 'leo',
          decision: {
            by: 'manager',
            reps: [
              { rep: 'mia', excluded: 'full' },
              { rep: 'zoe', excluded: 'no-channel' },
            ],
          },
        });
        s.ignoreMessages();
      },
    ));

  it('is the manager all the same where nobody can, who is told of the breach at the end of the clause by the wall clock', () =>
    janeLapsesTwice(
      { reps: [rep('ana'), rep('ben'), onLeave('mia')], sla: { contact: clause(60, [[45, 'remind']]) } },
      async (s) => {
        expect(lastDecision(s)).toMatchObject({
          rep: 'mia',
          decision: {
            by: 'manager',
            reps: [
              { rep: 'mia', excluded: 'away', until: UNTIL },
              { rep: 'ana', excluded: 'past-owner' },
              { rep: 'ben', excluded: 'past-owner' },
            ],
          },
        });
        s.ignoreMessages();
        await s.pass('+2 10:00');
        s.expectMessages(onBoth('10:45 remind mia', '11:00 remind mia'));
        expect(s.facts(JANE, 'SlaBreached').at(-1)).toBe('11:00 SlaBreached contact sales 3');
      },
    ));

  it('loses a lead that they let lapse too, to the next who can', () =>
    janeLapsesTwice(
      {
        reps: [rep('ana'), rep('ben'), rep('cem'), rep('dee'), onLeave('mia')],
        territories: [territory('Everywhere', ['ana', 'ben', 'cem', 'dee'])],
      },
      async (s) => {
        await s.pass('11:00');
        expect(s.facts(JANE, 'LeadAssigned')).toEqual([
          '09:00 LeadAssigned ana 1 by share',
          '09:30 LeadAssigned ben 2 by share',
          '10:00 LeadAssigned cem 3 by share',
          '10:30 LeadAssigned dee 4 by share',
          '11:00 LeadAssigned mia 5 by manager',
        ]);
      },
    ));

  it('takes a lead at the step of our clause, and the record names the reps and managers who were passed over', () =>
    play(
      smallAgreement({
        reps: [
          rep('ana', { schedule: weekdays(14, 18) }),
          onLeave('mia', { manager: 'zoe' }),
          withoutManager(rep('zoe')),
        ],
        territories: [territory('Everywhere', ['ana'])],
        sla: { alert: { withinMs: 60 * MINUTE, steps: [{ atMs: 40 * MINUTE, do: 'assign-manager' }] } },
      }),
      async (s) => {
        await s.capture('09:00', JANE);
        await s.pass('09:40');
        expect(lastDecision(s)).toMatchObject({
          rep: 'zoe',
          decision: {
            by: 'manager',
            reps: [
              { rep: 'mia', excluded: 'away', until: UNTIL },
              { rep: 'ana', excluded: 'off-hours', until: '2026-11-02T14:00:00.000Z' },
            ],
          },
        });
        s.ignoreMessages();
      },
    ));
});
