import { CLAUSE_RULES } from '../../lead/clause-rules.ts';
import { fitPieces, type Pieces } from './fit-pieces.ts';
import type { Handover } from './handover.ts';
import { shortTime } from './local-time.ts';
import { asName, companyName, personName, repName } from './names.ts';

/** Where a headline is shown: its alphabet, and how much it holds in the unit that `size` counts. */
export interface Medium {
  readonly convert: (text: string) => string;
  readonly room: number;
  readonly size: (text: string) => number;
}

/** SNS takes subjects of fewer than 100 characters, in printable ASCII. */
export const SUBJECT_LENGTH = 99;

/** The whole message at a glance: an SMS without its link, the subject of an e-mail. */
export function headline(handover: Handover, { convert, room, size }: Medium): string {
  const { due, unowned, to } = handover;
  const by = due?.at ?? unowned?.alertBy;
  const time = by === undefined ? undefined : shortTime(by, to.zone);
  return fitPieces(piecesOf(handover, convert), (pieces) => say(handover, pieces, time), room, size);
}

function piecesOf({ lead, owner, reasons }: Handover, convert: (text: string) => string): Pieces {
  const person = asName(convert(personName(lead.fields)));
  const company = asName(convert(companyName(lead.fields)));
  const name = person || company || 'a lead with no name';
  const top = reasons.reduce((best, reason) => (reason.points > best.points ? reason : best), { name: '', points: 0 });
  return {
    owner: asName(convert(repName(owner.name))) || 'The owner',
    name,
    company: name === company ? '' : company,
    reason: asName(convert(top.name)),
  };
}

function say(handover: Handover, { owner, name, company, reason }: Pieces, time: string | undefined): string {
  const words = handover.due && CLAUSE_RULES[handover.due.clause].words.short;
  const who = company === '' ? name : `${name}, ${company}`;
  const lead = reason === '' ? who : `${who} (${reason})`;
  const forOwner = goesToOwner(handover) ? '' : ` for ${owner}`;
  switch (handover.purpose) {
    case 'alert':
      return sentences(`Hot lead${forOwner}: ${lead}`, words && `${words.ask} ${time}`);
    case 'remind':
      return sentences(`Reminder${forOwner}: ${lead}`, words && `${words.due} ${time}`);
    case 'tell-manager':
      if (handover.unowned !== undefined) return sentences(`Nobody has taken ${lead} yet`, time && `Due ${time}`);
      return sentences(`${owner} ${words?.missed ?? 'has not acted on'} ${lead}`, time && `Due ${time}`);
    case 'taken-away':
      return sentences(`${who} has gone to a colleague`, 'Nothing is left to do.');
    case 'paused':
      return 'You get no leads for now: several in a row were not answered. Back at work? Say so here:';
    case 'rep-paused':
      return `${owner} gets no leads for now: several in a row were not answered. It ends when ${owner} answers one or is back.`;
  }
}

/** A message that could not reach the owner goes to the manager, who has to know whose lead it is. */
export const goesToOwner = ({ to, owner }: Handover): boolean => to.name === owner.name;

function sentences(first: string, second: string | undefined): string {
  if (second === undefined) return first;
  return `${first}${first.endsWith('.') ? '' : '.'} ${second}`;
}
