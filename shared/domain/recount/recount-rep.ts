import { NO_LOAD, type RepLoad, UNANSWERED } from '../routing/rep-load.ts';
import { type Difference, mended, type Recounted } from './difference.ts';
import { byAssignment, type OpenLead } from './open-lead.ts';

const isSame = (kept: readonly string[], counted: readonly string[]): boolean =>
  kept.length === counted.length && kept.every((id, index) => id === counted[index]);

/** Of more than are remembered, any will do. One that was left off for want of room is missing once there is room. */
const unansweredOf = (kept: readonly string[], open: readonly OpenLead[]): readonly string[] => {
  const waiting = open
    .filter(({ isUnanswered }) => isUnanswered)
    .toSorted(byAssignment)
    .map(({ leadId }) => leadId);
  const all = mended(kept, waiting, (id) => id);
  const isFull = kept.length === UNANSWERED && isSame(kept, all.slice(0, UNANSWERED));
  return isFull ? kept : all.slice(-UNANSWERED);
};

/**
 * A rep's document by the rep's open leads. Leads of the day are not among them: who had a lead that has gone on since,
 * only facts tell, and the count ends with the day. What was said of an absence is no count.
 */
export const recountRep = (open: readonly OpenLead[], kept: RepLoad = NO_LOAD): Recounted<RepLoad> => {
  const { unanswered = [], ...load } = kept;
  const waiting = unansweredOf(unanswered, open);
  const differences: Difference[] = [];
  if (load.open !== open.length) differences.push({ counter: 'open', kept: load.open, counted: open.length });
  if (!isSame(unanswered, waiting)) differences.push({ counter: 'unanswered', kept: unanswered, counted: waiting });
  return {
    differences,
    value: { ...load, open: open.length, ...(waiting.length === 0 ? {} : { unanswered: waiting }) },
  };
};
