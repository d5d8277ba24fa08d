import { ago, shortTime, type Width } from '../../language/format.ts';
import { MESSAGES } from '../../language/messages/messages.ts';
import { type Fitted, fitPieces, type Pieces } from './fit-pieces.ts';
import type { Handover } from './handover.ts';
import type { Medium } from './medium.ts';
import { asName, repName } from './names.ts';
import { shownNames } from './shown-names.ts';
import { type ToldReason, toldReasons } from './told-reasons.ts';
import { happenedWords } from './watched-words.ts';

export type Headline = Fitted;

/** The whole message at a glance, in whatever room there is: an SMS without its link, the subject of an e-mail. */
export function headline(handover: Handover, { convert, size }: Omit<Medium, 'room'>): (room: number) => Headline {
  const { due, unowned, to } = handover;
  const by = due?.at ?? unowned?.alertBy;
  const time = by === undefined ? undefined : shortTime(by, to.zone, to.language);
  const pieces = piecesOf(handover, convert);
  const say = (fitting: Pieces): string => convert(sentence(handover, fitting, time), to.language);
  return (room) => fitPieces(pieces, say, room, size);
}

/** Of a watch what happened, newest first; else what made the lead hot. */
const whatToTell = (handover: Handover): readonly ToldReason[] =>
  handover.watched === undefined
    ? toldReasons(handover)
    : handover.watched.happened.map((one) => ({ name: happenedWords(one, handover.to.language), at: one.at }));

function piecesOf(handover: Handover, convert: Medium['convert']): Pieces {
  const { purpose, owner, to } = handover;
  const { glance } = MESSAGES[to.language];
  const { person, shortPerson, company } = shownNames(handover.lead, convert);
  const reasons = purpose === 'taken-away' ? [] : whatToTell(handover);
  const [first, second] = reasons
    .filter(({ points = 1 }) => points > 0)
    .map((reason) => ({ ...reason, name: asName(convert(reason.name, to.language)) }))
    .filter(({ name }) => name !== '');
  const since = (width: Width): string =>
    first?.at === undefined ? '' : (ago(handover.now - first.at, to.language, width) ?? glance.justNow);
  return {
    owner: asName(convert(repName(owner.name))),
    name: person || company || glance.noName,
    shortName: shortPerson,
    company: person === '' ? '' : company,
    reason: first?.name ?? '',
    ago: since('long'),
    shortAgo: () => since('short'),
    also: second?.name ?? '',
    tight: false,
  };
}

function sentence(handover: Handover, pieces: Pieces, time: string | undefined): string {
  const { purpose, due, to } = handover;
  const { purposes, clauses, glance } = MESSAGES[to.language];
  const words = purposes[purpose];
  const lead = leadOf(pieces, glance.why);
  const clause = due && clauses[due.clause];
  const owner = pieces.owner === '' ? undefined : pieces.owner;
  const forOwner = goesToOwner(handover) ? undefined : owner;
  if (pieces.tight) return sentences(words.tight(lead), time && glance.by(time));
  switch (purpose) {
    case 'alert':
      return sentences(words.headline(lead, forOwner), time && clause?.ask(time));
    case 'remind':
      return sentences(words.headline(lead, forOwner), time && clause?.due(time));
    case 'tell-manager':
      if (handover.unowned !== undefined) return sentences(glance.nobodyTook(lead), time && glance.due(time));
      return sentences(
        clause === undefined || owner === undefined ? words.headline(lead, owner) : clause.missed(owner, lead),
        time && glance.due(time),
      );
    case 'taken-away':
      return sentences(words.headline(lead), glance.nothingToDo);
    case 'paused':
    case 'rep-paused':
    case 'watch':
      return words.headline(lead, owner);
  }
}

const whoOf = ({ name, company }: Pieces): string => (company === '' ? name : `${name}, ${company}`);

function leadOf(pieces: Pieces, why: (reason: string, ago: string) => string): string {
  const { reason, ago: since, also } = pieces;
  if (reason === '') return whoOf(pieces);
  const first = since === '' ? reason : why(reason, since);
  return `${whoOf(pieces)} (${also === '' ? first : `${first}; ${also}`})`;
}

/** A message that could not reach the owner goes to the manager, who has to know whose lead it is. */
export const goesToOwner = ({ to, owner }: Pick<Handover, 'to' | 'owner'>): boolean => to.name === owner.name;

function sentences(first: string, second: string | undefined): string {
  if (second === undefined) return first;
  return `${first}${first.endsWith('.') ? '' : '.'} ${second}`;
}
