import { SNSClient } from '@aws-sdk/client-sns';
import { describe, expect, it } from 'vitest';
import { zoneNamed } from '../../examples/zone-named.ts';
import { askBeforeEmail } from '../../shared/adapters/aws/reach/before-email.ts';
import { createSenders } from '../../shared/adapters/aws/senders/all-senders.ts';
import { createEmailSender } from '../../shared/adapters/aws/senders/email.ts';
import { createMessenger } from '../../shared/adapters/aws/senders/messenger.ts';
import type { OutgoingMessage } from '../../shared/ports/messenger.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import {
  clause,
  rep,
  smallAgreement,
  territory,
  withoutManager,
  withoutPhone,
} from '../support/agreement/small-agreement.ts';
import { play } from '../support/scenario/scenario.ts';
import { NO_SLACK } from '../support/slack/no-slack.ts';
import { stubbed } from '../support/store/stub-client.ts';

const JANE = 'jane@mail.example';
const NIGHT = { from: 22 * 60, to: 7 * 60 };

const alone = (ana: ReturnType<typeof rep>, sla = {}) =>
  smallAgreement({ reps: [ana, withoutManager(rep('mia'))], territories: [territory('Everywhere', ['ana'])], sla });

/** A messenger whose channels fail at once where `fails` says so. */
const failing =
  (fails: (message: OutgoingMessage) => boolean) =>
  ({ messenger }: Ports): Partial<Ports> => ({
    messenger: { send: async (message) => (fails(message) ? { failure: 'rejected' } : messenger.send(message)) },
  });

/** Ana's messages go by SNS: nobody has confirmed her topic, and in a sandbox her number is not verified. */
const unreached =
  (sandbox: boolean) =>
  ({ messenger, time }: Ports): Partial<Ports> => {
    const sns = stubbed(new SNSClient({ region: 'eu-central-1' }), (command) => {
      if (command === 'GetTopicAttributesCommand') return { Attributes: { SubscriptionsConfirmed: '0' } };
      if (command === 'GetSMSSandboxAccountStatusCommand') return { IsInSandbox: sandbox };
      return { MessageId: 'taken' };
    });
    const email = createEmailSender(sns, async (to) => to, askBeforeEmail(sns, time));
    const toAna = createMessenger(createSenders({ sns, email, time, slack: NO_SLACK }));
    return { messenger: { send: (message) => (message.rep === 'ana' ? toAna : messenger).send(message) } };
  };

const sleepy = rep('ana', { quiet: NIGHT });

describe('quiet hours', () => {
  it('hold back the SMS until they end; the e-mail goes at once', () =>
    play(alone(sleepy, { accept: clause(1440, [[1440, 'reassign']]) }), async (s) => {
      await s.capture('22:30', JANE);
      await s.pass('+1 06:59');
      s.expectMessages(['22:30 alert ana email']);
      await s.pass('+1 07:00');
      s.expectMessages(['+1 07:00 alert ana sms']);
      await s.pass('+1 22:29');
      s.expectMessages([]);
    }));

  it("hold back the reminder's SMS as well, and not its e-mail", () =>
    play(alone(sleepy, { accept: clause(1440, [[15, 'remind']]) }), async (s) => {
      await s.capture('21:50', JANE);
      await s.pass('+1 07:00');
      s.expectMessages([
        '21:50 alert ana sms',
        '21:50 alert ana email',
        '22:05 remind ana email',
        '+1 07:00 remind ana sms',
      ]);
    }));

  it.each([
    ['accepts', 'accept'],
    ['rejects', 'reject'],
    ['closes', 'close'],
  ])('send nothing at their end when the owner %s meanwhile', (_, how) =>
    play(alone(sleepy, { accept: clause(1440, []), contact: clause(2880, []) }), async (s) => {
      await s.capture('22:30', JANE);
      if (how === 'accept') await s.accept('22:40', JANE);
      else if (how === 'reject') await s.reject('22:40', JANE, 'not-a-fit');
      else await s.closed('22:40', JANE, 'lost');
      await s.pass('+1 12:00');
      s.expectMessages(['22:30 alert ana email']);
    }),
  );

  it('send nothing at their end to one from whom the lead was taken, but the e-mail that says so', () =>
    play(
      smallAgreement({ reps: [sleepy, rep('ben')], territories: [territory('Everywhere', ['ana', 'ben'])] }),
      async (s) => {
        await s.capture('22:30', JANE);
        await s.accept('23:01', JANE, 'ben');
        await s.contacted('23:02', JANE);
        await s.pass('+1 12:00');
        s.expectMessages([
          '22:30 alert ana email',
          '22:45 remind ana email',
          '23:00 alert ben sms',
          '23:00 alert ben email',
          '23:00 taken-away ana email',
        ]);
      },
    ));

  it("end by the rep's own clock, also when it is put back that night", () =>
    play(
      alone(rep('ana', { quiet: NIGHT, schedule: { ...rep('ana').schedule, zone: zoneNamed('Europe/Berlin') } }), {
        accept: clause(1440, []),
      }),
      async (s) => {
        await s.capture('21:00', JANE);
        await s.pass('+1 06:00');
        s.expectMessages(['21:00 alert ana email', '+1 06:00 alert ana sms']);
      },
      { day: '2026-10-24' },
    ));
});

