import type { Fields } from '../../condition/condition.ts';
import type { MessageLanguage } from '../../language/message-language.ts';
import type { Reason } from '../../lead/facts.ts';
import type { Activity, RunningClause, Trigger } from '../../lead/lead.ts';
import type { ContactAttempt } from '../../lead/rep-history.ts';
import type { Instant } from '../../time/instant.ts';
import type { Zone } from '../../time/zone.ts';
import type { RepPurpose } from '../../vocabulary/purposes.ts';
import type { Watched } from '../../watch/watch.ts';

/** What a message to a rep, or to their manager, is made of: names resolved, instants in epoch milliseconds. */
export interface Handover {
  readonly purpose: RepPurpose;
  /** Who gets the message, in which language, and the zone of the times in it. */
  readonly to: { readonly name: string; readonly zone: Zone; readonly language: MessageLanguage };
  /** When it is written. */
  readonly now: Instant;
  /** Who owns the lead; owned it, where the message asks for nothing any more. Of a watched lead that nobody owns, nobody: an empty name. */
  readonly owner: { readonly name: string };
  /** Of a lead that was taken away: who took it, where that was a person. */
  readonly taker?: { readonly name: string };
  /** Of a watch: what happened. */
  readonly watched?: Watched;
  /** `email` is the lead's identity, shown where the fields hold no address. */
  readonly lead: { readonly fields: Fields; readonly email: string };
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** What made it hot; absent where nothing counts for it. */
  readonly trigger?: Trigger;
  /** Newest first. */
  readonly activities: readonly Activity[];
  /** Newest first: who tried to reach the person, and did not. */
  readonly attempts: readonly (Omit<ContactAttempt, 'rep'> & { readonly by: string })[];
  /** Newest first: what reps have sent the person. */
  readonly sent: readonly { readonly at: Instant; readonly by: string; readonly title: string }[];
  readonly sendNext: readonly { readonly id: string; readonly title: string; readonly url: string }[];
  /** Names of those who had the lead before its owner. */
  readonly pastOwners: readonly string[];
  /** The clause that runs and when it is due; absent where the message asks for nothing any more. */
  readonly due?: { readonly clause: RunningClause['name']; readonly at: Instant };
  readonly territory: string;
  /** Nobody owns the lead, and a rep shall be alerted by then. Its owner's name means nothing. */
  readonly unowned?: { readonly alertBy: Instant };
  /** Where the lead can be seen and answered. */
  readonly link?: string;
  /** Whether an SMS that asks for an answer may be replied to. */
  readonly takesReplies?: boolean;
}

/** Writes any text in ASCII, as the library any-ascii does. */
export type Transliterate = (text: string) => string;
