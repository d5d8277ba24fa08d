import { CLAUSE_RULES } from '../../shared/domain/lead/clause-rules.ts';
import type { Fact, Refused } from '../../shared/domain/lead/facts.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';

/** How long a hot lead waited for somebody to hear of it. */
export interface AlertTime {
  /** Milliseconds from LeadQualified; of a lead that was not alerted, as long as it has waited: at least this. */
  readonly ms: number;
  readonly alerted: boolean;
}

/** Of every time that a lead was qualified; those who were never alerted rank behind all others. */
export interface AlertFigures {
  readonly p50: AlertTime;
  readonly p99: AlertTime;
  /** What `alert` of sla.yaml promises. */
  readonly withinMs: number;
  readonly inTime: number;
  readonly late: number;
  readonly notAlerted: number;
}

export interface AlertTimes {
  fact(leadId: string, fact: Fact | Refused, at: Instant): void;
  /** As it stands at an instant, the end of the run; undefined where no lead was qualified. */
  figures(now: Instant): AlertFigures | undefined;
}

const shorter = (a: AlertTime, b: AlertTime): number =>
  a.alerted === b.alerted ? a.ms - b.ms : Number(b.alerted) - Number(a.alerted);

/** The least value that a share `p` of the values does not exceed (nearest rank); undefined of none. */
const percentile = <T>(sorted: readonly T[], p: number): T | undefined =>
  sorted[Math.max(0, Math.ceil(sorted.length * p) - 1)];

/** Whoever answers for a lead, or takes it of their own accord, has heard of it, whatever became of the message. */
const isHeard = (fact: Fact | Refused): boolean =>
  (fact.type === 'LeadAssigned' && fact.data.decision.by === 'claim') ||
  fact.type === 'LeadAccepted' ||
  fact.type === 'LeadRejected' ||
  (fact.type === 'RepAlerted' && CLAUSE_RULES.alert.metBy(fact));

const isEnd = (fact: Fact | Refused): boolean =>
  fact.type === 'LeadRecycled' || (fact.type === 'OutcomeRecorded' && fact.data.applied);

export const createAlertTimes = (withinMs: number): AlertTimes => {
  const qualifiedAt = new Map<string, Instant>();
  const settled: AlertTime[] = [];
  const settle = (leadId: string, at: Instant, alerted: boolean): void => {
    const since = qualifiedAt.get(leadId);
    if (since === undefined) return;
    qualifiedAt.delete(leadId);
    settled.push({ ms: at - since, alerted });
  };
  return {
    fact: (leadId, fact, at) => {
      if (fact.type === 'LeadQualified') qualifiedAt.set(leadId, at);
      else if (isHeard(fact)) settle(leadId, at, true);
      else if (isEnd(fact)) settle(leadId, at, false);
    },
    figures: (now) => {
      const waiting = [...qualifiedAt.values()].map((since): AlertTime => ({ ms: now - since, alerted: false }));
      const times = [...settled, ...waiting].sort(shorter);
      const [p50, p99] = [percentile(times, 0.5), percentile(times, 0.99)];
      if (p50 === undefined || p99 === undefined) return undefined;
      const alerted = times.filter((time) => time.alerted);
      const inTime = alerted.filter(({ ms }) => ms <= withinMs).length;
      return {
        p50,
        p99,
        withinMs,
        inTime,
        late: alerted.length - inTime,
        notAlerted: times.length - alerted.length,
      };
    },
  };
};
