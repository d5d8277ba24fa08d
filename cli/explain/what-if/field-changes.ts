import type { Condition, Fields, Scalar } from '../../../shared/domain/condition/condition.ts';
import { accountDomain } from '../../../shared/domain/routing/routing-state.ts';
import type { Rules } from '../../../shared/domain/rules.ts';
import { domainOfAddress } from '../../../shared/fields/domain.ts';
import { type Candidate, candidateValues, withField } from './candidate-values.ts';

/** Another value of one field of a lead. */
export interface FieldChange {
  /** As in the data of LeadCaptured. */
  readonly path: string;
  /** Null if the lead has none, or shall have none. */
  readonly from: Scalar | null;
  readonly to: Scalar | null;
  /** How great the change is, for comparison alone. */
  readonly size: number;
}

/** Who a lead is: no input that could have been another. */
const IDENTITY = new Set(['person.email', 'visitorId']);

/** Numbers by their distance, then another value that somebody speaks of, one more than there was, any other, none. */
const sizeOf = (from: Scalar | undefined, { value, named }: Candidate): number => {
  if (value === null) return 4;
  if (!named) return 3;
  if (from === undefined) return 2;
  if (typeof from !== 'number' || typeof value !== 'number') return 1;
  return Math.min(1, Math.abs(value - from) / Math.max(Math.abs(from), 1));
};

/** With the domain of the address where no other is said, as a capture keeps it. */
const withDerived = (fields: Fields, email: string, freeMail: readonly string[]): Fields => {
  if (fields['company.domain'] !== undefined) return fields;
  const domain = domainOfAddress(email, { freeMail: new Set(freeMail) });
  return 'value' in domain ? { ...fields, 'company.domain': domain.value } : fields;
};

/** All that a decision looks at of a lead's fields, in one text: with the same, it is the same decision. */
const aspectOf = (told: Fields, email: string, { agreement, territoryOf, fit }: Rules): string => {
  const fields = withDerived(told, email, agreement.scoring.freeMail);
  const territory = territoryOf(fields);
  return JSON.stringify([
    territory?.name,
    fit.reduce((sum, rule) => (rule.holds(fields) ? sum + rule.points : sum), 0),
    agreement.scoring.minimum.filter((path) => fields[path] === undefined),
    territory?.matchLanguage ? (fields.language ?? null) : null,
    accountDomain({ fields }, agreement) ?? null,
  ]);
};

/** Whatever of a lead's fields the agreement may look at, as conditions. */
const conditionsOf = ({ territories, scoring, reps }: Rules['agreement']): readonly Condition[] => [
  ...territories.flatMap(({ when }) => (when === undefined ? [] : [when])),
  ...scoring.fit.map(({ when }) => when),
  ...scoring.minimum.map((field) => ({ field, test: { exists: true } })),
  ...(territories.some(({ matchLanguage }) => matchLanguage)
    ? [{ field: 'language', test: { in: Object.values(reps).flatMap(({ languages }) => languages) } }]
    : []),
  { field: 'company.domain', test: { exists: true } },
];

/**
 * The changes of one field that may make another decision, the smallest first; of those of one field that
 * make the same, the smallest alone.
 */
export const fieldChanges = (fields: Fields, email: string, rules: Rules): readonly FieldChange[] => {
  const now = aspectOf(fields, email, rules);
  const found: FieldChange[] = [];
  for (const [path, candidates] of candidateValues(conditionsOf(rules.agreement), fields)) {
    if (IDENTITY.has(path)) continue;
    const from = fields[path];
    const changes = candidates
      .map((candidate) => ({ path, from: from ?? null, to: candidate.value, size: sizeOf(from, candidate) }))
      .sort((a, b) => a.size - b.size);
    const seen = new Set([now]);
    for (const change of changes) {
      const aspect = aspectOf(withField(fields, path, change.to), email, rules);
      if (seen.has(aspect)) continue;
      seen.add(aspect);
      found.push(change);
    }
  }
  return found.sort((a, b) => a.size - b.size);
};
