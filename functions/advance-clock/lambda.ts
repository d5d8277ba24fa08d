import { SFNClient } from '@aws-sdk/client-sfn';
import type { SQSEvent } from 'aws-lambda';
import { createAwsClocks } from '../../shared/adapters/aws/aws-clocks.ts';
import { committing, loading } from '../../shared/adapters/aws/dynamo-store.ts';
import { lambdaHandler, lambdaPorts, openTable, readEnvironment, readRules } from '../../shared/adapters/aws/lambda.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { advanceClock, recheckClock } from './handler.ts';

const { TABLE_NAME, CLOCK_ARN } = readEnvironment(FUNCTIONS['advance-clock'].env);
const table = openTable(TABLE_NAME);
const clocks = createAwsClocks({ client: new SFNClient({}), stateMachineArn: CLOCK_ARN });
const ports = { ...lambdaPorts, store: { ...loading(table), ...committing(table) }, rules: readRules(), clocks };
const clock = advanceClock(ports);
const rechecks = recheckClock(ports);

const isQueue = (event: object): event is SQSEvent => 'Records' in event;

/** Fed by a queue with clocks and looks; called by clocks that started before they had a queue. */
export const handler = lambdaHandler(async (event: object) => (isQueue(event) ? rechecks(event) : clock(event)));
