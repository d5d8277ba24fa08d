import { describe, expect, it } from 'vitest';
import {
  clause,
  rep,
  smallAgreement,
  territory,
  weekdays,
  withoutManager,
} from '../support/agreement/small-agreement.ts';
import { httpEvent } from '../support/pages/http-event.ts';
import { ANA, JANE, JOHN, JUNE, texted } from '../support/scenario/reply-story.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';
import { createCalendar } from '../support/scenario/scenario-time.ts';
import { tellFact } from '../support/scenario/tell-fact.ts';

const sla = { accept: clause(1440, []), contact: clause(1440, []) };

const team = smallAgreement({
  reps: [texted('ana'), texted('ben'), withoutManager(texted('mia'))],
  territories: [territory('Everywhere', ['ana', 'ben'])],
  sla,
});

const alone = smallAgreement({
  reps: [texted('ana'), withoutManager(texted('mia'))],
  territories: [territory('Everywhere', ['ana'])],
  sla,
});

const calendar = createCalendar('2026-11-02');

/** What has been told of reps, each once. */
const ofReps = (s: Scenario): readonly string[] =>
  [...new Map(s.published.map((fact) => [fact.detail.metadata.id, fact])).values()]
    .filter(({ type }) => type === 'RepWentAway' || type === 'RepCameBack' || type === 'RepPaused')
    .map((fact) => tellFact(fact, calendar));

const owners = (s: Scenario, email: string): readonly string[] => s.facts(email, 'LeadAssigned');
/** What the last message says that answered a text. */
const answered = (s: Scenario): string | undefined =>
  s.sent.findLast(({ message }) => message.purpose === 'help')?.message.text;
const exclusions = (s: Scenario): readonly unknown[] =>
  s.published.flatMap(({ detail: { data } }) =>
    'decision' in data ? data.decision.reps.flatMap((one) => ('excluded' in one ? [one] : [])) : [],
  );

/** Ana's page, behind the first link that she got, at an instant of the scenario. */
const onPage = async (s: Scenario, at: string, form: Readonly<Record<string, string>>): Promise<number | undefined> => {
  const link = s.sent.find(({ message }) => message.rep === 'ana')?.message.text;
  const [path = ''] = /\/a\/[\w-]{22}/.exec(link ?? '') ?? [];
  await s.pass(at);
  const response = await s.runtime.answer(
    httpEvent({ method: 'POST', path: `${path}.away`, body: new URLSearchParams(form).toString() }),
  );
  return response.statusCode;
};

