import { SEGMENT_SEPTETS, septets, toGsm7 } from './gsm7.ts';
import type { Help } from './settle-reply.ts';

/** Longer names are cut: it is the number that counts. */
const NAME_LENGTH = 30;

/** The numbers as they are sent: what is shown can be typed as it stands. */
const howToAnswer = (reasons: readonly string[]): string => {
  if (reasons.length === 0) return 'Reply 1 to accept, or open the link.';
  const options = reasons.map((reason, nth) => {
    const name = toGsm7(reason, () => '').slice(0, NAME_LENGTH);
    return `2${nth + 1} ${nth === 0 ? 'for ' : ''}${name}`;
  });
  const say = (listed: readonly string[]): string => {
    const rest = listed.length === options.length ? '.' : '. For others open the link.';
    return `Reply 1 to accept. To reject reply ${listed.join(', ')}${rest}`;
  };
  const count = options.findLastIndex((_, last) => septets(say(options.slice(0, last + 1))) <= SEGMENT_SEPTETS);
  return say(options.slice(0, count + 1));
};

const whichOne = (waiting: number): string =>
  waiting === 1
    ? 'The lead of that message is no longer yours to answer. 1 other waits for your answer: please open its link.'
    : `${waiting} leads wait for your answer: please open the link of the one you mean.`;

/** One SMS segment in GSM-7, with no word of any lead. `reasons` in the agreement's order. */
export const composeHelp = (help: Help, reasons: readonly string[]): string => {
  switch (help.about) {
    case 'how':
      return howToAnswer(reasons);
    case 'which':
      return whichOne(help.waiting);
    case 'nothing':
      return 'No lead waits for your answer now. What you answered is recorded; what was not answered in time may be with a colleague.';
  }
};
