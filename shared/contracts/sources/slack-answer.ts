import { isTree, own } from '../events/json-tree.ts';
import { jsonText } from '../json-text.ts';
import { readFormBody, wordOf } from './read-body.ts';

/** What somebody answered by a button of a message in Slack. */
export interface SlackAnswer {
  /** Of the link that the button stands for. */
  readonly capability: string;
  readonly answer: 'accept' | 'reject';
  readonly reason?: string;
  /** The rep who pressed it. */
  readonly by: string;
  readonly via: 'slack';
}

/** What is read of a button that somebody pressed, or of a choice that they made. */
export interface SlackInteraction {
  /** Their member id. */
  readonly user: string;
  readonly capability: string;
  readonly answer: SlackAnswer['answer'];
  readonly reason?: string;
  /** Where whoever pressed it can be told something; an address of Slack's. */
  readonly responseUrl?: string;
}

/** A button has its value, a choice the value of what was chosen: `capability reason`. */
const VALUE = /^([\w-]{22})(?:[ |:](.+))?$/s;

/** Nobody else is told what became of an answer. */
const SLACK_URL = /^https:\/\/(?:[\w-]+\.)*slack(?:-gov)?\.com\//;

/** Undefined where it is no answer: Slack tells of links that were opened, too. */
export const readSlackInteraction = (form: string): SlackInteraction | undefined => {
  const { payload } = readFormBody(form);
  const said = jsonText.safeParse(payload).data;
  const actions = own(said, 'actions');
  const [action]: readonly unknown[] = Array.isArray(actions) ? actions : [];
  if (own(said, 'type') !== 'block_actions' || !isTree(action)) return undefined;
  const user = wordOf(own(own(said, 'user'), 'id'));
  const answer = own(action, 'action_id');
  const value = wordOf(own(action, 'value'), wordOf(own(own(action, 'selected_option'), 'value')));
  const [, capability, reason] = VALUE.exec(value) ?? [];
  if (user === '' || capability === undefined || (answer !== 'accept' && answer !== 'reject')) return undefined;
  const responseUrl = wordOf(own(said, 'response_url'));
  return {
    ...{ user, capability, answer },
    ...(reason === undefined ? {} : { reason }),
    ...(SLACK_URL.test(responseUrl) ? { responseUrl } : {}),
  };
};

/** Undefined where it is no answer, or of somebody who is no rep of ours. */
export const readSlackAnswer = (form: string, reps: Readonly<Record<string, string>>): SlackAnswer | undefined => {
  const said = readSlackInteraction(form);
  if (said === undefined) return undefined;
  const [by] = Object.entries(reps).find(([, id]) => id === said.user) ?? [];
  if (by === undefined) return undefined;
  const { capability, answer, reason } = said;
  return { capability, answer, ...(reason === undefined ? {} : { reason }), by, via: 'slack' };
};