describe('the channels of a rep', () => {
  it('are all used, and none besides', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { channels: ['sms'] }), withoutPhone(rep('ben')), rep('cem', { channels: ['email', 'sms'] })],
      }),
      async (s) => {
        await s.capture('09:00', JANE);
        await s.accept('10:01', JANE, 'cem');
        s.expectMessages([
          '09:00 alert ana sms',
          '09:15 remind ana sms',
          '09:30 alert ben email',
          '09:30 taken-away ana email',
          '09:45 remind ben email',
          '10:00 alert cem email',
          '10:00 alert cem sms',
          '10:00 taken-away ben email',
        ]);
      },
    ));

  it('fall back to the other when one fails at once, and the failure is a fact', () =>
    play(
      alone(rep('ana', { channels: ['sms'] })),
      async (s) => {
        await s.capture('09:00', JANE);
        s.expectMessages(['09:00 alert ana email']);
        expect(s.facts(JANE, 'RepAlerted')).toEqual([
          '09:00 RepAlerted ana alert sms failed: rejected',
          '09:00 RepAlerted ana alert email',
        ]);
      },
      { replace: failing(({ channel }) => channel === 'sms') },
    ));

  it('need no falling back while one of them works', () =>
    play(
      alone(rep('ana')),
      async (s) => {
        await s.capture('09:00', JANE);
        await s.pass('09:10');
        s.expectMessages(['09:00 alert ana email']);
        expect(s.facts(JANE, 'RepAlerted')).toEqual([
          '09:00 RepAlerted ana alert sms failed: rejected',
          '09:00 RepAlerted ana alert email',
        ]);
      },
      { replace: failing(({ channel }) => channel === 'sms') },
    ));

  it('failing one and all, the manager is told', () =>
    play(
      alone(rep('ana')),
      async (s) => {
        await s.capture('09:00', JANE);
        await s.pass('09:10');
        s.expectMessages(['09:00 tell-manager mia sms', '09:00 tell-manager mia email']);
      },
      { replace: failing(({ rep: to }) => to === 'ana') },
    ));

  it('fall back to the SMS when SNS would take the e-mail and send it to nobody', () =>
    play(
      alone(rep('ana', { channels: ['email'] })),
      async (s) => {
        await s.capture('09:00', JANE);
        await s.pass('09:10');
        expect(s.facts(JANE, 'RepAlerted')).toEqual([
          '09:00 RepAlerted ana alert email failed: NotSubscribed',
          '09:00 RepAlerted ana alert sms',
        ]);
      },
      { replace: unreached(false) },
    ));

  it('tell the manager when SNS would take e-mail and SMS and send neither', () =>
    play(
      alone(rep('ana', { channels: ['email'] })),
      async (s) => {
        await s.capture('09:00', JANE);
        await s.pass('09:10');
        s.expectMessages(['09:00 tell-manager mia sms', '09:00 tell-manager mia email']);
        expect(s.facts(JANE, 'RepAlerted').slice(0, 2)).toEqual([
          '09:00 RepAlerted ana alert email failed: NotSubscribed',
          '09:00 RepAlerted ana alert sms failed: NotVerified',
        ]);
      },
      { replace: unreached(true) },
    ));

  it('failing for the manager too, nothing is tried without end, and our promise is broken', () =>
    play(
      alone(rep('ana'), { accept: clause(1440, []) }),
      async (s) => {
        await s.capture('09:00', JANE);
        await s.runToEnd();
        expect(s.facts(JANE, 'RepAlerted', 'SlaBreached')).toEqual([
          '09:00 RepAlerted ana alert sms failed: rejected',
          '09:00 RepAlerted ana alert email failed: rejected',
          '09:00 RepAlerted mia tell-manager sms failed: rejected',
          '09:00 RepAlerted mia tell-manager email failed: rejected',
          '10:00 SlaBreached alert us 1',
          '+1 09:00 SlaBreached accept sales 1',
        ]);
      },
      { replace: failing(() => true) },
    ));
});

