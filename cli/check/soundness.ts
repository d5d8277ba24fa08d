import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import { counted } from '../../shared/domain/language/counted.ts';
import { CLAUSES } from '../../shared/domain/vocabulary/clauses.ts';

const clausesOf = ({ sla }: Agreement): number => CLAUSES.filter((clause) => sla[clause] !== undefined).length;

/** `agreement is sound: 3 territories, 12 reps, …`, by the name that the folder was given by. */
export const soundness = (folder: string, agreement: Agreement): string => {
  const { scoring, territories, reps, content, watches = [] } = agreement;
  const parts = [
    counted(territories.length, 'territory', 'territories'),
    counted(Object.keys(reps).length, 'rep'),
    counted(clausesOf(agreement), 'clause'),
    counted(scoring.fit.length + scoring.behaviour.actions.length, 'scoring rule'),
    counted(content.length, 'piece of content', 'pieces of content'),
    ...(watches.length === 0 ? [] : [counted(watches.length, 'watch', 'watches')]),
  ];
  return `${folder} is sound: ${parts.join(', ')}`;
};
