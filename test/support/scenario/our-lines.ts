import type { MessageLanguage } from '../../../shared/domain/language/message-language.ts';
import { MESSAGES } from '../../../shared/domain/language/messages/messages.ts';

const PLACE = '\u0000';

/** What a text begins with before the first value that is put into it. */
const beginning = (text: string): string => text.split(PLACE)[0] ?? '';

/** Every text of a part of the catalogue as a line begins with it. */
const beginnings = (part: unknown): readonly string[] => {
  if (typeof part === 'string') return [beginning(part)];
  if (typeof part === 'function') return beginnings(part(PLACE, PLACE));
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(beginnings) : [];
};

/** Whether a line of an e-mail in a language begins with words of ours; values stand behind them, or behind a dash. */
export const isOurLine = (line: string, language: MessageLanguage): boolean => {
  const { email, purposes, clauses, details } = MESSAGES[language];
  const { of: _, known, on: __, askOwner: ___, ...sentences } = email;
  const labels = [
    email.owner,
    email.pastOwners,
    email.territory,
    email.name,
    email.phone,
    email.address,
    email.consent,
  ];
  const starts = [
    ...beginnings({ ...sentences, known }),
    ...Object.values(purposes).map(({ severalInFull }) => severalInFull),
    ...Object.values(clauses).flatMap(({ stillWaits, missedInFull }) => beginnings({ stillWaits, missedInFull })),
    ...[...labels, ...Object.values(details)].map((label) => `${label}: `),
    '- ',
  ];
  return (
    line === '' ||
    /^\d+\. /.test(line) ||
    starts.filter((start) => start !== '').some((start) => line.startsWith(start))
  );
};
