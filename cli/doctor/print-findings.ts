import { counted } from '../../shared/domain/language/counted.ts';
import type { Finding } from './finding.ts';

/** What it is about, or null: as docs/doctor.md says. */
export const findingJson = ({ severity, check, about, says, todo, see }: Finding) => ({
  severity,
  check,
  about: about ?? null,
  finding: says,
  do: todo,
  see,
});

export const findingLine = ({ severity, says, todo, see }: Finding): string =>
  `${severity.padEnd('problem'.length)}  ${says}. ${todo}. See ${see}`;

/** `2 problems, 1 warning`, or what is well. */
export const howItStands = (findings: readonly Finding[]): string => {
  const of = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  const [problems, warnings] = [of('problem'), of('warning')];
  const warned = warnings === 0 ? '' : `, ${counted(warnings, 'warning')}`;
  return problems === 0
    ? `every rep can be reached, no dead letters, no alarm, nothing late${warned}`
    : `${counted(problems, 'problem')}${warned}`;
};
