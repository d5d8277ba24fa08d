import type { MailReturn } from '../../shared/domain/vocabulary/reach-failures.ts';
import * as agreements from './agreements.ts';
import {
  accept,
  account,
  askForFigures,
  away,
  back,
  capture,
  check,
  closed,
  event,
  type Flow,
  mail,
  mailBack,
  page,
  press,
  reject,
  text,
} from './flow.ts';

const A = 'a@acme.example';
const B = 'b@acme.example';
const C = 'c@mail.example';
const D = 'd@mail.example';
const E = 'e@mail.example';

/** A healthy account. */
const BY_SES = {
  by: 'ses',
  identity: 'leads.example',
  isVerified: true,
  isPaused: false,
  sandbox: { on: false },
  suppressed: new Map<string, MailReturn>(),
} as const;
const NORWAY = { location: { country: 'NO' } };

/** Flows in which leads share reps, companies and messages. */
export const ofSeveralLeads: readonly Flow[] = [
  {
    name: 'waitlist',
    agreement: agreements.little,
    steps: [capture(0, A), capture(0, C), capture(1, D), closed(10, A, 'won'), closed(15, C, 'lost')],
    comesTo: ['LeadWaiting', 'LeadAssigned', 'OutcomeRecorded'],
  },
  {
    name: 'account',
    agreement: agreements.little,
    steps: [capture(0, A), capture(0, C), capture(1, B), accept(5, A), closed(30, A, 'won'), accept(40, B)],
    comesTo: ['LeadWaiting', 'LeadAssigned', 'LeadAccepted'],
  },
  {
    name: 'overflow',
    agreement: agreements.overflow,
    steps: [capture(0, A, NORWAY), capture(0, C, NORWAY), capture(0, D, NORWAY), reject(10, C, 'duplicate')],
    comesTo: ['LeadAssigned', 'LeadRejected'],
  },
  {
    name: 'held-back',
    agreement: agreements.quiet,
    steps: [capture(0, A), capture(0, C), capture(0, D), accept(5, C), closed(20, A, 'lost')],
    comesTo: ['RepAlerted', 'LeadAccepted'],
  },
  {
    name: 'absence',
    agreement: agreements.pair(),
    steps: [
      capture(0, A),
      away(5, 'ana', { giveBack: true, to: '2026-11-02T12:00:00Z' }),
      capture(10, C),
      {
        at: 30,
        deed: {
          do: 'form',
          rep: 'ben',
          purpose: 'alert',
          page: '.away',
          form: { availability: 'today', giveBack: 'on' },
        },
      },
      back(60, 'ana'),
    ],
    comesTo: ['RepWentAway', 'LeadRejected', 'RepCameBack'],
  },
  {
    name: 'texts',
    agreement: agreements.texted,
    steps: [
      capture(0, A),
      text(5, 'ana', '1'),
      capture(10, C),
      text(12, 'ben', '2 5'),
      text(13, 'ana', 'what?'),
      text(14, 'ben', 'away until 12:00'),
    ],
    comesTo: ['LeadAccepted', 'LeadRejected', 'RepAlerted'],
  },
  {
    name: 'refused',
    agreement: agreements.pair(),
    steps: [
      { at: 0, deed: { do: 'line', text: '{"id":"bad-1","source":"crm","detail', detailType: 'LeadCaptured' } },
      capture(0, C),
      event(0, 'LeadCaptured', { person: { firstName: 'Jane' } }),
      capture(0, D),
      reject(5, C, 'no-such-reason'),
      event(5, 'RepAnswered', { leadId: 'nobody', answer: 'accept' }),
    ],
    comesTo: ['LeadRefused', 'LeadAssigned'],
  },
  {
    name: 'unreachable',
    agreement: agreements.texted,
    steps: [
      check(0),
      // At once: three are sent in an hour, whatever goes wrong.
      ...[0, 0, 0, 0, 1, 1, 1, 1].map((at) => askForFigures(at, 'ana')),
      account(1, { spending: { limit: 1, spent: 1 } }),
      check(2),
      check(2),
      capture(5, A),
      account(20, { spending: { limit: 9, spent: 1 } }),
      check(21),
      ...[15, 30].map(mail),
      capture(25, C),
    ],
    comesTo: ['RepUnreachable', 'RepReachable', 'RepAlerted'],
  },
  {
    name: 'mail-back',
    agreement: agreements.mailed,
    steps: [
      account(0, { ses: BY_SES }),
      ...[A, B, C].map((email) => capture(0, email)),
      mailBack(2, 'ana'),
      capture(5, D),
      accept(17, A),
      // The digest, of what was more than the agreed number.
      mailBack(18, 'ana'),
      check(20),
      account(40, { ses: BY_SES }),
      check(41),
      capture(45, E),
    ],
    comesTo: ['RepUnreachable', 'RepReachable', 'RepAlerted', 'LeadAccepted'],
  },
  {
    name: 'slack',
    agreement: agreements.chatted,
    steps: [
      capture(0, A),
      capture(0, B),
      press(3, 'ana'),
      press(5, 'ben'),
      capture(10, C),
      press(12, 'ana'),
      page(14, 'ana', { answer: 'accept' }),
      reject(16, C, 'no-budget'),
    ],
    comesTo: ['RepAlerted', 'LeadAccepted'],
  },
  {
    name: 'crowd',
    agreement: agreements.strict,
    steps: [
      capture(0, A),
      capture(0, B),
      capture(0, C),
      capture(0, D),
      page(5, 'ana', { answer: 'accept' }),
      page(5, 'ben', { answer: 'accept' }),
      closed(6, C, 'won'),
    ],
    comesTo: ['LeadAssigned', 'LeadAccepted', 'LeadEscalated'],
  },
];
