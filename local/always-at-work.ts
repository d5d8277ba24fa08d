import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isSeq, parseDocument } from 'yaml';

/** Whatever keeps a rep from work. */
const ABSENCES = ['calendar', 'holidays', 'overrides', 'away', 'quiet'];

/**
 * Copies an agreement with everybody at work at every hour: what is shown locally shall not depend on when.
 */
export const copyAlwaysAtWork = (from: string, to: string): void => {
  cpSync(from, to, { recursive: true });
  const file = join(to, 'reps.yaml');
  const document = parseDocument(readFileSync(file, 'utf8'));
  const reps = document.get('reps');
  if (!isSeq(reps)) return;
  for (const rep of reps.items) {
    if (!isMap(rep)) continue;
    for (const absence of ABSENCES) rep.delete(absence);
    rep.set('hours', document.createNode({ 'mon-sun': ['00:00-24:00'] }));
  }
  writeFileSync(file, String(document));
};
