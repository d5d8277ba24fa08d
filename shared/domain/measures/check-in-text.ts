import { item, type Line, type Section } from '../mail/mail.ts';
import type { Part } from '../statistics/tail.ts';
import type { Change, CheckIn, KeptClause, Sureness } from './check-in.ts';
import { cellText } from './tables/cell-text.ts';

/** A mail of the check-in, but for its link. */
export interface CheckInText {
  readonly subject: string;
  readonly sections: readonly Section[];
}

export const SURENESS_WORDS: Readonly<Record<Sureness, string>> = {
  surely: 'surely more than chance',
  probably: 'probably more than chance',
  maybe: 'may be chance',
};

const percent = ({ part, of }: Part): string => cellText('rate', of === 0 ? null : part / of);

const clauseLine = ({ clause, keep, isBelow, ...kept }: KeptClause): Line => {
  const agreed = keep === undefined ? '' : `, ${cellText('rate', keep)} agreed${isBelow ? ': below' : ''}`;
  return item(`${clause} in time: ${percent(kept)} (${kept.part} of ${kept.of}${agreed})`);
};

const oneDecimal = (value: number): string => cellText('count', Math.round(value * 10) / 10);

const changeLine = ({ name, kind, now, before, sureness }: Change): Line => {
  const text = (value: number): string => (kind === 'rate' ? cellText('rate', value) : oneDecimal(value));
  return item(`${name}: ${text(now)}, before ${text(before)}; ${SURENESS_WORDS[sureness]}`);
};

const changeLines = ({ changes, weeksBefore }: CheckIn): Section => {
  if (weeksBefore === 0) return ['There is no week before to compare with.'];
  const against = weeksBefore === 1 ? 'the week before' : `the ${weeksBefore} weeks before`;
  return changes.length === 0
    ? [`Nothing changed against ${against}.`]
    : [`What changed most against ${against}:`, ...changes.map(changeLine)];
};

const passedOn = ({ delivered, promised }: CheckIn): string =>
  promised === null ? `${delivered} leads passed on` : `${delivered} leads passed on, ${promised} promised`;

/** To marketing and managers of all leads, to a rep of their own. */
export const checkInText = (checkIn: CheckIn, isOfRep: boolean): CheckInText => {
  const { week, complete, clauses, waiting } = checkIn;
  const below = clauses.filter(({ isBelow }) => isBelow);
  const first =
    below.length === 0
      ? passedOn(isOfRep ? { ...checkIn, promised: null } : checkIn)
      : `below what was agreed: ${below.map((clause) => `${clause.clause} ${percent(clause)}`).join(', ')}`;
  return {
    subject: `Week ${week}: ${first}`,
    sections: [
      [
        isOfRep
          ? `Your leads: ${checkIn.delivered} were passed on.`
          : `Marketing: ${passedOn(checkIn)}; ${percent(complete)} of the hot ones complete at once.`,
        'Kept:',
        ...clauses.map(clauseLine),
      ],
      changeLines(checkIn),
      [waiting === 1 ? '1 lead waits for an acceptance now.' : `${waiting} leads wait for an acceptance now.`],
    ],
  };
};
