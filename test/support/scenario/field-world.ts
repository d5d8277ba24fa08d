import * as z from 'zod';
import { simulate } from '../../../cli/simulate/simulate.ts';
import { at as instantOf } from '../working-time/schedules.ts';
import { collect, type Line, type Written, writeAgreement, writeFeed } from './what-if.ts';

/** A small agreement of one team, and events as the world sends them: for stories of the command. */

const ALL_DAY = { 'mon-sun': ['00:00-24:00'] };

export const seller = (id: string, more: object = {}): Written['reps'][number] => ({
  id,
  name: id.toUpperCase(),
  email: `${id}@sales.example`,
  timeZone: 'UTC',
  hours: ALL_DAY,
  ...more,
});

const SCORING = {
  hot: 60,
  minimum: ['person.email'],
  fit: [],
  behaviour: {
    halfLife: 'P14D',
    actions: [
      { name: 'asked for a demo', kind: 'demo-requested', points: 60, handRaise: true },
      { name: 'read pricing', kind: 'page-viewed', points: 15, atMost: 90 },
      { name: 'left the list', kind: 'unsubscribed', points: -50 },
    ],
  },
};

const SLA = { alert: { within: 'PT24H' }, accept: { within: 'PT30M', clock: 'working' } };

/** The first rep's team takes all, unless `more` says otherwise. */
export const agreementWith = (reps: Written['reps'], more: Partial<Written> = {}): Written => ({
  scoring: SCORING,
  territories: [{ name: 'All', team: reps.slice(0, 1).map(({ id }) => ({ rep: id })) }],
  reps,
  sla: SLA,
  ...more,
});

let count = 0;

/** What somebody sends at an instant; `metadata` as producers who keep to docs/events write it. */
export const sent = (time: string, type: string, data: object, metadata: object = {}): Line => {
  count += 1;
  const id = `event-${count}`;
  const full =
    Object.keys(metadata).length === 0 ? {} : { metadata: { id, version: 1, occurredAt: time, ...metadata } };
  return { id, source: 'web', time, 'detail-type': type, detail: { ...full, data: { ...data } } };
};

export const captured = (time: string, email: string, more: object = {}, metadata: object = {}): Line =>
  sent(time, 'LeadCaptured', { person: { email }, ...more }, metadata);

export const acted = (time: string, email: string, kind = 'demo-requested', metadata: object = {}): Line =>
  sent(time, 'LeadActivityRecorded', { kind, email }, metadata);

const fact = z.looseObject({
  at: z.string(),
  type: z.string(),
  email: z.string().nullish(),
  data: z.looseObject({}).optional(),
});
export type Told = z.infer<typeof fact>;

/** All that the simulation of these lines tells, in order. */
export const told = async (agreement: Written, lines: readonly Line[], until?: string): Promise<readonly Told[]> => {
  const options = { agreement: writeAgreement(agreement), events: writeFeed(lines), json: true, seed: 1 };
  const text = await collect((stdout) =>
    simulate({ ...options, ...(until === undefined ? {} : { until: instantOf(until) }) }, stdout),
  );
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => fact.parse(JSON.parse(line)));
};

/** When a clause of a lead is due, each time that it started. */
export const dueOf = (facts: readonly Told[], email: string, clause = 'accept'): readonly unknown[] =>
  facts
    .filter(({ type, data, email: whose }) => type === 'ClockStarted' && data?.clause === clause && whose === email)
    .map(({ data }) => data?.dueAt);
