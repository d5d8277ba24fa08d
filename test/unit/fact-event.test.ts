import { describe, expect, it } from 'vitest';
import { factEvents, refusalEvent, repFactEvents } from '../../shared/domain/lead/fact-event.ts';
import type { Fact } from '../../shared/domain/lead/facts.ts';
import type { RepFact } from '../../shared/domain/lead/rep-facts.ts';
import { NOON } from '../support/store/store-samples.ts';

const RECYCLED: Fact = { type: 'LeadRecycled', data: { why: 'accept ran out' } };
const ACCEPTED: Fact = { type: 'LeadAccepted', data: { rep: 'ana', attempt: 1 } };

describe('the facts of a commit', () => {
  it('take the next places in the sequence of their lead, and say what caused them', () => {
    const events = factEvents({ id: 'jane', sequence: 4 }, [ACCEPTED, RECYCLED], { id: 'event-1' }, NOON);
    const detail = (sequence: number) => ({
      metadata: {
        id: `jane.${sequence}`,
        version: 1,
        occurredAt: '2026-11-02T12:00:00.000Z',
        correlationId: 'jane',
        causationId: 'event-1',
      },
      leadId: 'jane',
      sequence,
    });
    expect(events).toEqual([
      { type: 'LeadAccepted', time: '2026-11-02T12:00:00.000Z', detail: { ...detail(5), data: ACCEPTED.data } },
      { type: 'LeadRecycled', time: '2026-11-02T12:00:00.000Z', detail: { ...detail(6), data: RECYCLED.data } },
    ]);
  });
});

describe('facts about a rep', () => {
  it('are counted apart for absences and for reach, and their ids say which', () => {
    const idOf = (of: 'rep' | 'reach', fact: RepFact) =>
      repFactEvents({ rep: 'ana', of, sequence: 4 }, [fact], { id: 'check-reach' }, NOON).map(({ detail }) => [
        detail.metadata.id,
        detail.metadata.correlationId,
        detail.sequence,
        detail.leadId,
      ]);
    expect(idOf('rep', { type: 'RepCameBack', data: { rep: 'ana' } })).toEqual([['rep.ana.5', 'ana', 5, undefined]]);
    expect(idOf('reach', { type: 'RepReachable', data: { rep: 'ana', by: ['sms'], failing: [] } })).toEqual([
      ['reach.ana.5', 'ana', 5, undefined],
    ]);
  });
});

describe('a refusal', () => {
  it('belongs to no lead, and is known by what was refused', () => {
    const data = { problems: [{ path: '', message: 'no JSON' }], input: '{' };
    expect(refusalEvent({ type: 'LeadRefused', data }, 'event-1', NOON)).toEqual({
      type: 'LeadRefused',
      time: '2026-11-02T12:00:00.000Z',
      detail: {
        metadata: {
          id: 'refused.event-1',
          version: 1,
          occurredAt: '2026-11-02T12:00:00.000Z',
          correlationId: 'event-1',
          causationId: 'event-1',
        },
        data,
      },
    });
  });
});
