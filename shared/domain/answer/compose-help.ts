import { SEGMENT_SEPTETS, septets, toGsm7 } from '../alert/channels/sms/gsm7.ts';
import type { MessageLanguage } from '../language/message-language.ts';
import type { HelpTexts } from '../language/messages/en.ts';
import { HELP } from '../language/messages/help.ts';
import type { Help } from './settle-reply.ts';

/** Longer names are cut: it is the number that counts. */
const NAME_LENGTH = 30;

/** What the alphabet lacks goes without its accent, or is left out. */
export const inGsm7 = (text: string): string =>
  toGsm7(text, (letter) => letter.normalize('NFD').replace(/[^\x20-\x7e]/g, ''));

/** The numbers as they are sent: what is shown can be typed as it stands. */
const howToAnswer = (reasons: readonly string[], { onlyAccept, how, rejection }: HelpTexts): string => {
  if (reasons.length === 0) return onlyAccept;
  const options = reasons.map((reason, index) =>
    rejection(`2${index + 1}`, inGsm7(reason).slice(0, NAME_LENGTH), index === 0),
  );
  const say = (listed: readonly string[]): string => inGsm7(how(listed.join(', '), listed.length === options.length));
  const count = options.findLastIndex((_, last) => septets(say(options.slice(0, last + 1))) <= SEGMENT_SEPTETS);
  return say(options.slice(0, count + 1));
};

/** One SMS segment in GSM-7, with no word of any lead. `reasons` in the agreement's order. */
export const composeHelp = (help: Help, reasons: readonly string[], language: MessageLanguage): string => {
  const words = HELP[language];
  switch (help.about) {
    case 'how':
      return inGsm7(howToAnswer(reasons, words));
    case 'which':
      // Leads that went out by e-mail alone may wait besides: what is said is of texts.
      return inGsm7(help.waiting === undefined ? words.whichOfSeveral : words.whichOf(help.waiting));
    case 'nothing':
      return inGsm7(words.nothing);
  }
};
