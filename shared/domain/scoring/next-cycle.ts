import type { StageOf } from '../lead/lead.ts';
import { baseOf } from '../lead/leave-owner.ts';
import { NO_BEHAVIOUR } from './behaviour.ts';

/** An ended lead as it begins again: nothing that was done before counts, and nobody has had it. */
export const nextCycle = (lead: StageOf<'ended'>): StageOf<'nurture'> => {
  const { missing: _, contactAttempts: __, ...base } = baseOf(lead);
  return {
    stage: 'nurture',
    ...base,
    cycle: lead.cycle + 1,
    cycleFrom: lead.endedAt,
    behaviour: NO_BEHAVIOUR,
    pastOwners: [],
    attempt: 0,
  };
};
