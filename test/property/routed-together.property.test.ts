import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { routeLead } from '../../functions/route-lead/handler.ts';
import { createMemoryStore, type MemoryStore } from '../../shared/adapters/memory/memory-store.ts';
import { createSeededIds } from '../../shared/adapters/memory/seeded-ids.ts';
import { leadWrite } from '../../shared/application/documents/commit-decision.ts';
import { captureLead, newLead } from '../../shared/domain/capture/record-behaviour.ts';
import { isOwned, type Lead } from '../../shared/domain/lead/lead.ts';
import { createRules } from '../../shared/domain/rules.ts';
import type { Store } from '../../shared/ports/store.ts';
import { StoreError } from '../../shared/ports/store-error.ts';
import { sqsRecord } from '../../simulator/sqs-record.ts';
import { rep, smallAgreement, territory } from '../support/agreement/small-agreement.ts';
import { NOON } from '../support/store/store-samples.ts';

const agreement = smallAgreement({
  reps: [rep('ana', { capacity: { open: 3 } }), rep('ben', { capacity: { open: 2 } }), rep('cem'), rep('mia')],
  territories: [
    territory('North', ['ana', 'ben'], { when: { field: 'location.country', test: { in: ['NO'] } } }),
    territory('Rest', ['cem']),
  ],
});
const rules = createRules(agreement);

interface Arriving {
  readonly country: string;
  readonly company: number;
}

const COUNTRIES = ['NO', 'NO', 'DE'];
const arriving: fc.Arbitrary<readonly Arriving[]> = fc.array(
  fc.record({ country: fc.constantFrom(...COUNTRIES), company: fc.nat({ max: 9 }) }),
  { minLength: 2, maxLength: 30, size: 'max' },
);

const idOf = (index: number): string => `lead-${String(index).padStart(2, '0')}`;

/** Each of them qualified, a second after the one before it, and not yet routed. */
const qualified = async (arrivals: readonly Arriving[]): Promise<MemoryStore> => {
  const store = createMemoryStore();
  for (const [index, { country, company }] of arrivals.entries()) {
    const [id, now] = [idOf(index), NOON + index * 1_000];
    // A company is in one country. Else its owner would be whoever's team was first, and a queue keeps no order.
    const domain = `c${company}-${country.toLowerCase()}.example`;
    const email = `${id}@${domain}`;
    const fields = {
      'person.email': email,
      'location.country': country,
      'company.name': `Company ${company}`,
      'company.domain': domain,
      'company.employees': 500,
    };
    const before = { version: 0, lead: newLead(id, email) };
    const decision = captureLead(before.lead, { id, occurredAt: now, fields }, rules, now);
    expect(decision.lead.stage).toBe('qualified');
    await store.commit([leadWrite({ before, decision, cause: { id: `capture-${id}` }, now })]);
  }
  return store;
};

interface Routed {
  readonly failed: readonly string[];
  readonly commits: number;
  readonly errors: number;
  readonly leads: readonly Lead[];
  /** What the first fact of each lead's routing says that it came of. */
  readonly causes: ReadonlyMap<string, string>;
}

interface Given {
  /** Messages that a function gets at once. */
  readonly size: number;
  /** Between the function and the table. */
  readonly wrap?: (commit: Store['commit']) => Store['commit'];
  /** The body of a message, if it is not the fact that its lead is qualified. */
  readonly body?: (leadId: string) => string | undefined;
}

const factOf = (leadId: string): string =>
  JSON.stringify({ detail: { metadata: { id: `fact-${leadId}` }, leadId, data: {} } });

/** Routes them by their facts, so many messages at a time. */
const routed = async (arrivals: readonly Arriving[], { size, wrap, body }: Given): Promise<Routed> => {
  const memory = await qualified(arrivals);
  let [commits, errors] = [0, 0];
  const counted: Store['commit'] = (writes) => {
    commits += 1;
    return memory.commit(writes);
  };
  const causes = new Map<string, string>();
  memory.onCommit(({ events }) => {
    for (const { detail } of events)
      if (detail.leadId !== undefined && !causes.has(detail.leadId))
        causes.set(detail.leadId, detail.metadata.causationId);
  });
  const store = { ...memory, commit: wrap?.(counted) ?? counted };
  const error = (): void => {
    errors += 1;
  };
  const observer = { info: () => {}, warn: () => {}, error, count: () => {}, measure: () => {} };
  const time = { now: () => NOON + 60_000, pause: async () => {} };
  const handle = routeLead({ store, rules, ids: createSeededIds(1), observer, time });
  const records = arrivals.map((_, index) => {
    const leadId = idOf(index);
    return sqsRecord('route-lead', `message-${leadId}`, body?.(leadId) ?? factOf(leadId));
  });
  const failed: string[] = [];
  for (let first = 0; first < records.length; first += size) {
    const { batchItemFailures } = await handle({ Records: records.slice(first, first + size) });
    failed.push(...batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  }
  return { failed, commits, errors, causes, leads: [...memory.leads()] };
};

const TEN: readonly Arriving[] = Array.from({ length: 10 }, (_, company) => ({ country: 'DE', company }));

const ownersOf = ({ leads }: Pick<Routed, 'leads'>): readonly string[] =>
  leads.map((lead) => (isOwned(lead) ? lead.owner.rep : lead.stage));

describe('messages of one batch about leads of one team', () => {
  it('come to the same as one after the other, and each fact says what it came of', async () => {
    await fc.assert(
      fc.asyncProperty(arriving, fc.integer({ min: 2, max: 10 }), async (arrivals, size) => {
        const [together, alone] = [await routed(arrivals, { size }), await routed(arrivals, { size: 1 })];
        expect(together.leads).toEqual(alone.leads);
        expect(together.causes).toEqual(alone.causes);
        expect(together.failed).toEqual([]);
        expect(together.commits).toBeLessThanOrEqual(alone.commits);
      }),
      { numRuns: 100 },
    );
  });

  it('take one commit', async () => {
    const { commits, leads } = await routed(TEN, { size: 10 });
    expect([commits, ownersOf({ leads })]).toEqual([1, TEN.map(() => 'cem')]);
  });

  it('are tried again together when somebody else decided on the same documents', async () => {
    let first = true;
    const wrap = (commit: Store['commit']): Store['commit'] => {
      return async (writes) => {
        if (!first) return commit(writes);
        first = false;
        return 'conflict';
      };
    };
    const { commits, leads } = await routed(TEN, { size: 10, wrap });
    expect([commits, ownersOf({ leads })]).toEqual([1, TEN.map(() => 'cem')]);
  });

  it('do not wait for one that cannot be written, which fails as it would alone', async () => {
    const wrap = (commit: Store['commit']): Store['commit'] => {
      return async (writes) => {
        if (writes.some(({ key }) => key.id === idOf(3))) throw new StoreError('commit-failed', 'The table refuses it');
        return commit(writes);
      };
    };
    const { failed, leads } = await routed(TEN, { size: 10, wrap });
    expect(failed).toEqual([`message-${idOf(3)}`]);
    expect(ownersOf({ leads })).toEqual(TEN.map((_, index) => (index === 3 ? 'qualified' : 'cem')));
  });

  it('are routed though one among them cannot be read, which fails', async () => {
    const body = (leadId: string): string | undefined => (leadId === idOf(0) ? '{' : undefined);
    const { failed, leads, errors } = await routed(TEN, { size: 10, body });
    expect([failed, errors]).toEqual([[`message-${idOf(0)}`], 1]);
    expect(ownersOf({ leads })).toEqual(TEN.map((_, index) => (index === 0 ? 'qualified' : 'cem')));
  });
});
