import { readFact } from '../../../shared/contracts/events/facts.ts';
import type { Agreement } from '../../../shared/domain/agreement/agreement.ts';
import type { FactEvent } from '../../../shared/domain/lead/fact-event.ts';
import { type Fact, isOfLead } from '../../../shared/domain/lead/facts.ts';
import type { RepFact } from '../../../shared/domain/lead/rep-facts.ts';
import type { OwnedStage } from '../../../shared/domain/vocabulary/stages.ts';

/** Who has a lead, as the facts alone tell it. */
export interface CountedOwner {
  readonly rep: string;
  readonly attempt: number;
  readonly isManager: boolean;
  readonly stage: OwnedStage;
  /** When the clause of the stage began. */
  readonly since: number;
  readonly charge?: { readonly territory: string; readonly value: number };
}

/** A lead as its facts alone tell it. */
export interface CountedLead {
  readonly cycle: number;
  readonly score: number;
  readonly attempt: number;
  readonly pastOwners: readonly string[];
  readonly owner?: CountedOwner;
  /** Whose it is since sales has found it qualified; it is not among the open leads of anybody. */
  readonly sealedOf?: CountedOwner;
  /** From whom the clock took it, while it has no owner. */
  readonly silent?: string;
  /** The last clock of an owner. */
  readonly clock?: { readonly clause: string; readonly attempt: number };
}

const UNKNOWN: CountedLead = { cycle: 0, score: 0, attempt: 0, pastOwners: [] };

export interface Received {
  readonly leads: number;
  readonly value: number;
}

/** What everything beside the leads must be, counted anew from the facts. */
export interface Recount {
  readonly leads: ReadonlyMap<string, CountedLead>;
  /** By `territory rep`. */
  readonly received: ReadonlyMap<string, Received>;
  /** By `rep date`, UTC. */
  readonly days: ReadonlyMap<string, number>;
  /** Leads with an owner, by the order of their assignment. */
  readonly open: readonly { readonly leadId: string; readonly rep: string }[];
  /** The last owner of each lead that ever had one, the last of all at the end. */
  readonly owners: readonly { readonly leadId: string; readonly rep: string }[];
  /** Messages that must have gone out: `lead purpose rep attempt`. */
  readonly messages: readonly string[];
  /** By rep: why they are said to take no leads, and nothing where they are back. An absence that is over stays. */
  readonly absences: ReadonlyMap<string, 'away' | 'paused'>;
  /** Facts that name somebody who did not do it. */
  readonly problems: readonly string[];
  add(event: FactEvent): void;
}

