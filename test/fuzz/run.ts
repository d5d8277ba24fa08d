import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';
import { isTarget, TARGETS, type TargetName } from './targets.ts';

/** No input that a queue or an API lets through takes longer, on a machine with other things to do. */
const MOST_MS = 5_000;

const USAGE = `npm run fuzz -- [options]
  --target NAME   only this: ${Object.keys(TARGETS).join(', ')}
  --runs N        inputs for each (10000)
  --seed N        the same inputs again (a new one each time)`;

const { values } = parseArgs({
  options: { target: { type: 'string' }, runs: { type: 'string', default: '10000' }, seed: { type: 'string' } },
});

const fail = (problem: string): never => {
  console.error(`${problem}\n\n${USAGE}`);
  process.exit(2);
};

const count = (name: string, text: string): number => {
  const number = Number(text);
  return Number.isSafeInteger(number) && number >= 0 ? number : fail(`--${name} takes a whole number, not ${text}.`);
};

const one = (name: string): TargetName => (isTarget(name) ? name : fail(`No target is named ${name}.`));
const targets = values.target === undefined ? Object.keys(TARGETS).filter(isTarget) : [one(values.target)];
const seed = count('seed', values.seed ?? `${randomInt(1_000_000_000)}`);
const runs = count('runs', values.runs);

console.log(`Seed ${seed}.`);
for (const target of targets) {
  const { broken, slowestMs } = await fuzz({ target: TARGETS[target], runs, seed });
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`${target}: ${runs} inputs, the slowest ${Math.round(slowestMs)} ms, at most ${megabytes} MB`);
  if (broken === undefined && slowestMs < MOST_MS) continue;
  console.log(broken ?? `An input took longer than ${MOST_MS} ms.`);
  console.log(`Again: npm run fuzz -- --target ${target} --runs ${runs} --seed ${seed}`);
  process.exitCode = 1;
}
