import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import * as z from 'zod';
import { feed } from '../feed.ts';
import { printTable, whole } from '../table.ts';
import { ROOT, workFolder } from '../work-folder.ts';

const LEADS = 10_000;

const figures = z.object({ lines: z.number(), refused: z.literal(0), json: z.number(), read: z.number() });

/**
 * What it costs to read an event as a queue holds it, with every field of it, beside the parsing of its JSON alone.
 * Bundled, as the functions and the command are: run from its source, each closure would be given a name first.
 */
export const benchReading = async (): Promise<void> => {
  const folder = workFolder('reading');
  const [bundle, events] = [join(folder, 'read-events.mjs'), join(folder, 'feed.ndjson')];
  buildSync({
    entryPoints: [join(ROOT, 'bench', 'reading', 'read-events.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  writeFileSync(events, [...feed({ leads: LEADS })].join('\n'));
  const { lines, json, read } = figures.parse(
    JSON.parse(execFileSync(process.execPath, [bundle, events], { encoding: 'utf8' })),
  );
  const row = (name: string, each: number): readonly string[] => [name, `${each.toFixed(2)} µs`, whole(1e6 / each)];
  printTable(
    `reading ${whole(lines)} events`,
    ['', 'each', 'a second'],
    [row('JSON alone', json), row('all of it', read)],
  );
  rmSync(folder, { recursive: true });
};
