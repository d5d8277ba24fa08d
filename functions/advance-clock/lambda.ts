import type { SQSEvent } from 'aws-lambda';
import { committing, loading } from '../../shared/adapters/aws/dynamo-store.ts';
import { lambdaHandler, lambdaPorts, openTable, readEnvironment, readRules } from '../../shared/adapters/aws/lambda.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { advanceClock, recheckClock } from './handler.ts';

const { TABLE_NAME } = readEnvironment(FUNCTIONS['advance-clock'].env);
const table = openTable(TABLE_NAME);
const ports = { ...lambdaPorts, store: { ...loading(table), ...committing(table) }, rules: readRules() };
const clock = advanceClock(ports);
const rechecks = recheckClock(ports);

const isQueue = (event: object): event is SQSEvent => 'Records' in event;

/** Called by the state machine with a clock, and by a queue with looks. */
export const handler = lambdaHandler(async (event: object) => (isQueue(event) ? rechecks(event) : clock(event)));
