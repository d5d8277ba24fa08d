import type { Agreement } from '../../agreement/agreement.ts';
import { isOwned, type Lead } from '../../lead/lead.ts';
import type { Notice } from '../../lead/notice.ts';
import type { Instant } from '../../time/instant.ts';
import { endOfQuiet } from '../../time/quiet-hours.ts';
import type { Channel } from '../../vocabulary/channels.ts';
import { PURPOSE_RULES } from '../../vocabulary/purposes.ts';
import { MARKETING } from './inbox.ts';

/** Whose inbox a notice goes to: a rep's id, or `MARKETING`. */
export const recipientOf = (notice: Notice): string => notice.rep ?? MARKETING;

/** A rep can answer what asks for it, by a reply. */
export const asksForAnswer = ({ purpose }: Pick<Notice, 'purpose'>): boolean => PURPOSE_RULES[purpose].asksForAnswer;

/** For marketing, and for what nobody needs to act on. */
const E_MAIL_ALONE: readonly Channel[] = ['email'];

/** How somebody is reached. */
export interface Reachable {
  readonly channels: readonly Channel[];
  /** The end of quiet hours, if the instant is in them. */
  quietUntil(at: Instant): Instant | undefined;
}

/** Whoever has got the lead on call is reached at any hour: they are on duty. */
const isOnCall = (lead: Lead, rep: string): boolean =>
  isOwned(lead) && lead.owner.by === 'on-call' && lead.owner.rep === rep;

/** Undefined for a rep who has left the agreement, and for marketing without an address. */
export const reachableBy = (lead: Lead, notice: Notice, { reps, sla }: Agreement): Reachable | undefined => {
  if (notice.rep === null) {
    return sla.marketing?.email === undefined ? undefined : { channels: E_MAIL_ALONE, quietUntil: () => undefined };
  }
  const rep = reps[notice.rep];
  if (rep === undefined) return undefined;
  const { schedule } = rep;
  const quiet = isOnCall(lead, rep.id) ? undefined : rep.quiet;
  return {
    channels: notice.purpose === 'taken-away' ? E_MAIL_ALONE : rep.channels,
    quietUntil: (at) => (quiet === undefined ? undefined : endOfQuiet(schedule.zone, quiet, at)),
  };
};
