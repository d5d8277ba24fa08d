import type { SlackText } from '../domain/alert/channels/slack/compose-slack.ts';
import type { Posted } from '../domain/alert/channels/slack/posted.ts';

/** Writes anew what was posted. `later`: nothing was changed, and asking again may help; `refused`: it will not. */
export interface ChatUpdates {
  update(message: Posted, text: SlackText): Promise<'done' | 'later' | 'refused'>;
}
