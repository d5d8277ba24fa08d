import { isTree, own } from '../events/json-tree.ts';
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

const CAPABILITY = /^[\w-]{22}$/;

/** A button has its value, a choice the value of what was chosen: `capability reason`. */
const partsOf = (action: unknown): readonly string[] =>
  wordOf(own(action, 'value'), wordOf(own(own(action, 'selected_option'), 'value'))).split(/[ |:]/);

/** Undefined where it is no answer, or of somebody who is no rep of ours. */
export const readSlackAnswer = (form: string, reps: Readonly<Record<string, string>>): SlackAnswer | undefined => {
  const { payload } = readFormBody(form);
  if (typeof payload !== 'string') return undefined;
  let said: unknown;
  try {
    said = JSON.parse(payload);
  } catch {
    return undefined;
  }
  const actions = own(said, 'actions');
  const [action]: readonly unknown[] = Array.isArray(actions) ? actions : [];
  if (own(said, 'type') !== 'block_actions' || !isTree(action)) return undefined;
  const user = own(own(said, 'user'), 'id');
  const [by] = Object.entries(reps).find(([, id]) => id === user) ?? [];
  const answer = own(action, 'action_id');
  const [capability = '', reason] = partsOf(action);
  if (by === undefined || !CAPABILITY.test(capability) || (answer !== 'accept' && answer !== 'reject'))
    return undefined;
  return { capability, answer, ...(reason === undefined || reason === '' ? {} : { reason }), by, via: 'slack' };
};
