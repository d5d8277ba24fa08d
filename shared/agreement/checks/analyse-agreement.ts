import { activityFieldType, leadFieldType } from '../../domain/condition/condition-fields.ts';
import type { Interval } from '../../domain/time/interval.ts';
import { ACTIVITIES, LEADS } from '../analysis/universe.ts';
import { compileRep, compileSla, compileTerritory, type HolidaysOf } from '../compile-agreement.ts';
import type { WrittenCondition } from '../files/condition.ts';
import type { ContentFile } from '../files/content.ts';
import type { UnderstoodFiles } from '../files/files.ts';
import type { ScoringFile } from '../files/scoring.ts';
import type { TerritoriesFile } from '../files/territories.ts';
import { checkClocks } from './check-clocks.ts';
import { checkCondition } from './check-conditions.ts';
import { checkContradictions } from './check-contradictions.ts';
import { checkReach } from './check-reach.ts';
import { checkTakers } from './check-takers.ts';
import { AGREEMENT_FILES, type AgreementFile, type Complaint, type Finding, type Path } from './finding.ts';

export interface Outlook {
  /** None for a calendar that is not known. */
  readonly holidaysOf: HolidaysOf;
  /** The coming year, in epoch milliseconds, for which hours must do. */
  readonly time: Interval;
}

const ofLead = (condition: WrittenCondition | undefined, path: Path): readonly Complaint[] =>
  condition === undefined || checkCondition(condition, leadFieldType, path).length > 0
    ? []
    : checkContradictions(condition, path, LEADS);

const ofScoring = ({ fit, behaviour }: ScoringFile): readonly Complaint[] => [
  ...fit.flatMap(({ when }, i) => ofLead(when, ['fit', i, 'when'])),
  ...behaviour.actions.flatMap(({ kind, when }, i) => {
    const path = ['behaviour', 'actions', i, 'when'];
    return when === undefined || checkCondition(when, activityFieldType, path).length > 0
      ? []
      : checkContradictions(when, path, ACTIVITIES, [{ field: 'kind', test: { in: [kind] } }]);
  }),
];

const ofTerritories = (
  file: TerritoriesFile,
  { reps: repsFile, sla }: UnderstoodFiles,
  { holidaysOf, time }: Outlook,
): Readonly<Record<'territories' | 'sla', readonly Complaint[]>> => {
  const territories = file.territories.map(compileTerritory);
  const reached = checkReach(file.territories, territories);
  if (repsFile === undefined) return { territories: reached, sla: [] };
  const reps = new Map(repsFile.reps.map((rep) => [rep.id, compileRep(rep, holidaysOf)]));
  return {
    territories: [...reached, ...checkTakers(territories, reps, time)],
    sla: sla === undefined ? [] : checkClocks(compileSla(sla), territories, reps, time),
  };
};

const ofContent = ({ content }: ContentFile): readonly Complaint[] =>
  content.flatMap((piece, i) => ofLead(piece.for, ['content', i, 'for']));

/**
 * What follows from files that could be understood, and cannot be meant: what never holds, never matches, is never
 * at work. Each finding is certain; where too much would have to be tried to be certain, nothing is found.
 */
export const analyseAgreement = (files: UnderstoodFiles, outlook: Outlook): readonly Finding[] => {
  const { scoring, territories, content } = files;
  const found: Readonly<Partial<Record<AgreementFile, readonly Complaint[]>>> = {
    ...(scoring === undefined ? {} : { scoring: ofScoring(scoring) }),
    ...(territories === undefined ? {} : ofTerritories(territories, files, outlook)),
    ...(content === undefined ? {} : { content: ofContent(content) }),
  };
  return AGREEMENT_FILES.flatMap((file) => (found[file] ?? []).map((complaint) => ({ file, ...complaint })));
};
