import type { Agreement, Rep } from '../../shared/domain/agreement/agreement.ts';
import type { Sink } from '../../shared/domain/sink/sink.ts';
import type { Source } from '../../shared/domain/source/source.ts';
import { UTC } from '../../shared/domain/time/zone.ts';

const week = Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]);

const rep = (id: string): Rep => ({
  id,
  name: id,
  email: `${id}@example.com`,
  languages: [],
  schedule: { zone: UTC, week, holidays: [], dateHours: {}, breaks: {}, away: [] },
  capacity: {},
  channels: ['email'],
});

const withPhone = (each: Rep): Rep => ({ ...each, phone: '+4915112345678', channels: ['sms', 'email'] });

/** An agreement of nothing but reps: infra looks at nothing else in it. */
export const agreementOf = (
  count: number,
  { phones, slack = phones }: { readonly phones: boolean; readonly slack?: boolean },
): Agreement => ({
  hash: '0'.repeat(64),
  scoring: { hot: 60, warm: 30, minimum: [], fit: [], behaviour: { halfLifeMs: 1, actions: [] }, freeMail: [] },
  territories: [],
  duties: {},
  reps: Object.fromEntries(
    Array.from({ length: count }, (_, index) => rep(`rep-${index}`)).map((each) => [
      each.id,
      { ...(phones ? withPhone(each) : each), ...(slack ? { slack: 'U0123ABCD' } : {}) },
    ]),
  ),
  sla: {
    alert: { withinMs: 3_600_000, steps: [], keep: 0.95 },
    accept: { withinMs: 1_800_000, clock: 'wall', steps: [] },
    maxOwners: 3,
    rejectReasons: {},
    alerts: {},
  },
  content: [],
});

const source = (name: string, more: Pick<Source, 'kind'> & Partial<Source>): Source => ({
  ...{ name, map: {}, zone: UTC, keepsTests: false, derive: [], reps: {} },
  ...more,
});

/** A form, and two partners, one of whose buses is another one than AWS would name. */
export const SOURCES: readonly Source[] = [
  source('demo-form', { kind: 'typeform' }),
  source('crm', {
    kind: 'salesforce-cdc',
    bus: 'aws.partner/salesforce.com/00D000000000001/relay',
    apiBase: 'https://acme.my.salesforce.com',
  }),
  source('site', { kind: 'segment', bus: 'site-events', eventSource: 'test.segment' }),
];

const crm = { stages: {}, reps: {}, properties: { owner: 'owner' } };

/** Of every kind. */
export const SINKS: readonly Sink[] = [
  { name: 'erp', kind: 'webhook', url: 'https://erp.example/leads', facts: ['LeadAssigned', 'LeadAccepted'] },
  { name: 'hub', kind: 'hubspot', apiBase: 'https://api.hubapi.com', ...crm },
  {
    name: 'sales',
    kind: 'salesforce',
    apiBase: 'https://acme.my.salesforce.com',
    idField: 'fields.salesforceId',
    ...crm,
  },
  { name: 'teams', kind: 'teams', reps: ['rep-0'] },
];
