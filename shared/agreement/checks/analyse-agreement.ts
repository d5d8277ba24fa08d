import type { Interval } from '../../domain/time/interval.ts';
import type { Almanac } from '../almanac.ts';
import { compileSla } from '../compile-agreement.ts';
import type { WrittenCondition } from '../files/condition.ts';
import type { ContentFile } from '../files/content.ts';
import type { ParsedFiles } from '../files/files.ts';
import type { ScoringFile } from '../files/scoring.ts';
import type { TerritoriesFile } from '../files/territories.ts';
import type { WatchesFile } from '../files/watches.ts';
import { checkClocks } from './check-clocks.ts';
import { checkContradictions } from './check-contradictions.ts';
import { checkTakers } from './check-takers.ts';
import { checkUnreached } from './check-unreached.ts';
import { readableReps, readableTerritories } from './compile-readable.ts';
import { AGREEMENT_FILES, type AgreementFile, type Complaint, type Finding, type Path } from './finding.ts';

export interface Outlook {
  readonly almanac: Almanac;
  /** The coming year, in epoch milliseconds, for which hours must do. */
  readonly time: Interval;
}

const ofLead = (condition: WrittenCondition | undefined, path: Path): readonly Complaint[] =>
  condition === undefined ? [] : checkContradictions('lead', condition, path);

const ofFit = ({ fit }: ScoringFile): readonly Complaint[] =>
  fit.flatMap(({ when }, i) => ofLead(when, ['fit', i, 'when']));

const ofBehaviour = ({ behaviour }: ScoringFile, { isRead }: ParsedFiles): readonly Complaint[] =>
  behaviour.actions.flatMap(({ kind, when }, i) => {
    const action = ['behaviour', 'actions', i];
    const path = [...action, 'when'];
    if (when === undefined) return [];
    const within = isRead('scoring', [...action, 'kind']) ? [{ field: 'kind', test: { in: [kind] } }] : [];
    return checkContradictions('activity', when, path, within);
  });

const ofTerritories = (
  file: TerritoriesFile,
  parsed: ParsedFiles,
  { almanac, time }: Outlook,
): Readonly<Record<'territories' | 'sla', readonly Complaint[]>> => {
  const { reps: repsFile, sla } = parsed.files;
  const territories = readableTerritories(file, parsed);
  const reached = checkUnreached(file.territories, territories, (path) => parsed.isReadWhole('territories', path));
  if (repsFile === undefined) return { territories: reached, sla: [] };
  const reps = readableReps(repsFile, parsed, almanac);
  return {
    territories: [...reached, ...checkTakers(territories, reps, time)],
    sla: sla === undefined ? [] : checkClocks(compileSla(sla), territories, reps, time),
  };
};

const ofContent = ({ content }: ContentFile): readonly Complaint[] =>
  content.flatMap((piece, i) => ofLead(piece.for, ['content', i, 'for']));

const ofWatches = ({ watches }: WatchesFile): readonly Complaint[] =>
  watches.flatMap(({ when }, i) => ofLead(when, ['watches', i, 'when']));

/**
 * What follows from what could be read of the files, and cannot be meant: what never holds, never matches, is never
 * at work. Each finding is certain; where too much would have to be tried to be certain, nothing is found.
 */
export const analyseAgreement = (parsed: ParsedFiles, outlook: Outlook): readonly Finding[] => {
  const { scoring, territories, content, watches } = parsed.files;
  // In a condition, what contradicts itself does so only as a whole.
  const ofWhole = (file: AgreementFile, complaints: readonly Complaint[]) =>
    complaints.filter(({ path }) => parsed.isReadWhole(file, path));
  const found: Readonly<Partial<Record<AgreementFile, readonly Complaint[]>>> = {
    ...(scoring === undefined
      ? {}
      : { scoring: ofWhole('scoring', [...ofFit(scoring), ...ofBehaviour(scoring, parsed)]) }),
    ...(territories === undefined ? {} : ofTerritories(territories, parsed, outlook)),
    ...(content === undefined ? {} : { content: ofWhole('content', ofContent(content)) }),
    ...(watches === undefined ? {} : { watches: ofWhole('watches', ofWatches(watches)) }),
  };
  return AGREEMENT_FILES.flatMap((file) => (found[file] ?? []).map((complaint) => ({ file, ...complaint })));
};
