import type { Sla } from '../agreement/agreement.ts';
import type { Touch } from '../lead/facts.ts';
import type { Instant } from '../time/instant.ts';
import { TOUCH_KINDS } from '../vocabulary/touch-kinds.ts';
import { type LeadFact, type Told, tellOn } from './read-cycles.ts';

/** What is kept of a lead for its figures, after its facts up to a place among them. */
export interface MeasuredLead extends Readonly<Told> {
  /** The sequence of the last fact that is counted. */
  readonly upTo: number;
  /** The first and the last instant of its facts. */
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

/** A fact with its place among those of its lead. */
export interface SequencedFact extends LeadFact {
  readonly sequence: number;
}

/** Of one kind; who reads a thousand pages is first and last touched by few of them. */
const FIRST_KEPT = 10;
const LAST_KEPT = 30;

const byTime = (a: Touch, b: Touch): number => Date.parse(a.occurredAt) - Date.parse(b.occurredAt);

const fewer = (touches: readonly Touch[]): readonly Touch[] =>
  TOUCH_KINDS.flatMap((kind) => {
    const own = touches.filter((touch) => touch.kind === kind).sort(byTime);
    return own.length <= FIRST_KEPT + LAST_KEPT ? own : [...own.slice(0, FIRST_KEPT), ...own.slice(-LAST_KEPT)];
  });

/** What is new of some facts: each once, in order. They may come twice and in any order. */
const newOf = (facts: readonly SequencedFact[], upTo: number): readonly SequencedFact[] =>
  [...new Map(facts.map((fact) => [fact.sequence, fact])).values()]
    .filter(({ sequence }) => sequence > upTo)
    .sort((a, b) => a.sequence - b.sequence);

/** Whether facts that lie between those that are counted and these have not come yet. */
export const hasGap = (before: MeasuredLead | undefined, facts: readonly SequencedFact[]): boolean => {
  const upTo = before?.upTo ?? 0;
  return newOf(facts, upTo).some(({ sequence }, index) => sequence !== upTo + 1 + index);
};

/** What is kept of a lead after more of its facts; the same where none of them is new. A gap is passed over. */
export const measureLead = (
  leadId: string,
  before: MeasuredLead | undefined,
  facts: readonly SequencedFact[],
  sla: Sla,
): MeasuredLead | undefined => {
  const news = newOf(facts, before?.upTo ?? 0);
  const last = news.at(-1);
  if (last === undefined) return before;
  const start = before ?? { leadId, cycles: [], touches: [], owner: undefined };
  const { touches, ...told } = tellOn(start, news, sla);
  const instants = news.map(({ at }) => at);
  return {
    ...told,
    touches: [...fewer(touches)],
    upTo: last.sequence,
    firstAt: Math.min(before?.firstAt ?? Number.POSITIVE_INFINITY, ...instants),
    lastAt: Math.max(before?.lastAt ?? 0, ...instants),
  };
};
