import { ENDS, type End } from './outcomes.ts';
import { OWNED_STAGES, type OwnedStage } from './stages.ts';

type StoredEnd = Exclude<End, 'forgotten'>;

/** Where a lead stands, as a CRM is told: of one that has ended, how. A forgotten one is told to nobody. */
export type CrmStage = 'nurture' | 'qualified' | 'waiting' | OwnedStage | 'sales-qualified' | StoredEnd;

export const CRM_STAGES: readonly CrmStage[] = [
  'nurture',
  'qualified',
  'waiting',
  ...OWNED_STAGES,
  'sales-qualified',
  ...ENDS.filter((end): end is StoredEnd => end !== 'forgotten'),
];
