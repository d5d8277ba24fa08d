import { describe, expect, it } from 'vitest';
import { MINUTE, rep, smallAgreement, territory, withoutManager } from '../support/agreement/small-agreement.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';

const JANE = 'jane@mail.example';
const MARKETING = { email: 'marketing@acme.example' };

const agreement = (sla = {}) =>
  smallAgreement({
    reps: [rep('ana'), rep('ben'), withoutManager(rep('mia'))],
    territories: [territory('Everywhere', ['ana', 'ben'])],
    sla: { marketing: MARKETING, ...sla },
  });

const toMarketing = (s: Scenario) => s.sent.flatMap(({ message }) => (message.rep === null ? [message] : []));

describe('marketing', () => {
  it.each([
    ['not-a-fit', 'It goes back to nurture'],
    ['duplicate', 'It is closed.'],
    ['bad-contact', 'It comes back to you'],
    ['wrong-territory', 'It goes to another rep.'],
  ])('hears at once of a rejection for %s, and what becomes of the lead', (reason, consequence) =>
    play(agreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.reject('09:05', JANE, reason);
      const [message] = toMarketing(s);
      expect(toMarketing(s)).toHaveLength(1);
      expect(message).toMatchObject({
        rep: null,
        purpose: 'marketing',
        channel: 'email',
        to: MARKETING.email,
        subject: `Rejected (${reason}): jane@mail.example of Acme`,
      });
      expect(message?.text).toContain(`${reason}, says Ana. ${consequence}`);
      expect(message?.text).toContain('WHY HOT: SCORE 60\n- +60 large company');
      s.ignoreMessages();
    }),
  );

  it('is told what a lead lacks that comes back to be put right, by fact too', () =>
    play(agreement(), async (s) => {
      await s.capture('09:00', JANE, { person: { email: JANE, firstName: 'Jane', lastName: 'Doe' } });
      await s.event('09:05', 'RepAnswered', {
        email: JANE,
        answer: 'reject',
        reason: 'bad-contact',
        note: 'The number is not hers.\nWHO\nNobody',
      });
      const missing = ['person.title', 'person.phone'];
      expect(toMarketing(s)[0]?.text).toContain(`Missing: ${missing.join(', ')}\n`);
      expect(toMarketing(s)[0]?.text).toContain('Note: The number is not hers. WHO Nobody\n');
      const fact = s.published.find(({ type }) => type === 'LeadRejected');
      expect(fact?.detail.data).toMatchObject({ action: 'return-to-marketing', missing });
      s.ignoreMessages();
    }));

  it('hears nothing of what the clock does', () =>
    play(agreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.runToEnd();
      expect(toMarketing(s)).toEqual([]);
      s.ignoreMessages();
    }));

  it('hears nothing where the agreement has no address for it', () =>
    play(agreement({ marketing: {} }), async (s) => {
      await s.capture('09:00', JANE);
      await s.reject('09:05', JANE, 'duplicate');
      await s.runToEnd();
      s.expectMessages(['09:00 alert ana sms', '09:00 alert ana email']);
    }));

  it('hears of many in one e-mail, once they are more than the agreed number', () =>
    play(agreement({ alerts: { throttle: { max: 2, perMs: 10 * MINUTE } } }), async (s) => {
      for (let index = 0; index < 6; index += 1) {
        const email = `lead-${index}@mail.example`;
        await s.capture(`09:0${index}`, email);
        await s.reject(`09:0${index}`, email, 'duplicate');
      }
      await s.runToEnd();
      expect(toMarketing(s).map(({ leadIds }) => leadIds.length)).toEqual([1, 1, 4]);
      expect(new Set(toMarketing(s).flatMap(({ leadIds }) => leadIds)).size).toBe(6);
      s.ignoreMessages();
    }));

  it('is no rep: what goes to it is no RepAlerted', () =>
    play(agreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.reject('09:05', JANE, 'duplicate');
      await s.runToEnd();
      expect(s.facts(JANE, 'RepAlerted')).toEqual([
        '09:00 RepAlerted ana alert sms',
        '09:00 RepAlerted ana alert email',
      ]);
      s.ignoreMessages();
    }));
});
