import { formatDuration } from '../shared/domain/time/iso-duration.ts';
import type { Figures } from './summary.ts';

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** A run's figures, for a person to read. */
export const printSummary = (figures: Figures, print: (line: string) => void): void => {
  const { timeToAlert } = figures;
  print('');
  print('Summary');
  print(`  lines read            ${figures.lines}`);
  print(`  leads captured        ${figures.captured}`);
  print(`  leads qualified       ${figures.qualified}`);
  print(`  times in line         ${figures.waited}`);
  print(`  lines refused         ${figures.refused}`);
  print(
    timeToAlert === undefined
      ? '  time to alert         nobody was alerted'
      : `  time to alert         p50 ${formatDuration(timeToAlert.p50)}, p99 ${formatDuration(timeToAlert.p99)}`,
  );
  print('  clauses               kept  broken');
  for (const { clause, kept, broken } of figures.clauses) {
    print(`    ${clause.padEnd(18)}${String(kept).padStart(6)}${String(broken).padStart(8)}`);
  }
  print('  assignments per rep  leads   share');
  for (const { name, leads, share } of figures.reps) {
    print(`    ${name.padEnd(18)}${String(leads).padStart(5)}${percent(share).padStart(9)}`);
  }
  for (const [outcome, count] of Object.entries(figures.outcomes)) print(`  ${outcome.padEnd(22)}${count}`);
};
