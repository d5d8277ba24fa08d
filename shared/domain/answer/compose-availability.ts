import { SEGMENT_SEPTETS, septets } from '../alert/channels/sms/gsm7.ts';
import { fullTime } from '../language/full-time.ts';
import type { MessageLanguage } from '../language/message-language.ts';
import { HELP } from '../language/messages/help.ts';
import { absenceAhead } from '../routing/absence.ts';
import type { RepLoad } from '../routing/rep-load.ts';
import type { Instant } from '../time/instant.ts';
import type { Zone } from '../time/zone.ts';
import { inGsm7 } from './compose-help.ts';

/** Why a text about absences could not be applied: it is not understood, or several reps have the phone. */
export type AvailabilityHelp = 'unclear' | 'sharedPhone';

/** One SMS segment in GSM-7. */
export const composeAvailabilityHelp = (help: AvailabilityHelp, language: MessageLanguage): string =>
  inGsm7(HELP[language].availability[help]);

/** What the rep has said, as it was understood; times in the rep's zone. One SMS segment in GSM-7. */
export const composeAvailability = (
  load: RepLoad,
  { zone, language }: { readonly zone: Zone; readonly language: MessageLanguage },
  now: Instant,
): string => {
  const words = HELP[language].availability;
  const absence = absenceAhead(load.absence, now);
  if (absence === undefined) return inGsm7(words.back);
  if (absence.why === 'paused' || absence.to === undefined) return inGsm7(`${words.untilBack} ${words.replyBack}`);
  const { to, returned } = absence;
  const waiting = (load.unanswered ?? []).filter((id) => !returned.includes(id)).length;
  const said = [
    words.until(fullTime(to, zone, language)),
    ...(returned.length === 0 ? [] : [words.given(returned.length)]),
    ...(waiting === 0 ? [] : [words.left(waiting)]),
  ];
  const whole = inGsm7([...said, words.replyBack].join(' '));
  return septets(whole) <= SEGMENT_SEPTETS ? whole : inGsm7(said.join(' '));
};
