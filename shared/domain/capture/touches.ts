import type { Fields } from '../condition/condition.ts';
import type { Fact, Touch } from '../lead/facts.ts';
import type { Activity } from '../lead/lead.ts';
import { type IsoInstant, toIso } from '../time/instant.ts';
import type { TouchKind } from '../vocabulary/touch-kinds.ts';

/** Kinds that a form tells in a field of that name. */
const TOLD = ['source', 'campaign'] as const satisfies readonly TouchKind[];

/** What a capture tells; `occurredAt` is asked for each field. */
export const touchesTold = (fields: Fields, occurredAt: (path: string) => IsoInstant): readonly Touch[] =>
  TOLD.flatMap((kind) => {
    const value = fields[kind];
    return typeof value === 'string' ? [{ kind, value, occurredAt: occurredAt(kind) }] : [];
  });

export const touchesDone = (activities: readonly Activity[]): readonly Touch[] =>
  activities.flatMap(({ contentId, at }) =>
    contentId === undefined ? [] : [{ kind: 'content', value: contentId, occurredAt: toIso(at) }],
  );

const oldestFirst = (a: Touch, b: Touch): number =>
  a.occurredAt === b.occurredAt ? 0 : a.occurredAt < b.occurredAt ? -1 : 1;

/** Tells the touches of an event with the LeadScored that it led to, for that costs nothing; else by themselves. */
export const withTouches = (facts: readonly Fact[], touches: readonly Touch[]): readonly Fact[] => {
  if (touches.length === 0) return facts;
  const sorted = touches.toSorted(oldestFirst);
  if (!facts.some(({ type }) => type === 'LeadScored')) {
    return [{ type: 'LeadTouched', data: { touches: sorted } }, ...facts];
  }
  return facts.map((fact) => {
    if (fact.type !== 'LeadScored') return fact;
    const { score, ...why } = fact.data;
    return { ...fact, data: { score, ...why, touches: sorted } };
  });
};
