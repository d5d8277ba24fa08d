import { CHANNEL_RULES } from '../../domain/alert/channels/channels.ts';
import { activityFieldType, leadFieldType } from '../../domain/condition/condition-fields.ts';
import { quote } from '../../domain/language/quote.ts';
import { CLAUSES } from '../../domain/vocabulary/clauses.ts';
import { STEP_RULES } from '../../domain/vocabulary/steps.ts';
import type { ContentFile } from '../files/content.ts';
import type { ParsedFiles } from '../files/files.ts';
import { channelsOf, type RepsFile } from '../files/reps.ts';
import type { ScoringFile } from '../files/scoring.ts';
import type { SlaFile } from '../files/sla.ts';
import { checkCondition } from './check-conditions.ts';
import { checkDuties } from './check-duties.ts';
import { checkTerritories } from './check-territories.ts';
import { checkUnique } from './check-unique.ts';
import { checkWatches } from './check-watches.ts';
import {
  AGREEMENT_FILES,
  type AgreementFile,
  type Complaint,
  type Finding,
  type IsRead,
  type Path,
} from './finding.ts';

const checkScoring = ({ hot, warm, minimum, fit, behaviour }: ScoringFile, isRead: IsRead): readonly Complaint[] => {
  const { actions } = behaviour;
  return [
    ...(warm !== undefined && warm > hot && isRead(['hot'])
      ? [{ path: ['warm'], message: `warm must not be more than hot, which is ${hot}` }]
      : []),
    ...minimum.flatMap((field, i) =>
      leadFieldType(field) === undefined ? [{ path: ['minimum', i], message: `unknown field ${quote(field)}` }] : [],
    ),
    ...checkUnique({
      of: 'fit rule',
      names: fit.map(({ name }) => name),
      pathOf: (i) => ['fit', i, 'name'],
      isRead,
    }),
    ...fit.flatMap(({ when }, i) => checkCondition(when, leadFieldType, ['fit', i, 'when'])),
    ...checkUnique({
      of: 'action',
      names: actions.map(({ name }) => name),
      pathOf: (i) => ['behaviour', 'actions', i, 'name'],
      isRead,
    }),
    ...actions.flatMap(({ when }, i) =>
      when === undefined ? [] : checkCondition(when, activityFieldType, ['behaviour', 'actions', i, 'when']),
    ),
  ];
};

const whyNone = ({ alerts = [] }: RepsFile['reps'][number]): string =>
  alerts.length === 0
    ? 'alerts names none'
    : [...new Set(alerts)].map((channel) => `${channel} needs ${quote(CHANNEL_RULES[channel].needs)}`).join(', ');

/** The ids of all reps; undefined where one could not be read, which may be any. */
export const knownIds = ({ reps }: RepsFile, isRead: IsRead): ReadonlySet<string> | undefined =>
  isRead(['reps']) && reps.every((_, i) => isRead(['reps', i, 'id'])) ? new Set(reps.map(({ id }) => id)) : undefined;

/** The names of all duties; undefined where one could not be read, which may be any. */
const knownDuties = ({ onCall }: RepsFile, isRead: IsRead): ReadonlySet<string> | undefined =>
  isRead(['onCall']) && onCall.every((_, i) => isRead(['onCall', i, 'name']))
    ? new Set(onCall.map(({ name }) => name))
    : undefined;

