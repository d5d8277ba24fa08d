import type { Agreement } from '../../domain/agreement/agreement.ts';
import type { FactEvent } from '../../domain/lead/fact-event.ts';
import { type Lead, ownerOf } from '../../domain/lead/lead.ts';
import type { HistoryEntry, LeadHistory, SentMessage } from '../../pages/measures/lead-history-page.tsx';
import { type NameOf, printDecision } from './decision-in-words.ts';
import { decisionsOfLife } from './decisions-of-life.ts';
import { happeningsOf, type LifeEntry, lifeOf } from './life.ts';
import { lifeInWords } from './life-in-words.ts';
import type { RoutingDecision } from './routing-decision.ts';

/** The instant before what happened; the page has it in a place of its own. */
const CLOCK = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2} {2}/;

/** Facts say by which fields a territory matched, and not by which tests. */
const noTest = (): string => '';

const entryOf = (entry: LifeEntry, decisions: readonly RoutingDecision[], nameOf: NameOf): HistoryEntry | undefined => {
  const decision = 'sequence' in entry ? decisions.find(({ sequence }) => sequence === entry.sequence) : undefined;
  if (decision === undefined) {
    const words = lifeInWords(entry, nameOf);
    return words === undefined ? undefined : { at: entry.at, words, details: [] };
  }
  const lines: string[] = [];
  printDecision(decision, nameOf, noTest, (line) => lines.push(line));
  const [words = '', ...details] = lines;
  return {
    at: entry.at,
    words: words.replace(CLOCK, ''),
    details: details.map((line) => line.trim().replace(/ {2,}/g, ': ')),
  };
};

const cyclesOf = (facts: readonly FactEvent[], nameOf: NameOf): LeadHistory['cycles'] => {
  const life = lifeOf(happeningsOf(facts));
  const decisions = decisionsOfLife(life);
  const cycles: HistoryEntry[][] = [];
  for (const entry of life) {
    const told = entryOf(entry, decisions, nameOf);
    const own = cycles[entry.cycle - 1] ?? [];
    cycles[entry.cycle - 1] = own;
    if (told !== undefined) own.push(told);
  }
  return cycles;
};

const fieldLines = ({ fields }: Lead): readonly string[] =>
  ['person.title', 'company.name', 'company.domain', 'country', 'source', 'campaign'].flatMap((name) => {
    const value = fields[name];
    return value === undefined || value === '' ? [] : [`${name}: ${value}`];
  });

const standing = (lead: Lead, owner: string | undefined): string => {
  const stage = lead.stage === 'ended' ? lead.end : lead.stage;
  return owner === undefined ? stage : `${stage}, with ${owner}`;
};

export interface KnownLead {
  readonly facts: readonly FactEvent[];
  readonly lead: Lead | undefined;
  readonly messages: readonly SentMessage[] | undefined;
}

/** A lead's own page, from its facts and its document. */
export const leadHistory = (
  { facts, lead, messages }: KnownLead,
  { reps }: Agreement,
  { name, base }: { readonly name: string; readonly base: string },
): LeadHistory => {
  const nameOf: NameOf = (rep) => reps[rep]?.name ?? rep;
  const owner = lead && ownerOf(lead);
  const now = lead === undefined ? [] : [standing(lead, owner && nameOf(owner.rep)), ...fieldLines(lead)];
  return { name, now, cycles: cyclesOf(facts, nameOf), messages, base };
};
