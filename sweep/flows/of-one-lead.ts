import * as agreements from './agreements.ts';
import { accept, activity, capture, closed, contacted, event, type Flow, page, reject } from './flow.ts';

const JANE = 'jane@acme.example';

/** Flows of one lead, from its capture on. */
export const ofOneLead: readonly Flow[] = [
  {
    name: 'won',
    agreement: agreements.pair(),
    steps: [
      capture(0, JANE, { company: { name: 'Acme', employees: 5 } }),
      activity(1, JANE, 'demo-requested'),
      page(10, 'ana', { answer: 'accept' }),
      page(20, 'ana', { answer: 'contacted' }),
      closed(60, JANE, 'won'),
    ],
    comesTo: ['LeadQualified', 'LeadAssigned', 'RepAlerted', 'LeadAccepted', 'ContactRecorded', 'OutcomeRecorded'],
  },
  {
    name: 'rejected',
    agreement: agreements.strict,
    steps: [
      capture(0, JANE),
      reject(5, JANE, 'no-time', 'ana'),
      reject(20, JANE, 'not-a-fit', 'ben'),
      activity(300, JANE, 'demo-requested'),
    ],
    comesTo: ['LeadRejected', 'LeadAssigned'],
  },
  {
    name: 'unanswered',
    agreement: agreements.strict,
    steps: [capture(0, JANE)],
    comesTo: ['LeadEscalated', 'RepPaused', 'SlaBreached', 'LeadAssigned'],
  },
  {
    name: 'recaptured',
    agreement: agreements.pair(),
    steps: [capture(0, JANE), capture(0, JANE, { language: 'de' }), accept(2, JANE, 'ana'), capture(2, JANE)],
    comesTo: ['LeadAccepted', 'LeadScored'],
  },
  {
    name: 'early-answer',
    agreement: agreements.pair(),
    steps: [contacted(0, JANE), capture(1, JANE), closed(1, JANE, 'won'), accept(2, 'nobody@acme.example')],
    comesTo: ['ContactRecorded', 'OutcomeRecorded', 'LeadRefused'],
  },
  {
    name: 'visitor',
    agreement: agreements.pair(),
    steps: [
      event(0, 'LeadActivityRecorded', { visitorId: 'browser-1', kind: 'demo-requested' }),
      event(0, 'LeadCaptured', { visitorId: 'browser-1', company: { name: 'Acme', employees: 5 } }),
      event(1, 'LeadCaptured', { visitorId: 'browser-1', person: { email: JANE } }),
      event(2, 'LeadActivityRecorded', { visitorId: 'browser-1', kind: 'webinar-attended' }),
    ],
    comesTo: ['LeadQualified', 'LeadAssigned'],
  },
  {
    name: 'fading',
    agreement: agreements.fading,
    steps: [activity(0, JANE, 'unsubscribed'), capture(1, JANE), activity(600, JANE, 'webinar-attended')],
    comesTo: ['LeadQualified', 'LeadAssigned'],
  },
  {
    name: 'alert-steps',
    agreement: agreements.alertSteps,
    steps: [capture(0, JANE)],
    comesTo: ['LeadWaiting', 'LeadEscalated', 'LeadAssigned'],
  },
  {
    name: 'on-call',
    agreement: agreements.onCall,
    steps: [capture(0, JANE), reject(10, JANE, 'no-time', 'cem')],
    comesTo: ['LeadAssigned', 'LeadRejected'],
  },
  {
    name: 'managed',
    agreement: agreements.managed,
    steps: [
      capture(0, JANE),
      {
        at: 20,
        deed: {
          do: 'form',
          rep: 'mia',
          purpose: 'tell-manager',
          form: { manage: 'give', rep: 'ben', attempt: '1', owner: 'ana' },
        },
      },
      page(30, 'ben', { answer: 'accept' }),
    ],
    comesTo: ['LeadEscalated', 'LeadAssigned', 'LeadAccepted'],
  },
  {
    name: 'claimed',
    agreement: agreements.pair(),
    steps: [
      capture(0, JANE),
      accept(3, JANE, 'ben'),
      event(20, 'LeadOwnerChanged', { email: JANE, repId: 'ana', by: 'crm' }),
      event(30, 'ContactAttempted', { email: JANE, repId: 'ana', note: 'no answer' }),
      closed(90, JANE, 'lost'),
    ],
    comesTo: ['LeadAccepted', 'LeadAssigned', 'ContactAttemptRecorded', 'OutcomeRecorded'],
  },
];
