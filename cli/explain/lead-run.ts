import type {
  DecisionBase,
  DecisiveField,
  RoutingDecision,
} from '../../shared/application/history/routing-decision.ts';
import { readFact } from '../../shared/contracts/events/facts.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { FactEvent } from '../../shared/domain/lead/fact-event.ts';
import { isLive, type Lead } from '../../shared/domain/lead/lead.ts';
import { accountDomain } from '../../shared/domain/routing/routing-state.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { Embedded } from '../../simulator/embedded.ts';
import type { Feed } from '../feed.ts';
import { play } from '../simulate/play.ts';
import type { LeadLine } from './lead-lines.ts';
import { routingStateNow } from './routing-state-now.ts';
import type { Moment } from './what-if/predict-owner.ts';
import { whyMatched } from './what-if/why-matched.ts';
import { type Closest, closestOf } from './what-if/why-unassigned.ts';

export interface LeadRun {
  /** As it stands at the end; undefined if it never came to be. */
  readonly lead: Lead | undefined;
  /** What was published of it, in order. */
  readonly facts: readonly FactEvent[];
  readonly decisions: readonly RoutingDecision[];
  /** The lead as it first came to be routed. */
  readonly moment: Moment | undefined;
  /** The nearest that it came to being hot in its last cycle, of what it was not. */
  readonly closest: Closest | undefined;
}

export interface RunOptions {
  readonly agreement: Agreement;
  readonly feed: Feed;
  readonly seed: number;
  /** Epoch milliseconds. */
  readonly until?: Instant;
}

const playFor = (
  options: RunOptions,
  leadId: string,
  hears: {
    onFact: (fact: FactEvent, runtime: Embedded) => void;
    afterLine?: (runtime: Embedded) => void;
    enough?: () => boolean;
  },
) =>
  play({
    ...options,
    onFact: (fact, runtime) => {
      if (fact.detail.leadId === leadId) hears.onFact(fact, runtime);
    },
    onMessage: () => {},
    afterLine: async (runtime) => hears.afterLine?.(runtime),
    ...(hears.enough === undefined ? {} : { enough: hears.enough }),
  });

/** The field by which the lead is of an account. */
const accountField = (lead: Lead, agreement: Agreement): DecisiveField => {
  const given = lead.fields['company.domain'];
  const value = accountDomain(lead, agreement);
  const field = given === undefined ? 'person.email' : 'company.domain';
  return { field, ...(value === undefined ? {} : { value }), held: [], above: [], moreAbove: 0 };
};

/** Plays a feed and keeps all that was decided about one lead. */
export const runLead = async (options: RunOptions, leadId: string, lines: readonly LeadLine[]): Promise<LeadRun> => {
  const facts: FactEvent[] = [];
  const decisions: RoutingDecision[] = [];
  const states: Promise<unknown>[] = [];
  const places = new Set(lines.map(({ index }) => index));
  let moment: Moment | undefined;
  let closest: (Closest & { readonly cycle: number }) | undefined;
  let index = -1;

  const momentNow = (runtime: Embedded, keep: (moment: Moment) => void): void => {
    const lead = runtime.store.lead(leadId);
    if (lead?.stage !== 'qualified' && lead?.stage !== 'waiting') return;
    const { agreement } = runtime.ports.rules;
    const now = runtime.now();
    states.push(
      routingStateNow(runtime.store, agreement, accountDomain(lead, agreement)).then((state) =>
        keep({ lead, state, now }),
      ),
    );
  };

  const base = (event: FactEvent, runtime: Embedded): DecisionBase | undefined => {
    const lead = runtime.store.lead(leadId);
    if (lead === undefined || !isLive(lead)) return undefined;
    const { agreement, territoryOf } = runtime.ports.rules;
    const territory = territoryOf(lead.fields);
    if (territory === undefined) return undefined;
    return {
      at: event.time,
      cycle: lead.cycle,
      sequence: event.detail.sequence ?? 0,
      territory: territory.name,
      decisive: whyMatched(territory, agreement.territories, territoryOf, lead.fields),
      score: lead.qualification.score,
      reasons: lead.qualification.reasons,
    };
  };

  const onFact = (event: FactEvent, runtime: Embedded): void => {
    facts.push(event);
    const fact = readFact(event);
    const { rules } = runtime.ports;
    if (fact.type === 'LeadQualified' && moment === undefined) {
      momentNow(runtime, (first) => {
        moment ??= first;
      });
    }
    const told = fact.type === 'LeadAssigned' || fact.type === 'LeadWaiting' ? base(event, runtime) : undefined;
    if (told === undefined) return;
    if (fact.type === 'LeadAssigned') {
      const { rep, attempt, decision } = fact.data;
      const lead = runtime.store.lead(leadId);
      const decisive = decision.by === 'account' && lead !== undefined ? [accountField(lead, rules.agreement)] : [];
      decisions.push({
        type: fact.type,
        ...told,
        decisive: [...decisive, ...told.decisive],
        rep,
        attempt,
        decision,
      });
    } else if (fact.type === 'LeadWaiting') {
      decisions.push({ type: fact.type, ...told, ...fact.data });
    }
  };

  const afterLine = (runtime: Embedded): void => {
    index += 1;
    const lead = places.has(index) ? runtime.store.lead(leadId) : undefined;
    if (lead?.stage !== 'nurture') return;
    const now = closestOf(lead, runtime.ports.rules, runtime.now());
    if (closest?.cycle === lead.cycle && now.score <= closest.score) return;
    closest = { ...now, cycle: lead.cycle };
  };

  const runtime = await playFor(options, leadId, { onFact, afterLine });
  await Promise.all(states);
  return { lead: runtime.store.lead(leadId), facts, decisions, moment, closest };
};

/**
 * Plays a feed and answers who owned the lead, in order, and how many lines that took. It is played no
 * further than the first owner, if that is `same`, and the instant `lastAt` of the lead's last line, where
 * nobody owns the lead or waits for it then, or it has ended.
 */
export const ownersOf = async (
  options: RunOptions,
  leadId: string,
  { same, lastAt }: { readonly same: string | undefined; readonly lastAt: number },
): Promise<{ readonly owners: readonly string[]; readonly lines: number }> => {
  const owners: string[] = [];
  let lines = 0;
  let settled = false;
  await playFor(options, leadId, {
    onFact: (event) => {
      const fact = readFact(event);
      if (fact.type === 'LeadAssigned') owners.push(fact.data.rep);
    },
    afterLine: (runtime) => {
      lines += 1;
      const lead = runtime.store.lead(leadId);
      settled = runtime.now() > lastAt && (lead === undefined || !isLive(lead));
    },
    enough: () => settled || (owners.length > 0 && owners[0] === same),
  });
  return { owners, lines };
};
