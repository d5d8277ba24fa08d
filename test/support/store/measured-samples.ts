import type { Fact } from '../../../shared/domain/lead/facts.ts';
import { type MeasuredLead, measureLead } from '../../../shared/domain/measures/measured-lead.ts';
import { smallAgreement } from '../agreement/small-agreement.ts';

const NOON = Date.parse('2026-11-16T12:00:00Z');
const MINUTE = 60_000;
const iso = (minute: number): string => new Date(NOON + minute * MINUTE).toISOString();

const facts: readonly Fact[] = [
  {
    type: 'LeadScored',
    data: {
      score: 80,
      fit: 50,
      behaviour: 30,
      grade: 'hot',
      reasons: [],
      touches: [
        { kind: 'source', value: 'website', occurredAt: iso(-3) },
        { kind: 'content', value: 'tour', occurredAt: iso(-2) },
      ],
    },
  },
  { type: 'LeadQualified', data: { score: 80, reasons: [] } },
  { type: 'ClockStarted', data: { clause: 'alert', attempt: 0, dueAt: iso(60) } },
  { type: 'LeadAccepted', data: { rep: 'ana', attempt: 1 } },
  { type: 'ContactRecorded', data: { applied: true, rep: 'ana' } },
  { type: 'OutcomeRecorded', data: { outcome: 'won', applied: true, rep: 'ana', revenue: 1_200.5, currency: 'EUR' } },
];

/** What is kept of a lead that was won. */
export const wonLead = (leadId: string, upTo: number): MeasuredLead => {
  const placed = facts.map((fact, index) => ({ sequence: index + 1, at: NOON + index * MINUTE, fact }));
  const measured = measureLead(leadId, undefined, placed, smallAgreement().sla);
  if (measured === undefined) throw new Error('nothing is measured');
  return { ...measured, upTo };
};
