import * as z from '../../contracts/zod.ts';
import type { SlackWorkspace } from '../../domain/alert/reach/account.ts';
import { callSlack, NO_SUCH_MEMBER, NOT_CONNECTED, type SlackAccess } from './slack-api.ts';

/** Slack did not say what was asked. */
export class SlackNotAsked extends Error {
  readonly code = 'SLACK_NOT_ASKED';
  constructor(error: string) {
    super(`Slack answered ${error}: whether its members are reached is not known`);
    this.name = 'SlackNotAsked';
  }
}

const member = z.object({ user: z.object({ deleted: z._default(z.boolean(), false) }) });

/** Whether the token works, and of each member whether they are there. Throws SlackNotAsked, NotAnswered, SecretUnreadable. */
export const askSlack = async (ids: readonly string[], ports: SlackAccess): Promise<SlackWorkspace> => {
  const test = await callSlack('auth.test', { args: {}, schema: z.object({}) }, ports);
  if (test.state === 'refused' && NOT_CONNECTED.has(test.error)) return { mayWrite: false, members: new Map() };
  if (test.state !== 'ok') throw new SlackNotAsked(test.state === 'later' ? 'ratelimited' : test.error);
  const members = new Map<string, 'here' | 'gone'>();
  for (const id of ids) {
    const reply = await callSlack('users.info', { args: { user: id }, schema: member }, ports);
    if (reply.state === 'ok') members.set(id, reply.body.user.deleted ? 'gone' : 'here');
    // Whom it tells nothing of stays out: such as where the app may not read members.
    else if (reply.state === 'refused' && NO_SUCH_MEMBER.has(reply.error)) members.set(id, 'gone');
  }
  return { mayWrite: true, members };
};
