import { type FactType, LEAD_FACT_TYPES } from './fact-types.ts';

/** Facts that figures are counted from: all of a lead, for one that was not heard would look like one that is still to come. */
export const MEASURED_FACTS: readonly FactType[] = [...LEAD_FACT_TYPES, 'LeadRefused'];
