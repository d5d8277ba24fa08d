import { StoreError } from '../../ports/store-error.ts';
import { loadRoutable } from './load-routable.ts';
import { type RoutingTask, routeInOneCommit, type TogetherOptions } from './route-in-one-commit.ts';

const isRefused = (error: unknown): error is StoreError =>
  error instanceof StoreError && (error.code === 'commit-failed' || error.code === 'too-large');

/** Each by itself, in the same order. What cannot be written is told and left where it is; nobody waits behind it. */
const routeOneByOne = async (ids: readonly string[], task: RoutingTask, options: TogetherOptions): Promise<boolean> => {
  const { observer } = task.ports;
  const failures: { readonly leadId: string; readonly error: StoreError }[] = [];
  const leads = await loadRoutable(ids, task.ports);
  let oneWaits = false;
  for (const { lead } of leads) {
    const behindOthers: boolean = options.behindOthers === true || oneWaits;
    try {
      oneWaits = (await routeInOneCommit([lead.id], task, { ...options, behindOthers })) || oneWaits;
    } catch (error) {
      if (!isRefused(error)) throw error;
      failures.push({ leadId: lead.id, error });
    }
  }
  // When nothing at all can be written, that is no lead's fault: the message comes again.
  const outage =
    failures.length === leads.length ? failures.find(({ error }) => error.code !== 'too-large') : undefined;
  if (outage !== undefined) throw outage.error;
  for (const { leadId, error } of failures)
    observer.error('A lead cannot be written, and is set aside', error, { leadId });
  if (failures.length > 0) observer.count('LeadSetAside', failures.length);
  return oneWaits;
};

/**
 * Decides leads together, oldest first, as far as they can be written: where one of them keeps the others from being
 * committed, each is decided by itself. Answers whether one of them still waits.
 */
export const routeTogether = async (
  ids: readonly string[],
  task: RoutingTask,
  options: TogetherOptions = {},
): Promise<boolean> => {
  try {
    return await routeInOneCommit(ids, task, options);
  } catch (error) {
    if (!isRefused(error)) throw error;
    return routeOneByOne(ids, task, options);
  }
};
