import type { Action, Agreement } from '../../../shared/domain/agreement/agreement.ts';
import type { Fields, Scalar } from '../../../shared/domain/condition/condition.ts';
import { matches } from '../../../shared/domain/condition/matches.ts';
import { candidateValues } from './candidate-values.ts';

/** Something that a lead could have done besides, as the data of LeadActivityRecorded without whose it is. */
export interface ActivityChange {
  readonly action: string;
  readonly activity: { readonly kind: string } & Readonly<Record<string, Scalar>>;
}

/** An activity that counts as this action; undefined where its condition is too intricate to meet by guessing. */
const activityOf = ({ kind, when }: Action): ActivityChange['activity'] | undefined => {
  if (when === undefined) return { kind };
  const fields: Record<string, Scalar> = {};
  for (const [field, candidates] of candidateValues([when], {})) {
    const value = candidates.find(({ named }) => named)?.value;
    if (value !== undefined && value !== null && field !== 'kind') fields[field] = value;
  }
  const activity: Fields = { ...fields, kind };
  return matches(when, activity) ? { ...fields, kind } : undefined;
};

/** The single activities that would have made up for the missing points, those worth least first. */
export const activityChanges = ({ scoring }: Agreement, missing: number): readonly ActivityChange[] =>
  scoring.behaviour.actions
    .filter(({ points, atMost = points, handRaise }) => handRaise || Math.min(points, atMost) >= missing)
    .sort((a, b) => a.points - b.points)
    .flatMap((action) => {
      const activity = activityOf(action);
      return activity === undefined ? [] : [{ action: action.name, activity }];
    });
