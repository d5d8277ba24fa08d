import { expect } from 'vitest';
import { openLink } from '../../../shared/application/answering/open-link.ts';
import { recountCounters } from '../../../shared/application/recounting/recount-counters.ts';
import { nextInstant } from '../../../shared/domain/clock/next-recheck.ts';
import { isLive, isOwned, type OwnedLead } from '../../../shared/domain/lead/lead.ts';
import { agreement, COMPANIES } from './interleavings.ts';
import { type Kept, problemsOfAccounts, problemsOfLedgers, problemsOfReps } from './problems-of-recount.ts';
import type { CountedLead, Recount } from './recount.ts';
import type { Scenario } from './scenario.ts';

export interface SentLink {
  readonly token: string;
  readonly leadId: string;
  readonly rep: string | null;
  readonly attempt: number;
  readonly cycle: number;
  /** It is in a message that told a manager. */
  readonly isManagers: boolean;
}

const CLAUSE_OF = { assigned: 'accept', accepted: 'contact', contacted: 'verdict' } as const;

/** What the lead says of its owner, its attempts and its clock, beside what its facts say. */
const checkOwned = (lead: OwnedLead, counted: CountedLead, now: number): void => {
  const { owner } = counted;
  const clause = CLAUSE_OF[lead.stage];
  expect({ rep: lead.owner.rep, attempt: lead.owner.attempt, stage: lead.stage }).toEqual({
    rep: owner?.rep,
    attempt: owner?.attempt,
    stage: owner?.stage,
  });
  expect({ clause: lead.clause?.name, dueAt: lead.clause?.dueAt }).toEqual({
    clause,
    dueAt: (owner?.since ?? 0) + (agreement.sla[clause]?.withinMs ?? 0),
  });
  expect(counted.clock).toMatchObject({ clause, attempt: lead.owner.attempt });
  expect(nextInstant(lead)).toBeGreaterThanOrEqual(now);
};

export const checkLeads = (s: Scenario, recount: Recount): void => {
  for (const lead of s.runtime.store.leads()) {
    const counted = recount.leads.get(lead.id);
    if (isOwned(lead) && counted !== undefined) checkOwned(lead, counted, s.runtime.now());
    else expect(counted?.owner, `${lead.email} (${lead.stage})`).toBeUndefined();
    if (lead.stage === 'nurture' || lead.stage === 'uncaptured') continue;
    // No fact tells that a lead in nurture has begun its next cycle: one that sales qualified or ended there had nobody in it.
    const isOfSales = lead.stage === 'sales-qualified' || lead.stage === 'ended';
    const hadNobody = isOfSales && lead.attempt === 0 && lead.pastOwners.length === 0;
    if (!hadNobody) expect([lead.attempt, lead.pastOwners]).toEqual([counted?.attempt, counted?.pastOwners]);
    expect(lead.notices).toEqual([]);
  }
};

const keptIn = (s: Scenario, recount: Recount): Kept => ({
  store: s.runtime.store,
  agreement,
  recount,
  companyOf: (email) => COMPANIES[email],
});

/** What is kept of reps, ledgers and accounts, beside what the facts come to, and beside what `golden-hour recount` counts. */
export const checkRecount = async (s: Scenario, recount: Recount): Promise<void> => {
  const kept = keptIn(s, recount);
  expect(await problemsOfReps(kept)).toEqual([]);
  expect(await problemsOfLedgers(kept)).toEqual([]);
  expect(await problemsOfAccounts(kept)).toEqual([]);
  expect((await recountCounters({ store: kept.store, repairs: false })).found).toEqual([]);
};

/** A link opens its lead for its own rep's attempt, and for nobody else. */
export const checkLinks = async (s: Scenario, recount: Recount, links: readonly SentLink[]): Promise<void> => {
  for (const { token, leadId, ...sent } of links) {
    const { opens } = await openLink({ token }, s.runtime.now(), s.runtime.ports);
    const { cycle, owner } = recount.leads.get(leadId) ?? {};
    const lead = s.runtime.store.lead(leadId);
    if (sent.isManagers && owner?.rep !== sent.rep) {
      const isOpen = cycle === sent.cycle && lead !== undefined && isLive(lead);
      expect(opens, `the link of ${sent.rep} as a manager`).toBe(isOpen ? 'managed' : 'nothing');
      continue;
    }
    if (sent.isManagers) {
      expect(opens).toBe(cycle === sent.cycle ? 'lead' : 'nothing');
      continue;
    }
    const isOwners = cycle === sent.cycle && owner?.rep === sent.rep && owner?.attempt === sent.attempt;
    expect(opens, `the link of ${sent.rep} in attempt ${sent.attempt}`).toBe(isOwners ? 'lead' : 'nothing');
  }
};

/** Whoever an event names has done what its facts say, and nobody else. */
export const checkCredit = (s: Scenario, eventId: string, doer: string): void => {
  for (const { type, detail } of s.published) {
    const { data, metadata } = detail;
    if (
      metadata.causationId !== eventId ||
      !/^(LeadAccepted|LeadRejected|ContactRecorded|ContactAttemptRecorded|OutcomeRecorded)$/.test(type)
    )
      continue;
    expect([doer, undefined]).toContain('rep' in data ? data.rep : undefined);
  }
};
