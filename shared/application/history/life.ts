import { readFact } from '../../contracts/events/facts.ts';
import type { FactEvent } from '../../domain/lead/fact-event.ts';
import { type Fact, isOfLead } from '../../domain/lead/facts.ts';
import type { IsoInstant } from '../../domain/time/instant.ts';

/** What was told of the lead, or what it did. */
export type Told =
  | { readonly type: 'LeadCaptured'; readonly data: { readonly source?: string } }
  | {
      readonly type: 'LeadActivityRecorded';
      readonly data: { readonly kind: string; readonly url?: string; readonly title?: string };
    };

interface At {
  /** ISO 8601. */
  readonly at: IsoInstant;
}

/** Of a fact, its place among all facts of the lead, from 1. */
export type Happening = At & (Told | (Fact & { readonly sequence: number }));

/** Everything that happened to a lead, in order. */
export type LifeEntry = Happening & { readonly cycle: number };

/** The facts of one lead as they were published. */
export const happeningsOf = (facts: readonly FactEvent[]): readonly Happening[] =>
  facts.flatMap((event): readonly Happening[] => {
    const fact = readFact(event);
    if (!isOfLead(fact)) return [];
    return [{ at: event.time, sequence: event.detail.sequence ?? 0, ...fact }];
  });

const isTold = ({ type }: Happening): boolean => type === 'LeadCaptured' || type === 'LeadActivityRecorded';

/** Told before anything that followed from it in the same instant. */
const inOrder = (happenings: readonly Happening[]): readonly Happening[] =>
  happenings.toSorted((a, b) => {
    if (a.at !== b.at) return a.at < b.at ? -1 : 1;
    return Number(isTold(b)) - Number(isTold(a));
  });

const endsCycle = (one: Happening): boolean => {
  switch (one.type) {
    case 'LeadRecycled':
    case 'LeadForgotten':
      return true;
    case 'LeadRejected':
      return one.data.action !== 'reassign';
    case 'OutcomeRecorded':
      return one.data.applied && one.data.outcome !== 'sales-qualified';
    default:
      return false;
  }
};

/** A lead that comes back is scored anew. */
const beginsCycle = ({ type }: Happening): boolean =>
  type === 'LeadScored' || type === 'LeadQualified' || type === 'LeadIncomplete';

/** What brings a lead back, what moved it and what is left out of it, is of the cycle that begins in the same instant. */
const leadsToNext = (one: Happening, after: readonly Happening[]): boolean => {
  if (beginsCycle(one)) return true;
  if (!isTold(one) && one.type !== 'LeadFieldsIgnored' && one.type !== 'LeadTouched') return false;
  return after.some((next) => next.at === one.at && beginsCycle(next));
};

/** The life of one lead, cycle by cycle, whatever the order in which its parts are given. */
export const lifeOf = (happenings: readonly Happening[]): readonly LifeEntry[] => {
  const ordered = inOrder(happenings);
  let cycle = 1;
  let ended = false;
  return ordered.map((one, index) => {
    if (ended && leadsToNext(one, ordered.slice(index + 1))) {
      cycle += 1;
      ended = false;
    }
    if (endsCycle(one)) ended = true;
    return { ...one, cycle };
  });
};
