import { FEWEST, type Refusal } from '../../shared/domain/calibrate/calibrate.ts';

const interval = ([from, to]: readonly [number, number]): string => `${from.toFixed(3)} to ${to.toFixed(3)}`;

const PARTS = { all: 'all outcomes', train: 'the older outcomes', test: 'the newer outcomes' } as const;

/** Why nothing is suggested, and what it would take. */
export const refusalInWords = (refusal: Refusal): { readonly why: string; readonly needs: string } => {
  switch (refusal.why) {
    case 'too-few':
      return {
        why: `too few outcomes: ${refusal.has} ${refusal.kind} among ${PARTS[refusal.part]}`,
        needs:
          refusal.part === 'all'
            ? `${refusal.needs} cycles that were won or lost`
            : `${FEWEST.used} cycles that were won or lost; ${refusal.needs} ${refusal.kind} among ${PARTS[refusal.part]}`,
      };
    case 'no-signal':
      return {
        why: `no signal: what is known at qualification foretells the outcome no better than chance (AUC ${interval(refusal.ci95)})`,
        needs: 'an interval above 0.5: more outcomes, or fields and actions that have to do with them',
      };
    case 'no-better':
      return {
        why: `no better points: those that the outcomes speak for differ from today's by ${interval(refusal.ci95)} of AUC`,
        needs: 'a difference above 0 by more than its noise: more outcomes',
      };
  }
};
