import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { Watch } from '../../shared/domain/watch/watch.ts';
import {
  clause,
  MINUTE,
  rep,
  type SmallParts,
  smallAgreement,
  territory,
  withoutManager,
} from '../support/agreement/small-agreement.ts';
import { play } from '../support/scenario/scenario.ts';

const JO = 'jo@acme.example';
const LU = 'lu@acme.example';
const COLD = { company: { name: 'Acme', employees: 5 } };

const byEmail = { channels: ['email'] } as const;
const REPS = [rep('ana', byEmail), rep('ben', byEmail), rep('cem', byEmail), withoutManager(rep('mia', byEmail))];

const MARKETING = { role: 'marketing' } as const;
const acme: Watch = {
  name: 'Acme',
  tell: [MARKETING, { rep: 'ana' }],
  company: 'acme.example',
  happens: ['qualified', 'activity', 'captured'],
};

/** Ana and Ben have a team, Cem another; Mia is above them all. Nothing is asked of an owner for a day. */
const watching = (watches: readonly Watch[], parts: SmallParts = {}): Agreement =>
  smallAgreement({
    reps: REPS,
    territories: [
      territory('North', ['cem'], { when: { field: 'location.country', test: { in: ['NO'] } } }),
      territory('Rest', ['ana', 'ben']),
    ],
    watches,
    ...parts,
    sla: {
      accept: clause(1440, []),
      contact: clause(1440, []),
      marketing: { email: 'marketing@acme.example' },
      ...parts.sla,
    },
  });

describe('a happening that is watched', () => {
  it('is told once to each who watches for it, and says in the fact who they are', () =>
    play(
      watching([acme, { ...acme, name: 'Jo', tell: [{ rep: 'ana' }, { rep: 'ben' }], person: JO }]),
      async (scene) => {
        await scene.capture('09:00', JO, COLD);
        scene.expectMessages(['09:00 watch null email', '09:00 watch ana email', '09:00 watch ben email']);
        await scene.activity('10:00', JO, 'pricing-viewed');
        scene.expectMessages(['10:00 watch null email', '10:00 watch ana email', '10:00 watch ben email']);
        await scene.activity('11:00', LU, 'pricing-viewed');
        await scene.capture('11:01', LU, COLD);
        scene.expectMessages(['11:01 watch null email', '11:01 watch ana email']);
        expect(scene.facts(JO, 'WatchTriggered')).toEqual([
          '09:00 WatchTriggered marketing Acme captured, ana Acme captured, ben Jo captured',
          '10:00 WatchTriggered marketing Acme activity, ana Acme activity, ben Jo activity',
        ]);
        expect(scene.sent.map(({ message }) => message.happenings)).toEqual(Array(8).fill(1));
      },
    ));

  it('is told once, however often its event is delivered', () =>
    play(watching([acme]), async (scene) => {
      await scene.capture('09:00', JO, COLD, { id: 'one' });
      scene.expectMessages(['09:00 watch null email', '09:00 watch ana email']);
      await scene.capture('09:05', JO, COLD, { id: 'one' });
      await scene.activity('09:10', JO, 'demo-viewed', { id: 'two' });
      await scene.activity('09:10', JO, 'demo-viewed', { id: 'two' });
      scene.expectMessages(['09:10 watch null email', '09:10 watch ana email']);
      await scene.activity('09:20', JO, 'demo-viewed', { id: 'two', occurredAt: '08:00' });
      scene.expectMessages([]);
    }));

  it('of an activity that came before the person was known is told with the capture', () =>
    play(
      watching([
        { name: 'prices', tell: [MARKETING], company: 'acme.example', happens: ['activity'], does: ['pricing-viewed'] },
      ]),
      async (scene) => {
        await scene.activity('09:00', JO, 'pricing-viewed');
        await scene.activity('09:01', JO, 'page-viewed');
        scene.expectMessages([]);
        await scene.capture('09:30', JO, COLD);
        scene.expectMessages(['09:30 watch null email']);
        await scene.capture('09:40', JO, COLD);
        await scene.activity('09:50', JO, 'page-viewed');
        scene.expectMessages([]);
        await scene.activity('10:00', JO, 'pricing-viewed', { occurredAt: '08:00' });
        scene.expectMessages(['10:00 watch null email']);
      },
    ));

  it('of a condition is told when all of it holds for the first time, and again when it holds anew', () =>
    play(
      watching([
        {
          name: 'large',
          tell: [MARKETING],
          when: { field: 'company.employees', test: { gte: 100 } },
          happens: ['matched'],
        },
      ]),
      async (scene) => {
        await scene.capture('09:00', JO, COLD);
        await scene.capture('09:10', JO, { company: { name: 'Acme', employees: 150 } });
        scene.expectMessages(['09:10 watch null email']);
        await scene.capture('09:20', JO, { company: { name: 'Acme', employees: 180 } });
        await scene.capture('09:30', JO, COLD);
        scene.expectMessages([]);
        await scene.capture('09:40', JO, { company: { name: 'Acme', employees: 120 } });
        scene.expectMessages(['09:40 watch null email']);
      },
    ));
});