/** Counts ledgers, loads, accounts, attempts and clocks from published facts, and knows nothing of how they are kept. */
export const createRecount = (agreement: Agreement): Recount => {
  const leads = new Map<string, CountedLead>();
  const received = new Map<string, Received>();
  const days = new Map<string, number>();
  const absences = new Map<string, 'away' | 'paused'>();
  let open: Recount['open'] = [];
  let owners: Recount['owners'] = [];
  const messages: string[] = [];
  /** By lead: all who have had it, over its cycles. */
  const holders = new Map<string, ReadonlySet<string>>();
  const problems: string[] = [];

  const charge = (rep: string, paid: CountedOwner['charge'], sign: 1 | -1): void => {
    if (paid === undefined) return;
    const key = `${paid.territory} ${rep}`;
    const { leads: count, value } = received.get(key) ?? { leads: 0, value: 0 };
    received.set(key, { leads: count + sign, value: value + sign * paid.value });
  };

  const release = (leadId: string, lead: CountedLead, isRefunded: boolean): CountedLead => {
    const { owner, ...left } = lead;
    if (owner === undefined) return lead;
    open = open.filter((one) => one.leadId !== leadId);
    if (isRefunded) charge(owner.rep, owner.charge, -1);
    return left;
  };

  const mustBe = (owner: CountedOwner | undefined, { type, data }: Fact, doer: string | undefined): void => {
    if (doer !== owner?.rep) problems.push(`${type} names ${doer}, and ${owner?.rep} has the lead`);
    if ('attempt' in data && data.attempt !== owner?.attempt) problems.push(`${type} is of attempt ${data.attempt}`);
  };

  /** What is told late is the merit of an owner before; of what nobody has any more, of whoever is named. */
  const mustHaveHad = (leadId: string, owner: CountedOwner | undefined, rep: string | undefined): void => {
    const had = holders.get(leadId);
    const isPast = rep !== undefined && had !== undefined && (owner === undefined || had.has(rep));
    if (rep !== owner?.rep && !isPast) problems.push(`an outcome is of ${rep}, and ${owner?.rep} has the lead`);
  };

  const assign = (leadId: string, lead: CountedLead, fact: Extract<Fact, { type: 'LeadAssigned' }>, at: number) => {
    const { rep, attempt, from, territory, decision } = fact.data;
    const { by } = decision;
    if (attempt !== lead.attempt + 1) problems.push(`attempt ${attempt} follows ${lead.attempt}`);
    if (from !== lead.owner?.rep) problems.push(`taken from ${from}, and ${lead.owner?.rep} had it`);
    if (by === 'claim' && lead.pastOwners.includes(rep)) problems.push(`${rep} claims what they have lost`);
    if (by === 'claim' && lead.owner !== undefined && lead.owner.stage !== 'assigned')
      problems.push(`${rep} claims what is accepted`);
    const loser = lead.owner?.rep ?? lead.silent;
    const isByThemselves = by === 'claim' || decision.changedBy === rep;
    if (!isByThemselves) messages.push(`${leadId} alert ${rep}`);
    if (loser !== undefined && loser !== rep) messages.push(`${leadId} taken-away ${loser}`);
    const isManager = by === 'manager';
    const team = decision.team ?? territory;
    const byScore = agreement.territories.find(({ name }) => name === team)?.share === 'score';
    const paid =
      isManager || by === 'on-call' ? undefined : { territory: team, value: byScore ? Math.max(0, lead.score) : 1 };
    const stage = isManager ? 'accepted' : by === 'owner-change' ? (lead.owner?.stage ?? 'assigned') : 'assigned';
    holders.set(leadId, new Set(holders.get(leadId)).add(rep));
    const { silent: _, ...freed } = release(leadId, lead, true);
    charge(rep, paid, 1);
    if (!isManager) {
      const day = `${rep} ${new Date(at).toISOString().slice(0, 10)}`;
      days.set(day, (days.get(day) ?? 0) + 1);
      open = [...open, { leadId, rep }];
      owners = [...owners.filter((one) => one.leadId !== leadId), { leadId, rep }];
    }
    return {
      ...freed,
      attempt,
      pastOwners: isManager ? lead.pastOwners : [...lead.pastOwners.filter((one) => one !== rep), rep],
      owner: { rep, attempt, isManager, stage, since: at, ...(paid === undefined ? {} : { charge: paid }) },
    };
  };

  const after = (leadId: string, lead: CountedLead, fact: Fact, at: number): CountedLead => {
    const { owner } = lead;
    const reached = (stage: OwnedStage): CountedLead =>
      owner === undefined ? lead : { ...lead, owner: { ...owner, stage, since: at } };
    switch (fact.type) {
      case 'LeadQualified':
        return { cycle: lead.cycle + 1, score: fact.data.score, attempt: 0, pastOwners: [] };
      case 'LeadAssigned':
        return assign(leadId, lead, fact, at);
      case 'LeadAccepted':
        mustBe(owner, fact, fact.data.rep);
        return reached('accepted');
      case 'ContactRecorded':
        if (!fact.data.applied) return lead;
        mustBe(owner, fact, fact.data.rep);
        return reached('contacted');
      case 'ContactAttemptRecorded':
        if (fact.data.applied) mustBe(owner, fact, fact.data.rep);
        return lead;
      case 'ContentSent':
        mustBe(owner, fact, fact.data.rep);
        return lead;
      case 'LeadRejected':
        mustBe(owner, fact, fact.data.rep);
        return release(leadId, lead, fact.data.reason !== 'no-time');
      case 'LeadEscalated': {
        // A step of our alert is of nobody.
        if (fact.data.clause === 'alert') return lead;
        mustBe(owner, fact, fact.data.rep);
        if (fact.data.step !== 'reassign' || owner === undefined) return lead;
        return { ...release(leadId, lead, false), silent: owner.rep };
      }
      case 'SlaBreached':
        if (fact.data.clause !== 'alert') mustBe(owner, fact, fact.data.rep);
        return lead;
      case 'OutcomeRecorded':
        if (!fact.data.applied) return lead;
        mustHaveHad(leadId, owner ?? lead.sealedOf, fact.data.owner ?? fact.data.rep);
        return fact.data.outcome === 'sales-qualified'
          ? { ...release(leadId, lead, false), ...(owner === undefined ? {} : { sealedOf: owner }) }
          : release(leadId, lead, false);
      case 'LeadRecycled':
        return release(leadId, lead, false);
      case 'LeadForgotten':
        return release(leadId, lead, true);
      case 'ClockStarted':
        return fact.data.clause === 'alert' ? lead : { ...lead, clock: fact.data };
      default:
        return lead;
    }
  };

  const countAbsence = (fact: RepFact): void => {
    const { rep } = fact.data;
    if (fact.type === 'RepCameBack') absences.delete(rep);
    if (fact.type === 'RepPaused') absences.set(rep, 'paused');
    if (fact.type === 'RepWentAway') absences.set(rep, 'away');
  };

  return {
    leads,
    received,
    days,
    absences,
    get open() {
      return open;
    },
    get owners() {
      return owners;
    },
    messages,
    problems,
    add: (event) => {
      const { leadId } = event.detail;
      const fact = readFact(event);
      if (!isOfLead(fact) && fact.type !== 'LeadRefused') countAbsence(fact);
      if (leadId === undefined || !isOfLead(fact)) return;
      leads.set(leadId, after(leadId, leads.get(leadId) ?? UNKNOWN, fact, Date.parse(event.time)));
    },
  };
};