describe('a rep who is away', () => {
  it('gets no lead after the page has said so, and is passed over as away', () =>
    play(team, async (s) => {
      await s.capture('09:00', JANE);
      expect(await onPage(s, '09:10', { availability: 'away', to: '2026-11-03T08:00' })).toBe(303);
      await s.capture('09:20', JOHN);
      await s.capture('09:30', JUNE);
      expect(ofReps(s)).toEqual(['09:10 RepWentAway ana from 09:10 to +1 08:00, 0 returned']);
      expect([...owners(s, JOHN), ...owners(s, JUNE)]).toEqual([
        '09:20 LeadAssigned ben 1 by share',
        '09:30 LeadAssigned ben 1 by share',
      ]);
      expect(exclusions(s)).toContainEqual({ rep: 'ana', excluded: 'away', until: '2026-11-03T08:00:00.000Z' });
      s.ignoreMessages();
    }));

  it('gets leads again when the absence ends, without a word', () =>
    play(alone, async (s) => {
      await s.capture('09:00', JANE);
      await onPage(s, '09:10', { availability: 'away', to: '2026-11-02T12:00' });
      await s.capture('09:20', JOHN);
      expect(s.facts(JOHN, 'LeadWaiting')).toEqual(['09:20 LeadWaiting nobody-at-work until 12:00']);
      await s.pass('12:00');
      expect(owners(s, JOHN)).toEqual(['12:00 LeadAssigned ana 1 by share']);
      expect(ofReps(s)).toHaveLength(1);
      s.ignoreMessages();
    }));

  it('gets the leads that wait at once when they say that they are back', () =>
    play(alone, async (s) => {
      await s.capture('09:00', JANE);
      await onPage(s, '09:10', { availability: 'away', to: '2026-11-05T12:00' });
      await s.capture('09:20', JOHN);
      await onPage(s, '10:00', { availability: 'back' });
      expect(ofReps(s)[1]).toBe('10:00 RepCameBack ana');
      expect(owners(s, JOHN)).toEqual(['10:00 LeadAssigned ana 1 by share']);
      s.ignoreMessages();
    }));

  it('still gets leads before a planned absence begins', () =>
    play(alone, async (s) => {
      await s.capture('09:00', JANE);
      await onPage(s, '09:10', { availability: 'away', from: '2026-11-02T12:00', to: '2026-11-03T12:00' });
      await s.capture('11:59', JOHN);
      await s.capture('12:01', JUNE);
      expect(owners(s, JOHN)).toEqual(['11:59 LeadAssigned ana 1 by share']);
      expect(owners(s, JUNE)).toEqual([]);
      s.ignoreMessages();
    }));

  it('may pause for today alone', () =>
    play(alone, async (s) => {
      await s.capture('09:00', JANE);
      await onPage(s, '09:10', { availability: 'today' });
      await s.capture('09:20', JOHN);
      await s.pass('+1 00:00');
      expect(owners(s, JOHN)).toEqual(['+1 00:00 LeadAssigned ana 1 by share']);
      s.ignoreMessages();
    }));

  it('is told on the page what is wrong with a form, and nothing changes', () =>
    play(alone, async (s) => {
      await s.capture('09:00', JANE);
      for (const form of [
        { availability: 'away' },
        { availability: 'away', to: '2026-11-02T09:00' },
        { availability: 'away', from: '2026-11-04T09:00', to: '2026-11-03T09:00' },
        { availability: 'away', to: '2126-11-03T09:00' },
        { availability: 'gone' },
      ]) {
        expect(await onPage(s, '09:10', form)).toBe(400);
      }
      expect(ofReps(s)).toEqual([]);
      s.ignoreMessages();
    }));

  it('keeps the leads that wait for an answer, unless they give them back', () =>
    play(team, async (s) => {
      await s.capture('09:00', JANE);
      await onPage(s, '09:10', { availability: 'today' });
      await s.pass('10:00');
      expect(owners(s, JANE)).toEqual(['09:00 LeadAssigned ana 1 by share']);
      await onPage(s, '10:00', { availability: 'today', giveBack: 'on' });
      expect(ofReps(s)[1]).toBe('10:00 RepWentAway ana from 10:00 to +1 00:00, 1 returned');
      expect(s.facts(JANE, 'LeadAssigned', 'LeadRejected')).toEqual([
        '09:00 LeadAssigned ana 1 by share',
        '10:00 LeadRejected ana away',
        '10:00 LeadAssigned ben 2 by share',
      ]);
      s.expectMessages(['09:00 alert ana sms', '10:00 alert ben sms']);
    }));

  it('gives back no lead that they have accepted, and marketing hears of none', () => {
    const told = smallAgreement({
      reps: [texted('ana'), texted('ben'), withoutManager(texted('mia'))],
      territories: [territory('Everywhere', ['ana', 'ben'])],
      sla: { ...sla, marketing: { email: 'marketing@example.com' } },
    });
    return play(told, async (s) => {
      await s.capture('09:00', JANE);
      await s.capture('09:01', JOHN);
      await s.capture('09:02', JUNE);
      await s.accept('09:05', JANE);
      s.ignoreMessages();
      await onPage(s, '09:10', { availability: 'today', giveBack: 'on' });
      expect(s.facts(JANE, 'LeadRejected')).toEqual([]);
      expect(s.facts(JUNE, 'LeadRejected')).toEqual(['09:10 LeadRejected ana away']);
      s.expectMessages(['09:10 alert ben sms']);
    });
  });

  it('is paid back what a lead cost that they give back', () =>
    play(team, async (s) => {
      await s.capture('09:00', JANE);
      const spent = async () => {
        const key = { type: 'ledger', id: 'Everywhere' } as const;
        return (await s.runtime.store.load([key])).get(key)?.value.shares.ana?.leads;
      };
      expect(await spent()).toBe(1);
      await onPage(s, '09:10', { availability: 'today', giveBack: 'on' });
      expect(await spent()).toBe(0);
      s.ignoreMessages();
    }));
});

