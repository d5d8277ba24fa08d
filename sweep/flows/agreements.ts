import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { Duty } from '../../shared/domain/duty/duty.ts';
import {
  always,
  clause,
  DAY,
  HOUR,
  MINUTE,
  rep,
  type SmallParts,
  smallAgreement,
  territory,
  weekdays,
  withoutManager,
} from '../../test/support/agreement/small-agreement.ts';

const mia = withoutManager(rep('mia'));

/** Ana and Ben share every lead and report to Mia. */
export const pair = (parts: SmallParts = {}): Agreement =>
  smallAgreement({
    reps: [rep('ana'), rep('ben'), mia],
    territories: [territory('Everywhere', ['ana', 'ben'])],
    ...parts,
  });

/** Each has room for one lead. */
export const little = pair({
  reps: [rep('ana', { capacity: { open: 1 } }), rep('ben', { capacity: { open: 1 } }), mia],
});

/** At most one message in a quarter of an hour by each channel; Ana's SMS wait until half past nine. */
export const quiet = smallAgreement({
  reps: [rep('ana', { quiet: { from: 8 * 60, to: 9 * 60 + 30 } }), mia],
  territories: [territory('Everywhere', ['ana'])],
  sla: { accept: clause(1440, []), alerts: { throttle: { max: 1, perMs: 15 * MINUTE } } },
});

/** By e-mail alone; she has a phone as well. */
export const mailed = smallAgreement({
  reps: [rep('ana', { channels: ['email'] }), mia],
  territories: [territory('Everywhere', ['ana'])],
  sla: { accept: clause(1440, []), alerts: { throttle: { max: 2, perMs: 15 * MINUTE } } },
});

/** By Slack, and by e-mail where that fails. */
export const chatted = smallAgreement({
  reps: [
    rep('ana', { channels: ['slack'], slack: 'U0ANAORTIZ' }),
    rep('ben', { channels: ['slack'], slack: 'U0BENYILMAZ' }),
    mia,
  ],
  territories: [territory('Everywhere', ['ana', 'ben'])],
});

/** By SMS alone. */
export const texted = smallAgreement({
  reps: [rep('ana', { channels: ['sms'] }), rep('ben', { channels: ['sms'] }), mia],
  territories: [territory('Everywhere', ['ana', 'ben'])],
  sla: { alert: { withinMs: HOUR, steps: [], keep: 0.95 } },
});

/** Mia is told before a lead is taken away, and reports to Leo. */
export const managed = smallAgreement({
  reps: [rep('ana'), rep('ben'), rep('mia', { manager: 'leo' }), withoutManager(rep('leo'))],
  territories: [territory('Everywhere', ['ana', 'ben'])],
  sla: {
    accept: clause(60, [
      [10, 'tell-manager'],
      [60, 'reassign'],
    ]),
  },
});

const NIGHTS: Duty = {
  name: 'nights',
  schedule: always(),
  rotation: {
    reps: ['cem', 'ana'],
    from: Date.parse('2026-11-02') / DAY,
    everyDays: 7,
    handoffDay: Date.parse('2026-11-02') / DAY,
    handoffMinute: 0,
  },
  shifts: [],
};

/** The team works in the afternoon; Cem is on duty before. */
export const onCall = smallAgreement({
  reps: [rep('ana', { schedule: weekdays(14, 18) }), rep('cem', { schedule: weekdays(14, 18) }), mia],
  territories: [territory('Everywhere', ['ana'], { onCall: 'nights' })],
  duties: [NIGHTS],
});

/** Nobody of the team is at work before the promise breaks: Mia is told, and then gets the lead. */
export const alertSteps = smallAgreement({
  reps: [rep('ana', { schedule: weekdays(14, 18) }), mia],
  territories: [territory('Everywhere', ['ana'])],
  sla: {
    alert: {
      withinMs: HOUR,
      steps: [
        { atMs: 20 * MINUTE, do: 'tell-manager' },
        { atMs: 40 * MINUTE, do: 'assign-manager' },
      ],
    },
  },
});

/** Two lapses in a row pause a rep; marketing hears of rejections. */
export const strict = pair({
  sla: {
    pauseAfter: 1,
    marketing: { email: 'marketing@acme.example' },
    accept: clause(
      30,
      [
        [15, 'remind'],
        [30, 'reassign'],
      ],
      'wall',
    ),
  },
});

/** Two teams, of which one helps out and the other shares by score. */
export const overflow = smallAgreement({
  reps: [rep('ana', { capacity: { open: 1 } }), rep('ben', { capacity: { perDay: 2 } }), mia],
  territories: [
    territory('North', ['ana'], {
      when: { field: 'location.country', test: { in: ['NO'] } },
      overflow: 'Rest',
      share: 'score',
    }),
    territory('Rest', ['ben']),
  ],
});

/** What is said against a lead fades in days. */
export const fading = pair({
  scoring: {
    behaviour: {
      halfLifeMs: 6 * HOUR,
      actions: [
        { name: 'left the list', kind: 'unsubscribed', points: -30, handRaise: false },
        { name: 'attended a webinar', kind: 'webinar-attended', points: 10, handRaise: false },
      ],
    },
  },
});
