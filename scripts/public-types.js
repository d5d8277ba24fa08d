// Keeps of the types those that the two entries are made of; the same for CommonJS.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FOLDER = 'dist/types';
const ENTRIES = ['infra/golden-hour.d.ts', 'infra/agreement.d.ts'];

const reached = new Map();
const reach = (file) => {
  if (reached.has(file)) return;
  const text = readFileSync(join(FOLDER, file), 'utf8');
  reached.set(file, text);
  for (const [, from] of text.matchAll(/(?:from|import\() ?['"](\.[^'"]+)\.[jt]s['"]/g)) {
    reach(join(dirname(file), `${from}.d.ts`));
  }
};
ENTRIES.forEach(reach);

rmSync(FOLDER, { recursive: true });
for (const folder of [FOLDER, 'dist/cjs/types']) {
  for (const [file, text] of reached) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    // Older compilers look for a file of just that name.
    writeFileSync(join(folder, file), text.replace(/(from '\.[^']+)\.ts'/g, "$1.js'"));
  }
}