describe('an absence by SMS', () => {
  it('is confirmed with the time as it was understood, and ends with BACK', () =>
    play(alone, async (s) => {
      await s.reply('09:00', { from: ANA, text: 'OFF until 17:00' });
      expect(answered(s)).toBe('No leads until Monday 2 November 2026, 17:00 (UTC). Reply BACK to end it.');
      await s.capture('09:20', JANE);
      expect(owners(s, JANE)).toEqual([]);
      await s.reply('10:00', { from: ANA, text: 'BACK' });
      expect(answered(s)).toBe('You are back: leads come again in your hours of work.');
      expect(owners(s, JANE)).toEqual(['10:00 LeadAssigned ana 1 by share']);
      expect(ofReps(s)).toEqual(['09:00 RepWentAway ana from 09:00 to 17:00, 0 returned', '10:00 RepCameBack ana']);
      s.ignoreMessages();
    }));

  it('gives back what waits for an answer', () =>
    play(team, async (s) => {
      await s.capture('09:00', JANE);
      await s.reply('09:10', { from: ANA, text: 'OFF give back' });
      expect(answered(s)).toContain('1 lead given back.');
      expect(owners(s, JANE)[1]).toBe('09:10 LeadAssigned ben 2 by share');
      s.ignoreMessages();
    }));

  it('is applied once, however often it is delivered', () =>
    play(alone, async (s) => {
      await s.reply('09:00', { from: ANA, text: 'OFF until 17:00', id: 'one' });
      await s.reply('09:05', { from: ANA, text: 'BACK', id: 'two' });
      await s.reply('09:10', { from: ANA, text: 'OFF until 17:00', id: 'one' });
      expect(ofReps(s)).toHaveLength(2);
      s.expectMessages(['09:00 help ana sms', '09:05 help ana sms']);
    }));

  it('that is not understood changes nothing and is helped, as often as others are', () =>
    play(alone, async (s) => {
      for (const at of ['09:00', '09:01', '09:02', '09:03'])
        await s.reply(at, { from: ANA, text: 'OFF until whenever' });
      expect(ofReps(s)).toEqual([]);
      s.expectMessages(['09:00 help ana sms', '09:01 help ana sms', '09:02 help ana sms']);
      expect(answered(s)).toMatch(/^We did not understand it\. Reply OFF for today/);
    }));

  it('from a phone that two reps have is for neither', () => {
    const shared = smallAgreement({
      reps: [texted('ana'), texted('ben', { phone: ANA }), withoutManager(texted('mia'))],
      territories: [territory('Everywhere', ['ana', 'ben'])],
      sla,
    });
    return play(shared, async (s) => {
      await s.reply('09:00', { from: ANA, text: 'OFF' });
      expect(ofReps(s)).toEqual([]);
      expect(answered(s)).toMatch(/^Several people have this phone/);
      s.ignoreMessages();
    });
  });
});

describe('an absence that a calendar or a CRM tells', () => {
  const change = (s: Scenario, at: string, data: object, occurredAt = at) =>
    s.event(at, 'RepAvailabilityChanged', { repId: 'ana', ...data }, { source: 'calendar', occurredAt });

  it('counts like one that the rep has set', () =>
    play(team, async (s) => {
      await s.capture('09:00', JANE);
      await change(s, '09:10', { state: 'away', to: '2026-11-02T12:00:00Z', giveBack: true });
      expect(owners(s, JANE)[1]).toBe('09:10 LeadAssigned ben 2 by share');
      await change(s, '09:20', { state: 'back' });
      expect(ofReps(s)).toEqual(['09:10 RepWentAway ana from 09:10 to 12:00, 1 returned', '09:20 RepCameBack ana']);
      s.ignoreMessages();
    }));

  it('lasts until the return where no end is told', () =>
    play(alone, async (s) => {
      await change(s, '09:00', { state: 'away' });
      await s.capture('09:10', JANE);
      expect(exclusions(s)).toEqual([{ rep: 'ana', excluded: 'away' }]);
      await change(s, '+3 09:00', { state: 'back' });
      expect(owners(s, JANE)).toEqual(['+3 09:00 LeadAssigned ana 1 by share']);
      s.ignoreMessages();
    }));

  it('does not undo what was said later', () =>
    play(alone, async (s) => {
      await change(s, '10:00', { state: 'back' }, '09:30');
      await change(s, '10:01', { state: 'away' }, '09:00');
      expect(ofReps(s)).toEqual([]);
    }));

  it.each([
    [{ repId: 'nobody', state: 'away' }, 'detail.data.repId'],
    [{ state: 'asleep' }, 'detail.data.state'],
    [{ state: 'away', to: 'soon' }, 'detail.data.to'],
    [{ state: 'away', to: '2026-11-01T12:00:00Z' }, 'detail.data.to'],
  ])('is refused as %j', (data, path) =>
    play(alone, async (s) => {
      await change(s, '09:00', data);
      expect(s.refusals()).toEqual([`09:00 LeadRefused ${path}`]);
    }),
  );
});

