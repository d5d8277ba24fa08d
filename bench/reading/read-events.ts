import { readFileSync } from 'node:fs';
import { argv, stdout } from 'node:process';
import { readInbound } from '../../shared/contracts/events/read-inbound.ts';

const ROUNDS = 10;

/** The least of some rounds, in microseconds for each of the lines. */
const least = (lines: readonly string[], read: (line: string) => unknown): number => {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    for (const line of lines) read(line);
    return performance.now() - started;
  });
  return (Math.min(...rounds) * 1_000) / lines.length;
};

const lines = readFileSync(argv[2] ?? '', 'utf8')
  .trimEnd()
  .split('\n');
const refused = lines.filter((line) => !readInbound(line).ok).length;
stdout.write(
  JSON.stringify({ lines: lines.length, refused, json: least(lines, JSON.parse), read: least(lines, readInbound) }),
);