describe('a message', () => {
  it('goes to the address of its channel, about its lead, and carries a link for the owner alone', () =>
    play(smallAgreement({ sla: { maxOwners: 1 } }), async (s) => {
      await s.capture('09:00', JANE);
      await s.pass('09:30');
      s.ignoreMessages();
      const told = s.sent.map(({ message }) => [message.purpose, message.to, /\/a\/\S+/.test(message.text)]);
      expect(told).toEqual([
        ['alert', rep('ana').phone, true],
        ['alert', 'ana@sales.example', true],
        ['remind', rep('ana').phone, true],
        ['remind', 'ana@sales.example', true],
        ['alert', rep('mia').phone, true],
        ['alert', 'mia@sales.example', true],
        ['taken-away', 'ana@sales.example', false],
      ]);
      const [lead] = s.runtime.store.leads();
      expect(s.sent.map(({ message }) => message.leadIds)).toEqual(s.sent.map(() => [lead?.id]));
    }));

  it('says the deadline in the zone of its reader', () =>
    play(alone(rep('ana', { schedule: { ...rep('ana').schedule, zone: zoneNamed('Asia/Kolkata') } })), async (s) => {
      await s.capture('09:00', JANE);
      expect(s.sent[0]?.message.text).toContain('15:00');
      s.ignoreMessages();
    }));
});

describe('a run that ends when only daily looks remain', () => {
  it('does not end before an SMS that waits for the end of quiet hours, though a daily look is due before', () =>
    play(
      smallAgreement({
        reps: [
          rep('ana', { channels: ['email'] }),
          withoutManager(rep('mia', { channels: ['sms'], quiet: { from: 8 * 60, to: 10 * 60 } })),
        ],
        territories: [territory('Everywhere', ['ana'])],
        sla: { accept: clause(1410, [[1410, 'tell-manager']]) },
      }),
      async (s) => {
        await s.capture('09:00', JANE);
        await s.runToEnd();
        s.expectMessages(['09:00 alert ana email', '+1 10:00 tell-manager mia sms']);
      },
    ));
});

describe('managers who are said to report to each other', () => {
  it('are each tried once when nothing reaches anybody', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { manager: 'ben' }), rep('ben', { manager: 'ana' })],
        territories: [territory('Everywhere', ['ana'])],
        sla: { accept: clause(1440, []) },
      }),
      async (s) => {
        await s.capture('09:00', JANE);
        expect(s.facts(JANE, 'RepAlerted')).toEqual([
          '09:00 RepAlerted ana alert sms failed: rejected',
          '09:00 RepAlerted ana alert email failed: rejected',
          '09:00 RepAlerted ben tell-manager sms failed: rejected',
          '09:00 RepAlerted ben tell-manager email failed: rejected',
        ]);
        await s.pass('12:00');
      },
      { replace: failing(() => true) },
    ));
});
