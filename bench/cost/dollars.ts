import type { Use } from './count-run.ts';
import { LOG_GB, MEMORY_GB, PRICES, SECONDS } from './prices.ts';

/** A message is sent, received and deleted. */
export const REQUESTS_OF_MESSAGE = 3;

/** What was used, in dollars by service. */
export const dollarsOf = (use: Use): Readonly<Record<string, number>> => ({
  DynamoDB: use.writeUnits * PRICES.writeUnit + use.readUnits * PRICES.readUnit,
  'Step Functions': use.states * PRICES.state,
  EventBridge: use.busEvents * PRICES.busEvent,
  SQS: use.queueMessages * REQUESTS_OF_MESSAGE * PRICES.queueRequest,
  Lambda: use.invocations * (PRICES.invocation + SECONDS * MEMORY_GB * PRICES.gigabyteSecond),
  SNS: use.publishes * PRICES.publish,
  Logs: use.invocations * LOG_GB * PRICES.logGigabyte,
});

export const sumOf = (dollars: Readonly<Record<string, number>>): number =>
  Object.values(dollars).reduce((sum, one) => sum + one, 0);
