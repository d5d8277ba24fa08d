import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { isOwned } from '../shared/domain/lead/lead.ts';
import type { Store } from '../shared/ports/store.ts';
import { loadLeads } from './owners.ts';

const LOOK_MS = 2_000;
const PATIENCE_MS = 900_000;
/** What a call of CloudWatch Logs answers at most. */
const MOST_EVENTS = 10_000;

const Events = z.object({ events: z.array(z.object({ message: z.string() })) });

/** Of the metrics that a function writes into its log; what was counted several times is a list. */
const Counted = z.object({ CommitConflict: z.union([z.number(), z.array(z.number())]) });

const conflictsIn = (line: string): number => {
  const [json] = /\{.*\}/s.exec(line) ?? [];
  if (json === undefined || !line.includes('"CommitConflict"')) return 0;
  const { CommitConflict } = Counted.parse(JSON.parse(json));
  return [CommitConflict].flat().reduce((sum, count) => sum + count, 0);
};

/** MiniStack checks no signature, so that the SDK of CloudWatch Logs need not be there. */
const loggedNow = async (endpoint: string, logGroupName: string): Promise<number> => {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'Logs_20140328.FilterLogEvents' },
    body: JSON.stringify({ logGroupName, limit: MOST_EVENTS }),
  });
  const { events } = Events.parse(await response.json());
  if (events.length >= MOST_EVENTS) throw new Error(`${logGroupName} has more lines than are read`);
  return events.reduce((sum, { message }) => sum + conflictsIn(message), 0);
};

/** The conflicts that a deployed function has logged as metrics, once it says no more. */
export const conflictsLogged = async (endpoint: string, logGroup: string): Promise<number> => {
  for (let before = await loggedNow(endpoint, logGroup); ; ) {
    await sleep(LOOK_MS);
    const now = await loggedNow(endpoint, logGroup);
    if (now === before) return now;
    before = now;
  }
};

/** Waits until every lead has an owner. */
export const untilOwned = async (store: Store, ids: readonly string[]): Promise<void> => {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(LOOK_MS)) {
    const leads = await loadLeads(store, ids);
    if ([...leads.values()].filter(isOwned).length === ids.length) return;
  }
  throw new Error('The deployed stack did not route all leads in time');
};
