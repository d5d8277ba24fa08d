import { clock, type NameOf, type Print, points } from '../../shared/application/history/decision-in-words.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import { counted } from '../../shared/domain/language/counted.ts';
import { counterfactualInWords } from './counterfactual-in-words.ts';
import type { Explanation } from './explanation.ts';
import { printLife } from './life/print-life.ts';
import type { Closest } from './what-if/why-unassigned.ts';

const printClosest = ({ score, hot, missing, reasons, notMet, at }: Closest, print: Print): void => {
  print(`  score       ${score} of ${hot} on ${clock(at)}${missing > 0 ? `, ${missing} missing` : ''}`);
  if (reasons.length > 0) print(`  had         ${points(reasons)}`);
  if (notMet.length > 0) print(`  had not     ${points(notMet)}`);
};

/** Why nobody owns it at the end, after so many cycles. */
const printUnowned = ({ unowned, unassigned, cycle }: Explanation, print: Print): void => {
  if (unowned === null) return;
  print('');
  switch (unowned.why) {
    case 'not-captured':
      print('Nobody owns it: it is known by what it did alone, and no LeadCaptured told who it is');
      return;
    case 'refused':
      print('Nobody owns it: its capture was refused');
      for (const { path, message } of unowned.problems) print(`  ${path || 'the line'}: ${message}`);
      return;
    case 'not-hot':
      print(
        `Nobody owns it: ${cycle > 1 ? `in cycle ${cycle} it has not been hot` : 'it was never hot'}${unowned.negativeFit ? ', as its fit is negative' : ''}`,
      );
      printClosest(unowned.closest, print);
      return;
    case 'incomplete':
      print(`Nobody owns it: it is hot, but marketing may not pass it on without ${unowned.fields.join(', ')}`);
      printClosest(unowned.closest, print);
      return;
    case 'waiting':
      print(
        `Nobody owns it yet: it waits in the line of ${unowned.territory}, ${unowned.waiting.replaceAll('-', ' ')}`,
      );
      return;
    case 'not-yet-routed':
      print('Nobody owns it yet: the run ended before it was routed');
      return;
    case 'sales-qualified':
      print(`Nobody owns it: sales found it qualified on ${clock(unowned.at)}, when it had no owner`);
      return;
    case 'ended':
      print(
        `Nobody ${unassigned === null ? 'owns it any more' : 'ever owned it'}: it ended (${unowned.end}) on ${clock(unowned.at)}`,
      );
      if (unassigned !== null && unowned.closest !== undefined) printClosest(unowned.closest, print);
      return;
  }
};

/** The whole life of a lead, and the decisions about it, for a person to read. */
export const printExplanation = (explanation: Explanation, agreement: Agreement, print: Print): void => {
  const { lead, leadId, derived, life, decisions, counterfactuals, played } = explanation;
  const nameOf: NameOf = (rep) => agreement.reps[rep]?.name ?? rep;
  print(`${lead} (${leadId}); instants are UTC`);
  for (const { field, value } of derived) print(`${field} is ${value}, derived from the e-mail address`);
  printLife(life, decisions, { nameOf, print });
  printUnowned(explanation, print);
  print('');
  if (counterfactuals.length === 0) {
    const tried = counted(played, 'change was', 'changes were');
    print(`No single change would have given it to another rep: ${tried} played again`);
    return;
  }
  print('It would have gone to another rep, each played again:');
  for (const counterfactual of counterfactuals) print(`  ${counterfactualInWords(counterfactual, nameOf)}`);
};