const checkReps = (file: RepsFile, isRead: IsRead, isReadWhole: IsRead): readonly Complaint[] => {
  const { reps } = file;
  const known = knownIds(file, isRead);
  const members = reps.flatMap(({ slack }, at) => (slack === undefined ? [] : [{ slack, at }]));
  return [
    ...checkUnique({ of: 'rep', names: reps.map(({ id }) => id), pathOf: (i) => ['reps', i, 'id'], isRead }),
    // Whoever presses a button is known by it.
    ...checkUnique({
      of: 'Slack id',
      names: members.map(({ slack }) => slack),
      pathOf: (i) => ['reps', members[i]?.at ?? 0, 'slack'],
      isRead,
    }),
    ...reps.flatMap((rep, i) => [
      ...(rep.manager === undefined || known === undefined || known.has(rep.manager)
        ? []
        : [{ path: ['reps', i, 'manager'], message: `unknown manager ${quote(rep.manager)}` }]),
      ...(channelsOf(rep).length === 0 &&
      isRead(['reps', i, 'phone']) &&
      isRead(['reps', i, 'slack']) &&
      isReadWhole(['reps', i, 'alerts'])
        ? [{ path: ['reps', i, 'alerts'], message: `no channel reaches ${quote(rep.id)}: ${whyNone(rep)}` }]
        : []),
      ...checkUnique({
        of: 'override of',
        names: rep.overrides.map(({ date }) => date),
        pathOf: (at) => ['reps', i, 'overrides', at, 'date'],
        isRead,
      }),
    ]),
    ...checkDuties(file, known, isRead),
  ];
};

const checkSla = (sla: SlaFile, isRead: IsRead): readonly Complaint[] =>
  CLAUSES.flatMap((clause) => {
    const steps = sla[clause]?.steps ?? [];
    const end = steps.findIndex(({ do: step }, i) => STEP_RULES[step].endsClause && isRead([clause, 'steps', i, 'do']));
    const last = steps[end];
    return steps.flatMap(({ at, do: step }, i): readonly Complaint[] => {
      const before = steps[i - 1];
      const path = [clause, 'steps', i];
      const found: Complaint[] = [];
      if (before !== undefined && at < before.at && isRead([clause, 'steps', i - 1, 'at'])) {
        found.push({ path: [...path, 'at'], message: `${quote(step)} is due before the step above it` });
      }
      if (at === 0 && STEP_RULES[step].endsClause && isRead([...path, 'at']) && isRead([...path, 'do'])) {
        const message = `${quote(step)} at once takes every lead away in the instant in which it is given`;
        found.push({ path: [...path, 'at'], message });
      }
      // What is due before the end only stands in the wrong place.
      const isAfter = i > end && isRead([...path, 'at']) && isRead([clause, 'steps', end, 'at']);
      if (last !== undefined && isAfter && at >= last.at) {
        found.push({ path, message: `${quote(step)} can never come: ${quote(last.do)} above ends the clause` });
      }
      return found;
    });
  });

const checkContent = ({ content }: ContentFile, isRead: IsRead): readonly Complaint[] => {
  const names = content.map(({ id }) => id);
  // What a piece comes `after` is whatever was read, by the contentId of activities: not only pieces of the catalogue.
  return [
    ...checkUnique({ of: 'content', names, pathOf: (i) => ['content', i, 'id'], isRead }),
    ...content.flatMap(({ for: whom }, i) =>
      whom === undefined ? [] : checkCondition(whom, leadFieldType, ['content', i, 'for']),
    ),
  ];
};

/**
 * What is wrong with what could be read of the files, by itself and with each other. Nothing hangs on what could not
 * be read; what is told of the examples in its place is to be left out.
 */
export const checkAgreement = (parsed: ParsedFiles): readonly Finding[] => {
  const { files, isRead, isReadWhole } = parsed;
  const { scoring, territories, reps, sla, content, watches } = files;
  const readIn = (file: AgreementFile) => (path: Path) => isRead(file, path);
  const known = reps === undefined ? undefined : knownIds(reps, readIn('reps'));
  const duties = reps === undefined ? undefined : knownDuties(reps, readIn('reps'));
  const found: Readonly<Record<AgreementFile, readonly Complaint[]>> = {
    scoring: scoring === undefined ? [] : checkScoring(scoring, readIn('scoring')),
    territories:
      territories === undefined ? [] : checkTerritories(territories, { reps: known, duties }, readIn('territories')),
    reps: reps === undefined ? [] : checkReps(reps, readIn('reps'), (path) => isReadWhole('reps', path)),
    sla: sla === undefined ? [] : checkSla(sla, readIn('sla')),
    content: content === undefined ? [] : checkContent(content, readIn('content')),
    watches: watches === undefined ? [] : checkWatches(watches, known, parsed),
  };
  return AGREEMENT_FILES.flatMap((file) => found[file].map((complaint) => ({ file, ...complaint })));
};
