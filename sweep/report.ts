import { type Case, nameOfCase } from './case.ts';
import type { Flow } from './flows/flow.ts';
import type { Broken, Swept } from './sweep.ts';

const MOST_PROBLEMS = 5;

/** How to play one run again, with its story. */
export const replayCommand = (flow: Flow, run: Case): string =>
  `npm run sweep -- --flows ${flow.name} --replay ${nameOfCase(run)}`;

export const tellBroken = ({ flow, run, problems }: Broken): string =>
  [
    `BROKEN ${flow.name} ${nameOfCase(run)}`,
    ...problems.slice(0, MOST_PROBLEMS).map((problem) => `  ${problem}`),
    ...(problems.length > MOST_PROBLEMS ? [`  and ${problems.length - MOST_PROBLEMS} more`] : []),
    `  Its story: ${replayCommand(flow, run)}`,
  ].join('\n');

const number = (count: number): string => count.toLocaleString('en');

export const tellSwept = (swept: Swept, seed: number): string =>
  [
    `flows             ${number(swept.flows)}`,
    `fault points      ${number(swept.points)}`,
    `one fault a run   ${number(swept.singles)} runs`,
    `random schedules  ${number(swept.schedules)} runs, seeds ${seed} to ${seed + Math.max(0, swept.schedules - 1)}`,
    `facts, messages   ${number(swept.facts)}, ${number(swept.messages)}`,
    `broken            ${number(swept.broken.length)} runs`,
  ].join('\n');
