import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { writeBenchAgreement } from './agreement.ts';
import { type FeedCount, feed } from './feed.ts';
import { printTable, whole } from './table.ts';
import { ROOT, workFolder } from './work-folder.ts';

const LINES_A_WRITE = 2_000;

const usage = z.object({ cpuMs: z.number(), peakMiB: z.number() });

const writeFeed = async (file: string, leads: number): Promise<FeedCount> => {
  const count: FeedCount = { leads: 0, activities: 0, answers: 0 };
  const stream = createWriteStream(file);
  let gathered: string[] = [];
  const write = async (): Promise<void> => {
    const wait = gathered.length > 0 && !stream.write(`${gathered.join('\n')}\n`);
    gathered = [];
    if (wait) await once(stream, 'drain');
  };
  for (const line of feed({ leads, count })) {
    gathered.push(line);
    if (gathered.length >= LINES_A_WRITE) await write();
  }
  await write();
  stream.end();
  await once(stream, 'finish');
  return count;
};

const countLines = (file: string): number => {
  let lines = 0;
  for (const byte of readFileSync(file)) if (byte === 10) lines += 1;
  return lines;
};

/** `golden-hour simulate --json` as a user runs it: a process of its own, Node's defaults, output to a file. */
export const benchSimulate = async (leads: number): Promise<void> => {
  const folder = workFolder('simulate');
  const [agreement, events, output] = ['agreement', 'feed.ndjson', 'facts.ndjson'].map((name) => join(folder, name));
  if (agreement === undefined || events === undefined || output === undefined) return;
  const usageFile = join(folder, 'usage.json');
  writeBenchAgreement(agreement);
  const count = await writeFeed(events, leads);
  const args = ['simulate', '--agreement', agreement, '--events', events, '--json'];
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', join(ROOT, 'bench', 'report-usage.js'), join(ROOT, 'dist', 'golden-hour.js'), ...args],
    {
      stdio: ['ignore', openSync(output, 'w'), 'inherit'],
      env: { ...process.env, BENCH_USAGE: usageFile },
    },
  );
  const [code] = await once(child, 'exit');
  const seconds = (performance.now() - started) / 1_000;
  if (code !== 0) throw new Error(`golden-hour simulate ended with ${code}; has it been built (npm run prepare)?`);
  const { cpuMs, peakMiB } = usage.parse(JSON.parse(readFileSync(usageFile, 'utf8')));
  const lines = count.leads + count.activities + count.answers;
  printTable(
    'simulate --json to a file, a process of its own',
    ['', ''],
    [
      ['leads', whole(count.leads)],
      ['activities', whole(count.activities)],
      ['answers, contacts, outcomes', whole(count.answers)],
      ['lines out', whole(countLines(output))],
      ['feed', `${whole(statSync(events).size / 2 ** 20)} MiB`],
      ['time', `${seconds.toFixed(1)} s`],
      ['CPU time', `${(cpuMs / 1_000).toFixed(1)} s`],
      ['peak memory', `${whole(peakMiB)} MiB`],
      ['lines a second', whole(lines / seconds)],
    ],
  );
  rmSync(folder, { recursive: true });
};
