import type { Instant } from '../time/instant.ts';
import type { Zone } from '../time/zone.ts';
import { dateAndTime, weekday } from './format.ts';
import type { MessageLanguage } from './message-language.ts';
import { MESSAGES } from './messages/messages.ts';

/** Such as `Tuesday 3 March 2026, 14:30 (Europe/Berlin)`. */
export const fullTime = (at: Instant, zone: Zone, language: MessageLanguage): string => {
  const date = dateAndTime(at, zone, language);
  return `${MESSAGES[language].email.on(weekday(at, zone, language), date)} (${zone.name})`;
};
