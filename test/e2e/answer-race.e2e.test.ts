import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientConfig } from '../../local/clients.ts';
import { startMiniStack } from '../../local/ministack.ts';
import { createDynamoStore } from '../../shared/adapters/aws/dynamo-store.ts';
import type { Documents, DocumentType } from '../../shared/domain/documents.ts';
import type { FactEvent } from '../../shared/domain/lead/fact-event.ts';
import { isOwned, type Lead } from '../../shared/domain/lead/lead.ts';
import type { Key, Store } from '../../shared/ports/store.ts';
import { freePort } from '../support/e2e/free-port.ts';
import {
  type Contested,
  OPEN_AT_MOST,
  type Outcome,
  openRacers,
  type Racers,
  type Start,
  seedContested,
  TEAM,
  TERRITORY,
} from '../support/e2e/race.ts';
import { hasJava, startDynamoDbLocal } from '../support/store/dynamodb-local.ts';
import { dropTable, makeTable } from '../support/store/make-table.ts';

/** So many races at once: their leads are of different reps, and some of the same. */
const AT_ONCE = 20;

/** From none to longer than a commit takes. */
const AHEAD_MS = [0, 1, 2, 3, 5, 50];

/** Either answer, with either of the two first, by each head start in turn. */
const startOf = (index: number): Start => ({
  form: index % 2 === 0 ? 'answer=accept' : 'answer=reject&reason=wrong-territory',
  first: index % 4 < 2 ? 'page' : 'clock',
  aheadMs: AHEAD_MS[Math.floor(index / 4) % AHEAD_MS.length] ?? 0,
});

interface Raced extends Contested, Outcome {
  readonly lead: Lead;
  readonly facts: readonly FactEvent[];
  /** What ended the first owner's attempt. */
  readonly ends: readonly string[];
}

const endOf = ({ type, detail: { data } }: FactEvent): string | undefined => {
  if (!('attempt' in data) || data.attempt !== 1) return undefined;
  if (type === 'LeadAccepted' || type === 'LeadRejected') return type;
  return 'step' in data && data.step === 'reassign' ? 'reassign' : undefined;
};

