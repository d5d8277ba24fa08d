import { readFact } from '../../shared/contracts/events/facts.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import { isRefunded } from '../../shared/domain/effects/effects-of.ts';
import type { FactEvent } from '../../shared/domain/lead/fact-event.ts';
import { isOwned } from '../../shared/domain/lead/lead.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { Embedded } from '../../simulator/embedded.ts';
import type { Feed } from '../feed.ts';
import { play } from '../simulate/play.ts';
import { createSummary, type Figures } from '../simulate/summary.ts';
import { createFairness, type TeamFairness } from './fairness.ts';

export interface OwnersOf {
  readonly email: string;
  readonly first: string;
  readonly last: string;
  /** Of the first owner. */
  readonly territory: string;
}

export interface Load {
  /** Assignments. */
  readonly leads: number;
  /** The most leads owned at once. */
  readonly peak: number;
}

/** What a feed comes to under one agreement. */
export interface Side {
  readonly figures: Figures;
  /** By lead id, those that had an owner. */
  readonly owners: ReadonlyMap<string, OwnersOf>;
  readonly loads: ReadonlyMap<string, Load>;
  readonly teams: readonly TeamFairness[];
}

export interface SideOptions {
  readonly agreement: Agreement;
  readonly feed: Feed;
  readonly seed: number;
  /** Epoch milliseconds. */
  readonly until?: Instant;
}

/** Who has had how many leads, in all and at once. */
const createLoads = () => {
  const loads = new Map<string, Load>();
  const holders = new Map<string, string>();
  const open = new Map<string, number>();
  const change = (rep: string, by: number): number => {
    const now = (open.get(rep) ?? 0) + by;
    open.set(rep, now);
    return now;
  };
  /** Who has the lead now, if anybody. */
  const hold = (leadId: string, rep: string | undefined): void => {
    const before = holders.get(leadId);
    if (before === rep) return;
    holders.delete(leadId);
    if (before !== undefined) change(before, -1);
    if (rep === undefined) return;
    holders.set(leadId, rep);
    const now = change(rep, 1);
    const { leads = 0, peak = 0 } = loads.get(rep) ?? {};
    loads.set(rep, { leads, peak: Math.max(peak, now) });
  };
  const count = (rep: string): void => {
    const { leads = 0, peak = 0 } = loads.get(rep) ?? {};
    loads.set(rep, { leads: leads + 1, peak });
  };
  return { loads, hold, count };
};

export const playSide = async (options: SideOptions): Promise<Side> => {
  const summary = createSummary(options.agreement);
  const fairness = createFairness(options.agreement);
  const { loads, hold, count } = createLoads();
  const owners = new Map<string, OwnersOf>();
  const scores = new Map<string, number>();

  const onFact = (event: FactEvent, runtime: Embedded): void => {
    summary.fact(event);
    const { leadId } = event.detail;
    if (leadId === undefined) return;
    const lead = runtime.store.lead(leadId);
    hold(leadId, lead !== undefined && isOwned(lead) ? lead.owner.rep : undefined);
    const fact = readFact(event);
    switch (fact.type) {
      case 'LeadQualified':
        scores.set(leadId, fact.data.score);
        break;
      case 'LeadAssigned': {
        const { rep, territory, decision } = fact.data;
        const known = owners.get(leadId);
        const email = lead?.email ?? leadId;
        owners.set(leadId, known === undefined ? { email, first: rep, last: rep, territory } : { ...known, last: rep });
        count(rep);
        const score = scores.get(leadId) ?? 0;
        if (isRefunded([fact])) fairness.refunded(leadId);
        fairness.assigned({ leadId, rep, territory, decision, score });
        break;
      }
      case 'LeadRejected':
        if (isRefunded([fact])) fairness.refunded(leadId);
        break;
      default:
        break;
    }
  };

  const runtime = await play({ ...options, onFact });
  return { figures: summary.figures(options.feed.lines, runtime.now()), owners, loads, teams: fairness.teams() };
};
