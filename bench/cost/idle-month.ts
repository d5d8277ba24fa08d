import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import { synth } from '../../test/infra/synth.ts';
import { LOG_GB, MEMORY_GB, PRICES, SECONDS } from './prices.ts';

const DAYS = 30;
const HOURS = DAYS * 24;
const MINUTES = HOURS * 60;

/** Estimated: Lambda asks each queue by so many requests at once, each of which waits for twenty seconds. */
const POLLERS = 5;
const POLLS_A_MINUTE = 3;

/** Each minute watch-clocks asks sixteen partitions for what is urgent, daily and unpublished, half a unit each. */
const READS_A_TICK = (3 * 16) / 2;

/** Sent by the rule, received and deleted. */
const REQUESTS_A_TICK = 3;

export interface MonthRow {
  readonly what: string;
  readonly count: number;
  readonly cost: number;
}

/** What a deploy takes that is told nothing else: no sources, no sinks, no answers by SMS, no Athena. */
const ALONE = { sources: [], sinks: [] };
const CONFIG = { repliesTopicArn: undefined, athena: undefined };

/** What is charged though no lead comes, counted from the template of an agreement. */
export const idleMonth = (agreement: Agreement): { readonly rows: readonly MonthRow[]; readonly sum: number } => {
  const resources = Object.values(synth({ agreement: { ...agreement, ...ALONE }, config: CONFIG }).all);
  const ofType = (type: string): number => resources.filter(({ Type }) => Type === type).length;
  // The table's stream is read for nothing.
  const queues = resources.filter(
    ({ Type, Properties }) =>
      Type === 'AWS::Lambda::EventSourceMapping' && !JSON.stringify(Properties.EventSourceArn).includes('StreamArn'),
  ).length;
  const invocations = MINUTES + HOURS;
  const row = (what: string, count: number, each: number): MonthRow => ({ what, count, cost: count * each });
  const rows = [
    row('alarms', ofType('AWS::CloudWatch::Alarm'), PRICES.alarm),
    row('requests that find a queue empty', queues * POLLERS * POLLS_A_MINUTE * MINUTES, PRICES.queueRequest),
    row('requests for the ticks of watch-clocks', REQUESTS_A_TICK * MINUTES, PRICES.queueRequest),
    row('read units of watch-clocks', READS_A_TICK * MINUTES, PRICES.readUnit),
    row(
      'invocations of watch-clocks and check-reach',
      invocations,
      PRICES.invocation + SECONDS * MEMORY_GB * PRICES.gigabyteSecond,
    ),
    row('their logs', invocations, LOG_GB * PRICES.logGigabyte),
  ];
  return { rows, sum: rows.reduce((sum, { cost }) => sum + cost, 0) };
};