const onServer = (races: number, start: () => Promise<{ readonly endpoint: string; stop(): Promise<void> }>): void => {
  const tableName = 'races';
  let stop = async (): Promise<void> => {};
  let store: Store;
  let racers: Racers;
  let raced: readonly Raced[] = [];

  /** As they are now, in the order of the races. */
  const loadAll = async <T extends DocumentType>(type: T, ids: readonly string[]): Promise<readonly Documents[T][]> => {
    const found: Documents[T][] = [];
    for (let first = 0; first < ids.length; first += 100) {
      const keys = ids.slice(first, first + 100).map((id): Key<T> => ({ type, id }));
      const loaded = await store.load(keys);
      found.push(...keys.flatMap((key) => loaded.get(key)?.value ?? []));
    }
    expect(found).toHaveLength(ids.length);
    return found;
  };

  beforeAll(async () => {
    const server = await start();
    const client = new DynamoDBClient(clientConfig(server.endpoint));
    stop = async () => {
      await dropTable(client, tableName);
      client.destroy();
      await server.stop();
    };
    await makeTable(client, tableName);
    store = createDynamoStore({ client, tableName });
    const contested = await seedContested(store, races);
    racers = openRacers(store);
    const outcomes = new Map<string, Outcome>();
    for (let first = 0; first < contested.length; first += AT_ONCE) {
      const wave = contested.slice(first, first + AT_ONCE).map(async (lead, index) => {
        outcomes.set(lead.id, await racers.race(lead, startOf(first + index)));
      });
      await Promise.all(wave);
    }
    const leads = await loadAll(
      'lead',
      contested.map(({ id }) => id),
    );
    raced = await Promise.all(
      contested.flatMap((each, index) => {
        const [outcome, lead] = [outcomes.get(each.id), leads[index]];
        if (outcome === undefined || lead === undefined) return [];
        return store.history(each.id).then((facts) => ({
          ...each,
          ...outcome,
          lead,
          facts,
          ends: facts.flatMap((fact) => endOf(fact) ?? []),
        }));
      }),
    );
  });
  afterAll(() => stop());

  const wonBy = (end: string): readonly Raced[] => raced.filter(({ ends }) => ends[0] === end);

  it(`has exactly one winner in each of ${races} races, and neither always wins`, () => {
    expect(raced).toHaveLength(races);
    expect(raced.filter(({ ends }) => ends.length !== 1)).toEqual([]);
    expect(racers.conflicts()).toBeGreaterThanOrEqual(races);
    for (const end of ['LeadAccepted', 'LeadRejected', 'reassign']) expect(wonBy(end).length).toBeGreaterThan(0);
  });

  it('leaves the lead with the rep who accepted at the last instant, in time', () => {
    for (const { lead, rep, page, facts } of wonBy('LeadAccepted')) {
      expect(page.statusCode).toBe(303);
      expect(lead).toMatchObject({ stage: 'accepted', attempt: 1, pastOwners: [rep] });
      expect(isOwned(lead) && lead.owner).toMatchObject({ rep, attempt: 1 });
      expect(isOwned(lead) && lead.clause?.name).toBe('contact');
      expect(facts.map(({ type }) => type)).not.toContain('SlaBreached');
    }
  });

  it('puts the lead back in line otherwise, by the clock or by the rep', () => {
    for (const { lead, rep, facts, ends } of raced.filter(({ ends: [end] }) => end !== 'LeadAccepted')) {
      const why = ends[0] === 'reassign' ? 'silent' : 'rejected';
      expect(lead).toMatchObject({ stage: 'qualified', attempt: 1, previous: { owner: { rep }, why } });
      const breaches = facts.filter(({ type }) => type === 'SlaBreached');
      expect(breaches).toHaveLength(why === 'silent' ? 1 : 0);
    }
  });

  it('tells the loser: the rep that the lead has moved on, the clock that nothing is left to wait for', () => {
    for (const { page, clock, ends } of raced) {
      expect(clock).toEqual({ more: false });
      if (ends[0] !== 'reassign') continue;
      expect(page.statusCode).toBe(410);
      expect(page.body).toContain('This lead was taken back');
      expect(page.body).toContain('Your answer was not recorded.');
    }
  });

  it('numbers the facts of each lead without a gap', () => {
    for (const { lead, facts } of raced) {
      expect(facts.map(({ detail }) => detail.sequence)).toEqual(facts.map((_, index) => index + 1));
      expect(lead.sequence).toBe(facts.length);
    }
  });

  it('counts right what each rep has, once the others have found an owner too', async () => {
    const left = raced.filter(({ lead }) => !isOwned(lead));
    // As many at once as infra lets route-lead run.
    for (let first = 0; first < left.length; first += 5) {
      await Promise.all(left.slice(first, first + 5).map(({ id }) => racers.route(id)));
    }
    const leads = await loadAll(
      'lead',
      raced.map(({ id }) => id),
    );
    const facts = (await Promise.all(raced.map(({ id }) => store.history(id)))).flat();
    const count = (type: string, rep: string): number =>
      facts.filter(({ type: each, detail: { data } }) => each === type && 'rep' in data && data.rep === rep).length;
    const [ledger] = await loadAll('ledger', [TERRITORY]);
    const loads = await loadAll('rep', TEAM);
    TEAM.forEach((id, index) => {
      const open = leads.filter((lead) => isOwned(lead) && lead.owner.rep === id).length;
      expect(loads[index]?.open).toBe(open);
      expect(open).toBeLessThanOrEqual(OPEN_AT_MOST);
      // Nobody is at fault for a lead of a wrong territory: it is given back to the rep's share.
      const had = count('LeadAssigned', id) - count('LeadRejected', id);
      expect(ledger?.shares[id]).toMatchObject({ leads: had, value: had });
    });
    leads.forEach((lead, index) => {
      if (!isOwned(lead) || lead.attempt === 1) return;
      const rep = raced[index]?.rep;
      expect(lead).toMatchObject({ stage: 'assigned', attempt: 2, pastOwners: [rep, lead.owner.rep] });
      expect(lead.owner.rep).not.toBe(rep);
    });
    expect(leads.filter((lead) => !isOwned(lead))).toEqual([]);
  });

  it('knows of each company who has its lead', async () => {
    const ids = raced.map(({ id }) => id);
    const leads = await loadAll('lead', ids);
    const accounts = await loadAll(
      'account',
      raced.map(({ domain }) => domain),
    );
    const open = leads.map((lead) => [{ leadId: lead.id, rep: isOwned(lead) ? lead.owner.rep : '' }]);
    expect(accounts.map((account) => account.open)).toEqual(open);
  });
};

describe('an answer in the same instant as the timeout, on MiniStack', () => {
  onServer(200, async () => startMiniStack(await freePort()));
});

describe.skipIf(!hasJava())("an answer in the same instant as the timeout, on AWS's own engine (needs Java)", () => {
  onServer(80, startDynamoDbLocal);
});
