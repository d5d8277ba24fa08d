import { UnsoundAgreement } from '../shared/agreement/unsound-agreement.ts';
import type { Agreement } from '../shared/domain/agreement/agreement.ts';
import type { CompiledAgreement } from './agreement.ts';

const isFull = (agreement: CompiledAgreement): agreement is Agreement =>
  ['scoring', 'territories', 'reps', 'sla', 'content'].every((part) => part in agreement);

/** The agreement with all that its type hides from whoever only passes it on. */
export const inFull = (agreement: CompiledAgreement): Agreement => {
  if (isFull(agreement)) return agreement;
  throw new UnsoundAgreement(['GoldenHour takes what readAgreement resolves to: await it, and pass it on as it is']);
};
