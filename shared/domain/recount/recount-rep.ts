import { NO_LOAD, type RepLoad, UNANSWERED } from '../routing/rep-load.ts';
import { type Difference, isSameSet, mended, type Recounted } from './difference.ts';
import { byAssignment, type OpenLead } from './open-lead.ts';

/** The same as is kept where that holds. One that was left off for want of room is missing once there is room. */
const unansweredOf = (kept: readonly string[], open: readonly OpenLead[]): readonly string[] => {
  const waiting = open.filter(({ isUnanswered }) => isUnanswered);
  const ids = waiting.map(({ leadId }) => leadId);
  if (isSameSet(kept, ids, UNANSWERED)) return kept;
  const inOrder = waiting.toSorted(byAssignment).map(({ leadId }) => leadId);
  return mended(kept, inOrder, (id) => id).slice(-UNANSWERED);
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
  if (waiting !== unanswered) differences.push({ counter: 'unanswered', kept: unanswered, counted: waiting });
  return {
    differences,
    value: { ...load, open: open.length, ...(waiting.length === 0 ? {} : { unanswered: waiting }) },
  };
};
