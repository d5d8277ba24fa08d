import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { wakeText } from '../../contracts/clock-wake.ts';
import type { RunningClock } from '../../domain/clock/next-recheck.ts';
import type { Clocks } from '../../ports/clocks.ts';

export interface AwsClocksOptions {
  readonly client: SFNClient;
  readonly stateMachineArn: string;
}

/** The same for the same instant of the same clock, so that a message which comes twice starts one. */
const executionName = ({ leadId, clause, attempt, dueAt }: RunningClock): string =>
  `${leadId}-${clause}-${attempt}-${dueAt}`;

/** Executions of the state machine that waits. */
export const createAwsClocks = ({ client, stateMachineArn }: AwsClocksOptions): Clocks => ({
  start: async (clock) => {
    try {
      const name = executionName(clock);
      await client.send(new StartExecutionCommand({ stateMachineArn, name, input: wakeText(clock) }));
    } catch (error) {
      // It runs, or has run within the last 90 days.
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  },
});
