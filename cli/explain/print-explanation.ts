import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { ExcludedRep } from '../../shared/domain/lead/decision-record.ts';
import type { Reason } from '../../shared/domain/lead/facts.ts';
import type { IsoInstant } from '../../shared/domain/time/instant.ts';
import { DECIDED_BY_WORDS, isDecidedByPeople } from '../../shared/domain/vocabulary/decided-by.ts';
import { counted } from '../counted.ts';
import { counterfactualInWords } from './counterfactual-in-words.ts';
import type { Explanation } from './explanation.ts';
import type { RoutingDecision } from './lead-run.ts';
import { testInWords } from './what-if/test-in-words.ts';
import type { DecisiveField } from './what-if/why-matched.ts';
import type { Closest } from './what-if/why-unassigned.ts';

type Print = (line: string) => void;
type NameOf = (rep: string) => string;

const clock = (at: IsoInstant): string => `${at.slice(0, 10)} ${at.slice(11, 16)}`;

const points = (reasons: readonly Reason[]): string =>
  reasons.map(({ name, points: worth }) => `${name} ${worth > 0 ? '+' : ''}${worth}`).join(', ');

const round = (value: number): number => Math.round(value * 1_000) / 1_000;

const decisiveInWords = ({ field, value, held, above, moreAbove }: DecisiveField): readonly string[] => [
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

const printDecision = (decision: RoutingDecision, nameOf: NameOf, print: Print): void => {
  print('');
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
  const [first = 'the only one that takes such a lead', ...more] = decision.decisive.flatMap(decisiveInWords);
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

const printClosest = ({ score, hot, missing, reasons, notMet, at }: Closest, print: Print): void => {
  print(`  score       ${score} of ${hot} on ${clock(at)}${missing > 0 ? `, ${missing} missing` : ''}`);
  if (reasons.length > 0) print(`  had         ${points(reasons)}`);
  if (notMet.length > 0) print(`  had not     ${points(notMet)}`);
};

const printUnassigned = (unassigned: NonNullable<Explanation['unassigned']>, print: Print): void => {
  switch (unassigned.why) {
    case 'not-captured':
      print('Nobody owns it: it is known by what it did alone, and no LeadCaptured told who it is');
      return;
    case 'refused':
      print('Nobody owns it: its capture was refused');
      for (const { path, message } of unassigned.problems) print(`  ${path || 'the line'}: ${message}`);
      return;
    case 'not-hot':
      print(`Nobody owns it: it was never hot${unassigned.negativeFit ? ', as its fit is negative' : ''}`);
      printClosest(unassigned.closest, print);
      return;
    case 'incomplete':
      print(`Nobody owns it: it is hot, but marketing may not pass it on without ${unassigned.fields.join(', ')}`);
      printClosest(unassigned.closest, print);
      return;
    case 'waiting':
      print(
        `Nobody owns it yet: it waits in the line of ${unassigned.territory}, ${unassigned.waiting.replaceAll('-', ' ')}`,
      );
      return;
    case 'not-yet-routed':
      print('Nobody owns it yet: the run ended before it was routed');
      return;
    case 'ended':
      print(`Nobody ever owned it: it ended (${unassigned.end}) on ${clock(unassigned.at)}`);
      if (unassigned.closest !== undefined) printClosest(unassigned.closest, print);
      return;
  }
};

/** The whole decision about a lead, for a person to read. */
export const printExplanation = (explanation: Explanation, agreement: Agreement, print: Print): void => {
  const { lead, leadId, derived, decisions, unassigned, counterfactuals, played } = explanation;
  const nameOf: NameOf = (rep) => agreement.reps[rep]?.name ?? rep;
  print(`${lead} (${leadId}); instants are UTC`);
  for (const { field, value } of derived) print(`${field} is ${value}, derived from the e-mail address`);
  for (const decision of decisions) printDecision(decision, nameOf, print);
  if (unassigned !== null) {
    print('');
    printUnassigned(unassigned, print);
  }
  print('');
  if (counterfactuals.length === 0) {
    const tried = counted(played, 'change was', 'changes were');
    print(`No single change would have given it to another rep: ${tried} played again`);
    return;
  }
  print('It would have gone to another rep, each played again:');
  for (const counterfactual of counterfactuals) print(`  ${counterfactualInWords(counterfactual, nameOf)}`);
};
