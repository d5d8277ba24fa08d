import { SEGMENT_SEPTETS, septets, toGsm7 } from '../alert/channels/sms/gsm7.ts';
import type { Help } from './settle-reply.ts';

/** Longer names are cut: it is the number that counts. */
const NAME_LENGTH = 30;

/** The numbers as they are sent: what is shown can be typed as it stands. */
const howToAnswer = (reasons: readonly string[]): string => {
  if (reasons.length === 0) return 'Reply 1 to accept, or open the link.';
  const options = reasons.map((reason, index) => {
    const name = toGsm7(reason, () => '').slice(0, NAME_LENGTH);
    return `2${index + 1} ${index === 0 ? 'for ' : ''}${name}`;
  });
  const say = (listed: readonly string[]): string => {
    const rest = listed.length === options.length ? '.' : '. For others open the link.';
    return `Reply 1 to accept. To reject reply ${listed.join(', ')}${rest}`;
  };
  const count = options.findLastIndex((_, last) => septets(say(options.slice(0, last + 1))) <= SEGMENT_SEPTETS);
  return say(options.slice(0, count + 1));
};

/** Leads that went out by e-mail alone may wait besides: what is said is of texts. */
const whichOne = (waiting: number | undefined): string => {
  if (waiting === undefined) return 'Several leads may wait for your answer: please open the link of the one you mean.';
  return waiting === 1
    ? '1 lead of our latest SMS waits for your answer, and it is not certain that you mean it: please open its link.'
    : `${waiting} leads of our latest SMS wait for your answer: please open the link of the one you mean.`;
};

/** One SMS segment in GSM-7, with no word of any lead. `reasons` in the agreement's order. */
export const composeHelp = (help: Help, reasons: readonly string[]): string => {
  switch (help.about) {
    case 'how':
      return howToAnswer(reasons);
    case 'which':
      return whichOne(help.waiting);
    case 'nothing':
      return 'No lead of our latest SMS waits for your answer. What you answered is recorded, others may be with a colleague. For a lead of an e-mail open its link.';
  }
};
