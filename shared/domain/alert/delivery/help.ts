import { HOUR_MS } from '../../time/durations.ts';
import type { Instant } from '../../time/instant.ts';
import type { Inbox } from './inbox.ts';

/** Two that answer each other by themselves shall not go on for ever. */
const HELP = { max: 3, perMs: HOUR_MS };

/** Notes that a reply is about to be helped, once however often it is tried; undefined where that is too many. */
export const recordHelp = (inbox: Inbox, reply: string, now: Instant): Inbox | undefined => {
  const helped = (inbox.helped ?? []).filter(({ at }) => at > now - HELP.perMs);
  if (helped.some((one) => one.reply === reply)) return inbox;
  return helped.length < HELP.max ? { ...inbox, helped: [...helped, { reply, at: now }] } : undefined;
};
