import type { SQSEvent } from 'aws-lambda';
import { basics, openStore, readEnvironment, readRules, serve } from '../../shared/adapters/aws/lambda.ts';
import { Env } from '../../shared/contracts/env/advance-clock.ts';
import { advanceClock, lookAtClock } from './handler.ts';

const { TABLE_NAME } = readEnvironment(Env);
const ports = { ...basics, store: openStore(TABLE_NAME), rules: readRules() };
const clock = advanceClock(ports);
const looks = lookAtClock(ports);

const isQueue = (event: object): event is SQSEvent => 'Records' in event;

/** Called by the state machine with a clock, and by a queue with looks. */
export const handler = serve(async (event: object) => (isQueue(event) ? looks(event) : clock(event)));