describe('a happening that many watch', () => {
  it('is told to forty, and the fact says how many more there are', () => {
    const ids = Array.from({ length: 45 }, (_, i) => `rep-${i}`);
    const crowd = smallAgreement({
      reps: ids.map((id) => withoutManager(rep(id))),
      territories: [territory('Rest', ids)],
      watches: [{ ...acme, tell: ids.map((one) => ({ rep: one })) }],
      // With a throttle each claim of a message writes an inbox as well.
      sla: { alerts: { throttle: { max: 5, perMs: 10 * MINUTE } } },
    });
    return play(crowd, async (scene) => {
      await scene.capture('09:00', JO, COLD);
      const to = (channel: string) =>
        scene.sent.flatMap(({ message }) => (message.channel === channel ? [message.rep] : []));
      expect(to('sms')).toEqual(ids.slice(0, 40));
      expect(to('email')).toEqual(ids.slice(0, 40));
      expect(scene.published.flatMap(({ detail }) => ('untold' in detail.data ? [detail.data.untold] : []))).toEqual([
        5,
      ]);
      scene.ignoreMessages();
    });
  });
});

describe('who may see a lead', () => {
  const everybody: Watch = { ...acme, tell: ['ana', 'ben', 'cem', 'mia'].map((one) => ({ rep: one })) };

  it('is the team of its territory and whoever is above it, while nobody owns it', () =>
    play(watching([everybody]), async (scene) => {
      await scene.capture('09:00', JO, COLD);
      scene.expectMessages(['09:00 watch ana email', '09:00 watch ben email', '09:00 watch mia email']);
      await scene.capture('09:10', LU, { ...COLD, location: { country: 'NO' } });
      scene.expectMessages(['09:10 watch cem email', '09:10 watch mia email']);
    }));

  it('is its owner and whoever is above them, once somebody owns it', () =>
    play(watching([everybody]), async (scene) => {
      await scene.capture('09:00', JO);
      scene.ignoreMessages();
      await scene.activity('10:00', JO, 'pricing-viewed');
      scene.expectMessages(['10:00 watch ana email', '10:00 watch mia email']);
      await scene.event('11:00', 'LeadOwnerChanged', { email: JO, repId: 'cem' });
      scene.ignoreMessages();
      await scene.activity('12:00', JO, 'pricing-viewed');
      scene.expectMessages(['12:00 watch cem email', '12:00 watch mia email']);
    }));

  it('is asked when the message goes: what is held back of a lead that has gone to a colleague is not told', () =>
    play(
      watching([{ ...acme, tell: [{ rep: 'ben' }] }], {
        sla: { alerts: { throttle: { max: 1, perMs: 30 * MINUTE } } },
      }),
      async (scene) => {
        await scene.capture('09:00', JO, COLD);
        scene.expectMessages(['09:00 watch ben email']);
        await scene.activity('09:01', JO, 'page-viewed');
        await scene.capture('09:02', LU, COLD);
        await scene.event('09:10', 'LeadOwnerChanged', { email: JO, repId: 'ana' });
        scene.expectMessages(['09:10 alert ana email']);
        await scene.pass('10:00');
        scene.expectMessages(['09:30 watch ben email']);
        expect(scene.sent.at(-1)?.message.leadIds).toHaveLength(1);
        expect(scene.sent.at(-1)?.message.text).toContain('lu@acme.example');
      },
    ));
});

describe('the messages of watches', () => {
  const throttled = { sla: { alerts: { throttle: { max: 2, perMs: 30 * MINUTE } } } };

  it('are throttled, and tell together what was held back, each happening once', () =>
    play(watching([{ ...acme, tell: [{ rep: 'ana' }] }], throttled), async (scene) => {
      await scene.capture('09:00', JO, COLD);
      for (const minute of ['01', '02', '03', '04']) await scene.activity(`09:${minute}`, JO, 'page-viewed');
      await scene.capture('09:05', LU, COLD);
      for (const minute of ['06', '07', '08', '09']) await scene.activity(`09:${minute}`, LU, 'page-viewed');
      await scene.pass('12:00');
      // What happens while a message is held back is told in the next, each lead with the two newest.
      expect(scene.sent.map(({ message }) => message.happenings)).toEqual([1, 2, 7]);
      expect(scene.sent[2]?.message.text).toMatch(/page viewed 56 minutes ago; page viewed\)\nand 1 more\n/);
      expect(scene.sent[2]?.message.text).toMatch(/page viewed 51 minutes ago; page viewed\)\nand 2 more\n/);
      scene.ignoreMessages();
    }));

  it('leave room for an alert, which never waits for them', () =>
    play(watching([{ ...acme, tell: [{ rep: 'ana' }] }], throttled), async (scene) => {
      await scene.capture('09:00', JO, COLD);
      await scene.activity('09:01', JO, 'page-viewed');
      scene.expectMessages(['09:00 watch ana email']);
      await scene.capture('09:02', 'max@other.example', { company: { name: 'Other', employees: 500 } });
      scene.expectMessages(['09:02 alert ana email']);
      await scene.pass('10:00');
      // An alert has gone within the half hour before, and there is to be room for another.
      scene.expectMessages(['09:32 watch ana email']);
    }));
});
