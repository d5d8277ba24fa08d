import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { planOf, readCase } from './case.ts';
import { FLOWS } from './flows/flows.ts';
import { playFlow } from './play-flow.ts';
import { tellBroken, tellSwept } from './report.ts';
import { sweep } from './sweep.ts';

const USAGE = `npm run sweep -- [options]
  --flows a,b        only these: ${FLOWS.map(({ name }) => name).join(', ')}
  --schedules N      runs with many faults at once (1000)
  --singles N        at most so many runs with one fault, chosen by the seed (all)
  --seed N           the first seed (a new one each time)
  --replay RUN       plays one run of one flow and tells its story`;

const { values } = parseArgs({
  options: {
    flows: { type: 'string' },
    schedules: { type: 'string', default: '1000' },
    singles: { type: 'string' },
    seed: { type: 'string' },
    replay: { type: 'string' },
  },
});

const fail = (problem: string): never => {
  console.error(`${problem}\n\n${USAGE}`);
  process.exit(2);
};

const count = (name: string, text: string): number => {
  const number = Number(text);
  return Number.isSafeInteger(number) && number >= 0 ? number : fail(`--${name} takes a whole number, not ${text}.`);
};

const names = values.flows?.split(',') ?? FLOWS.map(({ name }) => name);
const flows = names.map((name) => FLOWS.find((flow) => flow.name === name) ?? fail(`No flow is named ${name}.`));
const seed = count('seed', values.seed ?? `${randomInt(1_000_000_000)}`);

const replay = async (text: string): Promise<boolean> => {
  const run = readCase(text) ?? fail(`${text} is no run.`);
  const [flow = fail('No flow is named.')] = flows;
  const { problems, story } = await playFlow(flow, planOf(run), { isTold: true });
  console.log(story.join('\n'));
  console.log(problems.length === 0 ? 'Everything holds.' : tellBroken({ flow, run, problems }));
  return problems.length === 0;
};

const sweepAll = async (): Promise<boolean> => {
  console.log(`Seed ${seed}.`);
  const swept = await sweep({
    flows,
    seed,
    schedules: count('schedules', values.schedules),
    ...(values.singles === undefined ? {} : { singles: count('singles', values.singles) }),
    onBroken: (broken) => console.log(tellBroken(broken)),
    progress: (done) => console.error(done),
  });
  console.log(tellSwept(swept, seed));
  return swept.broken.length === 0;
};

// Not by `exit`: a pipe may not have taken the story yet.
process.exitCode = (await (values.replay === undefined ? sweepAll() : replay(values.replay))) ? 0 : 1;
