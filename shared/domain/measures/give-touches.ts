import type { Touch } from '../lead/facts.ts';
import { type Cycle, touchedBy } from './cycle.ts';

/** A touch is of the cycle in which it occurred, however late it is told; what came after qualifying moved nobody. */
export const giveTouches = (cycles: readonly Cycle[], touches: readonly Touch[]): void => {
  const inOrder = touches.map((touch) => ({ touch, at: Date.parse(touch.occurredAt) })).sort((a, b) => a.at - b.at);
  let from = Number.NEGATIVE_INFINITY;
  for (const cycle of inOrder.length === 0 ? [] : cycles) {
    const before = cycle.end?.at ?? Number.POSITIVE_INFINITY;
    const latest = cycle.qualified?.at ?? Number.POSITIVE_INFINITY;
    cycle.touches = inOrder.filter(({ at }) => at >= from && at < before && at <= latest).map(({ touch }) => touch);
    cycle.touchedBy = touchedBy(cycle.touches);
    from = before;
  }
};