describe('a rep who lets leads lapse', () => {
  const quick = smallAgreement({
    reps: [texted('ana'), rep('ben', { schedule: weekdays(20, 21) }), withoutManager(texted('mia'))],
    territories: [territory('Everywhere', ['ana', 'ben'])],
    sla: { accept: clause(30, [[30, 'reassign']]), maxOwners: 1, pauseAfter: 2 },
  });

  it('is paused after as many in a row as agreed, and told, and so is the manager', () =>
    play(quick, async (s) => {
      await s.capture('09:00', JANE);
      await s.capture('09:05', JOHN);
      await s.pass('09:30');
      expect(ofReps(s)).toEqual([]);
      s.ignoreMessages();
      await s.pass('09:36');
      expect(ofReps(s)).toEqual(['09:35 RepPaused ana after 2']);
      expect(
        s.sent.filter(({ message }) => message.purpose.endsWith('paused')).map(({ message }) => message),
      ).toMatchObject([
        { rep: 'ana', text: expect.stringMatching(/^No leads for now: .* Say so here: https:.*\.away$/) },
        { rep: 'mia', text: expect.stringMatching(/^Ana gets no leads for now: /) },
      ]);
      await s.capture('09:40', JUNE);
      expect(owners(s, JUNE)).toEqual([]);
      expect(exclusions(s).at(-1)).toMatchObject({ rep: 'ben' });
      expect(exclusions(s)).toContainEqual({ rep: 'ana', excluded: 'paused' });
      s.ignoreMessages();
    }));

  it('takes leads again once they answer one', () =>
    play(quick, async (s) => {
      await s.capture('09:00', JANE);
      await s.capture('09:05', JOHN);
      await s.capture('09:30:30', JUNE);
      await s.pass('09:36');
      expect(ofReps(s)).toEqual(['09:35 RepPaused ana after 2']);
      await s.accept('09:40', JUNE, 'ana');
      expect(ofReps(s)[1]).toBe('09:40 RepCameBack ana');
      s.ignoreMessages();
    }));

  it('takes leads again once they say that they are back, and is counted anew', () =>
    play(quick, async (s) => {
      await s.capture('09:00', JANE);
      await s.capture('09:05', JOHN);
      await s.pass('09:36');
      await s.reply('09:40', { from: ANA, text: 'back' });
      await s.capture('09:41', JUNE);
      expect(owners(s, JUNE)).toEqual(['09:41 LeadAssigned ana 1 by share']);
      await s.pass('10:30');
      expect(ofReps(s)).toEqual(['09:35 RepPaused ana after 2', '09:40 RepCameBack ana']);
      s.ignoreMessages();
    }));

  it('is not paused when an answer comes between', () =>
    play(quick, async (s) => {
      await s.capture('09:00', JANE);
      await s.capture('09:05', JOHN);
      await s.capture('09:10', JUNE);
      await s.pass('09:31');
      await s.accept('09:32', JOHN, 'ana');
      await s.pass('10:00');
      expect(ofReps(s)).toEqual([]);
      s.ignoreMessages();
    }));

  it('is counted once for a lead, however often the clock fires', () =>
    play(quick, async (s) => {
      await s.capture('09:00', JANE);
      await s.pass('09:31');
      const [{ id } = { id: '' }] = [...s.runtime.store.leads()];
      for (let time = 0; time < 5; time += 1) await s.runtime.ports.rechecks.recheck('advance-clock', [id]);
      await s.runtime.settle();
      expect(ofReps(s)).toEqual([]);
      s.ignoreMessages();
    }));

  it('is never paused where the agreement does not say so', () => {
    const { pauseAfter: _, ...without } = quick.sla;
    return play({ ...quick, sla: without }, async (s) => {
      await s.capture('09:00', JANE);
      await s.capture('09:05', JOHN);
      await s.pass('10:00');
      expect(ofReps(s)).toEqual([]);
      s.ignoreMessages();
    });
  });
});
