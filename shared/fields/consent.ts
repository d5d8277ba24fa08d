import { flagBeside } from './flag.ts';
import type { Reader } from './reading.ts';

/** No, in words that say to what, folded. DNC is of calls or of any contact: to a call it is no in both. */
const REFUSALS = {
  email: 'donotemail|dontemail|donotmail|dontmail|noemail|noemails|nomail|keineemail|keineemails|keinemails|pasdemail',
  sms: 'donottext|donttext|donotsms|nosms|notext|notexts|keinesms|pasdesms',
  call:
    'donotcall|dontcall|donotphone|nocall|nocalls|nophonecalls|dnc|nichtanrufen|bittenichtanrufen|keineanrufe|' +
    'nepasappeler|pasdappel|nollamar|nonchiamare|nontelefonare',
} as const;

const TO_ALL =
  'donotcontact|dontcontact|nocontact|nichtkontaktieren|keinkontakt|nepascontacter|nocontactar|noncontattare';

/** Yes or no to being reached by one channel: `do not call` is no to a call, and says nothing of e-mail. */
export const consentTo = (channel: keyof typeof REFUSALS): Reader<boolean> =>
  flagBeside(new Set(`${TO_ALL}|${REFUSALS[channel]}`.split('|')));
