import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { type MeasuredFact, measuredFactOf, readMeasuredFact } from '../../contracts/events/read-measured-fact.ts';
import { hasGap, measureLead, type SequencedFact } from '../../domain/measures/measured-lead.ts';
import type { MeasuringPorts } from '../../ports/ports.ts';
import { retryOnConflict } from '../documents/retry-on-conflict.ts';

/** What came of one lead in a batch, and by which messages. */
interface Batch {
  readonly facts: SequencedFact[];
  readonly messageIds: string[];
}

/** The facts of a lead after a place among them, as the table has them. */
const factsAfter = async (leadId: string, sequence: number, { store }: MeasuringPorts): Promise<SequencedFact[]> =>
  (await store.history(leadId, sequence + 1)).flatMap((event) => {
    const measured = measuredFactOf(event);
    return measured?.kind === 'of-lead' ? [measured.placed] : [];
  });

/** Counts facts of a lead, in whatever order and however often they come: what is between them is read from the table. */
export const measureFacts = (leadId: string, facts: readonly SequencedFact[], ports: MeasuringPorts): Promise<void> =>
  retryOnConflict(`lead ${leadId} in the measures`, ports, async () => {
    const before = await ports.measured.read(leadId);
    const upTo = before?.upTo ?? 0;
    // What was erased leaves a gap for good.
    const all = hasGap(before, facts) ? [...facts, ...(await factsAfter(leadId, upTo, ports))] : facts;
    const after = measureLead(leadId, before, all, ports.rules.agreement.sla);
    if (after === undefined || after.upTo === upTo) return undefined;
    return (await ports.measured.keep(after, upTo)) ? undefined : 'conflict';
  });

const sorted = (event: SQSEvent, failed: (messageId: string, error: unknown) => void) => {
  const leads = new Map<string, Batch>();
  const refusals: { readonly messageId: string; readonly refusal: Extract<MeasuredFact, { kind: 'refusal' }> }[] = [];
  for (const { messageId, body } of event.Records) {
    try {
      const measured = readMeasuredFact(body);
      if (measured === undefined) continue;
      if (measured.kind === 'refusal') {
        refusals.push({ messageId, refusal: measured });
        continue;
      }
      const { leadId } = measured.placed;
      const batch = leads.get(leadId) ?? { facts: [], messageIds: [] };
      leads.set(leadId, batch);
      batch.facts.push(measured.placed);
      batch.messageIds.push(messageId);
    } catch (error) {
      failed(messageId, error);
    }
  }
  return { leads, refusals };
};

/** Works off a batch lead by lead: many facts of one lead are one write. What fails goes back to the queue. */
export const measureBatch = async (event: SQSEvent, ports: MeasuringPorts): Promise<SQSBatchResponse> => {
  const failures: string[] = [];
  const failed = (messageId: string, error: unknown): void => {
    ports.observer.error('A message could not be handled', error, { messageId });
    failures.push(messageId);
  };
  const { leads, refusals } = sorted(event, failed);
  for (const [leadId, { facts, messageIds }] of leads) {
    try {
      await measureFacts(leadId, facts, ports);
    } catch (error) {
      for (const messageId of messageIds) failed(messageId, error);
    }
  }
  for (const { messageId, refusal } of refusals) {
    try {
      await ports.measured.keepRefusal({ id: refusal.id, at: refusal.at });
    } catch (error) {
      failed(messageId, error);
    }
  }
  return { batchItemFailures: failures.map((itemIdentifier) => ({ itemIdentifier })) };
};
