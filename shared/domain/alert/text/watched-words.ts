import type { MessageLanguage } from '../../language/message-language.ts';
import { MESSAGES } from '../../language/messages/messages.ts';
import type { Happened } from '../../watch/watch.ts';

/** What happened of a watched lead, such as `pricing viewed: Plans`, `became hot`, or the name of the watch whose condition holds now. */
export const happenedWords = ({ what, kind, title, watch }: Happened, language: MessageLanguage): string => {
  const { happened } = MESSAGES[language].glance;
  if (what === 'matched') return watch ?? happened.qualified;
  if (what !== 'activity') return happened[what];
  const did = (kind ?? '').replaceAll('-', ' ');
  return title === undefined ? did : `${did}: ${title}`;
};
