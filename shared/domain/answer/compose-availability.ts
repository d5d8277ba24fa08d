import { fullTime } from '../alert/text/local-time.ts';
import { absenceAhead } from '../routing/absence.ts';
import type { RepLoad } from '../routing/rep-load.ts';
import type { Instant } from '../time/instant.ts';
import type { Zone } from '../time/zone.ts';

/** Why a text about absences could not be applied: it is not understood, or several reps have the phone. */
export type AvailabilityHelp = 'unclear' | 'shared-phone';

/** One SMS segment in GSM-7. */
export const AVAILABILITY_HELP: Readonly<Record<AvailabilityHelp, string>> = {
  unclear:
    'We did not understand it. Reply OFF for today, OFF UNTIL 17:00, OFF UNTIL 3 DEC, or BACK. OFF GIVE BACK also gives back the leads that wait for you.',
  'shared-phone':
    'Several people have this phone, so it is not certain who is meant. Please say it on the page behind one of your links, under Away or back.',
};

const leads = (count: number, one: string, many: string): string =>
  count === 0 ? '' : count === 1 ? ` 1 lead ${one}.` : ` ${count} leads ${many}.`;

/** What the rep has said, as it was understood; times in the rep's zone. One SMS segment in GSM-7. */
export const composeAvailability = (load: RepLoad, zone: Zone, now: Instant): string => {
  const absence = absenceAhead(load.absence, now);
  if (absence === undefined) return 'You are back: leads come again in your hours of work.';
  if (absence.why === 'paused' || absence.to === undefined) return 'No leads until you are back. Reply BACK to end it.';
  const { to, returned } = absence;
  const waiting = (load.unanswered ?? []).filter((id) => !returned.includes(id)).length;
  const given = leads(returned.length, 'given back', 'given back');
  const left = leads(waiting, 'still waits for you', 'still wait for you');
  return `No leads until ${fullTime(to, zone)}.${given}${left} Reply BACK to end it.`;
};
