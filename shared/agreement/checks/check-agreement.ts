import { CHANNEL_RULES } from '../../domain/alert/channels/channels.ts';
import { activityFieldType, leadFieldType } from '../../domain/condition/condition-fields.ts';
import { OWNER_CLAUSES } from '../../domain/vocabulary/clauses.ts';
import { STEP_RULES } from '../../domain/vocabulary/steps.ts';
import type { ContentFile } from '../files/content.ts';
import type { UnderstoodFiles } from '../files/files.ts';
import { channelsOf, type RepsFile } from '../files/reps.ts';
import type { ScoringFile } from '../files/scoring.ts';
import type { SlaFile } from '../files/sla.ts';
import { checkCondition } from './check-conditions.ts';
import { checkTerritories } from './check-territories.ts';
import { checkUnique } from './check-unique.ts';
import { AGREEMENT_FILES, type AgreementFile, type Complaint, type Finding, quote } from './finding.ts';

const checkScoring = ({ hot, warm, minimum, fit, behaviour }: ScoringFile): readonly Complaint[] => {
  const { actions } = behaviour;
  return [
    ...(warm !== undefined && warm > hot
      ? [{ path: ['warm'], message: `warm must not be more than hot, which is ${hot}` }]
      : []),
    ...minimum.flatMap((field, i) =>
      leadFieldType(field) === undefined ? [{ path: ['minimum', i], message: `unknown field ${quote(field)}` }] : [],
    ),
    ...checkUnique(
      fit.map(({ name }) => name),
      'fit rule',
      (i) => ['fit', i, 'name'],
    ),
    ...fit.flatMap(({ when }, i) => checkCondition(when, leadFieldType, ['fit', i, 'when'])),
    ...checkUnique(
      actions.map(({ name }) => name),
      'action',
      (i) => ['behaviour', 'actions', i, 'name'],
    ),
    ...actions.flatMap(({ when }, i) =>
      when === undefined ? [] : checkCondition(when, activityFieldType, ['behaviour', 'actions', i, 'when']),
    ),
  ];
};

const whyNone = ({ alerts = [] }: RepsFile['reps'][number]): string =>
  alerts.length === 0
    ? 'alerts names none'
    : [...new Set(alerts)].map((channel) => `${channel} needs a ${CHANNEL_RULES[channel].needs}`).join(', ');

const checkReps = ({ reps }: RepsFile): readonly Complaint[] => {
  const ids = reps.map(({ id }) => id);
  const known = new Set(ids);
  return [
    ...checkUnique(ids, 'rep', (i) => ['reps', i, 'id']),
    ...reps.flatMap((rep, i) => [
      ...(rep.manager === undefined || known.has(rep.manager)
        ? []
        : [{ path: ['reps', i, 'manager'], message: `unknown manager ${quote(rep.manager)}` }]),
      ...(channelsOf(rep).length === 0
        ? [{ path: ['reps', i, 'alerts'], message: `no channel reaches ${quote(rep.id)}: ${whyNone(rep)}` }]
        : []),
      ...checkUnique(
        rep.overrides.map(({ date }) => date),
        'override of',
        (at) => ['reps', i, 'overrides', at, 'date'],
      ),
    ]),
  ];
};

const checkSla = (sla: SlaFile): readonly Complaint[] =>
  OWNER_CLAUSES.flatMap((clause) => {
    const steps = sla[clause]?.steps ?? [];
    const end = steps.findIndex(({ do: step }) => STEP_RULES[step].endsClause);
    return steps.flatMap(({ at, do: step }, i): readonly Complaint[] => {
      const before = steps[i - 1];
      const path = [clause, 'steps', i];
      if (before !== undefined && at < before.at) {
        return [{ path: [...path, 'at'], message: `${quote(step)} is due before the step above it` }];
      }
      if (end === -1 || i <= end) return [];
      return [{ path, message: `${quote(step)} can never come: ${quote(steps[end]?.do)} above ends the clause` }];
    });
  });

const checkContent = ({ content }: ContentFile): readonly Complaint[] => {
  const ids = content.map(({ id }) => id);
  // What a piece comes `after` is whatever was read, by the contentId of activities: not only pieces of the catalogue.
  return [
    ...checkUnique(ids, 'content', (i) => ['content', i, 'id']),
    ...content.flatMap(({ for: whom }, i) =>
      whom === undefined ? [] : checkCondition(whom, leadFieldType, ['content', i, 'for']),
    ),
  ];
};

/** What is wrong with files that could be understood, by themselves and with each other. */
export const checkAgreement = (files: UnderstoodFiles): readonly Finding[] => {
  const { scoring, territories, reps, sla, content } = files;
  const found: Readonly<Record<AgreementFile, readonly Complaint[]>> = {
    scoring: scoring === undefined ? [] : checkScoring(scoring),
    territories: territories === undefined ? [] : checkTerritories(territories, reps),
    reps: reps === undefined ? [] : checkReps(reps),
    sla: sla === undefined ? [] : checkSla(sla),
    content: content === undefined ? [] : checkContent(content),
  };
  return AGREEMENT_FILES.flatMap((file) => found[file].map((complaint) => ({ file, ...complaint })));
};
