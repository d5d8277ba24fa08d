import type { Test } from '../../domain/condition/condition.ts';
import type { ExcludedRep } from '../../domain/lead/decision-record.ts';
import type { Reason } from '../../domain/lead/facts.ts';
import type { IsoInstant } from '../../domain/time/instant.ts';
import { DECIDED_BY_WORDS, isDecidedByPeople } from '../../domain/vocabulary/decided-by.ts';
import type { DecisiveField, RoutingDecision } from './routing-decision.ts';

export type Print = (line: string) => void;
export type NameOf = (rep: string) => string;
/** A test as somebody would say it after the name of its field. */
export type TestInWords = (test: Test) => string;

/** To the minute, UTC: `2026-11-16 09:01`. */
export const clock = (at: IsoInstant): string => `${at.slice(0, 10)} ${at.slice(11, 16)}`;

export const points = (reasons: readonly Reason[]): string =>
  reasons.map(({ name, points: worth }) => `${name} ${worth > 0 ? '+' : ''}${worth}`).join(', ');

const round = (value: number): number => Math.round(value * 1_000) / 1_000;

const decisiveInWords = (
  { field, value, held, above, moreAbove }: DecisiveField,
  testInWords: TestInWords,
): readonly string[] => [
  `${field} is ${value === undefined ? 'not given' : value}${held.length > 0 ? `, wanted here: ${held.map(testInWords).join(' and ')}` : ''}`,
  ...above.map(({ territory, failed }) => `  ${territory}, above it, wants ${failed.map(testInWords).join(' or ')}`),
  ...(moreAbove > 0 ? [`  and ${moreAbove} more above it want another ${field}`] : []),
];

const printTable = (rows: readonly (readonly [string, string])[], print: Print): void => {
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  for (const [name, text] of rows) print(`              ${name.padEnd(width)}  ${text}`);
};

const printTeam = (decision: RoutingDecision, nameOf: NameOf, print: Print): void => {
  const excluded = ({ excluded: why, until }: ExcludedRep): string =>
    `excluded: ${why.replaceAll('-', ' ')}${until === undefined ? '' : ` until ${clock(until)}`}`;
  const { account, reps } = decision.decision;
  const inTurn = decision.type === 'LeadAssigned' && decision.decision.by !== 'account' ? decision.rep : undefined;
  const rows = reps.map((record): readonly [string, string] => {
    if ('excluded' in record) return [nameOf(record.rep), excluded(record)];
    const turn = record.rep === inTurn ? ', whose turn it was' : '';
    return [nameOf(record.rep), `virtual time ${round(record.virtualTime)}${turn}`];
  });
  if (account !== undefined) rows.push([nameOf(account.rep), `owner of the account, ${excluded(account)}`]);
  printTable(rows, print);
  for (const [why, count] of Object.entries(decision.decision.others))
    print(`              ${count} more: ${why.replaceAll('-', ' ')}`);
};

/** Why the lead has this owner, or waits, for a person to read. */
export const printDecision = (
  decision: RoutingDecision,
  nameOf: NameOf,
  testInWords: TestInWords,
  print: Print,
): void => {
  if (decision.type === 'LeadAssigned') {
    const { attempt, rep, decision: record } = decision;
    const ordinal = attempt === 1 ? '' : `, owner ${attempt}`;
    print(`${clock(decision.at)}  goes to ${nameOf(rep)} ${DECIDED_BY_WORDS[record.by]}${ordinal}`);
    if (record.startsAt !== undefined) print(`  at work     from ${clock(record.startsAt)}`);
  } else {
    print(
      `${clock(decision.at)}  waits in line: ${decision.why.replaceAll('-', ' ')}, next look ${clock(decision.dueAt)}`,
    );
  }
  print(`  territory   ${decision.territory}`);
  const [first = 'no single field', ...more] = decision.decisive.flatMap((one) => decisiveInWords(one, testInWords));
  print(`  decisive    ${first}`);
  for (const line of more) print(`              ${line}`);
  print(`  score       ${decision.score}: ${points(decision.reasons)}`);
  const { unspokenLanguage } = decision.decision;
  if (unspokenLanguage !== undefined) print(`  language    nobody speaks ${unspokenLanguage}: anybody may take it`);
  if (decision.type === 'LeadAssigned' && isDecidedByPeople(decision.decision.by)) return;
  const team = decision.type === 'LeadAssigned' ? decision.decision.team : undefined;
  print(`  reps        ${team === undefined ? `the team of ${decision.territory}` : `the team of ${team} helps out`}`);
  printTeam(decision, nameOf, print);
};
