import { ExecutionAlreadyExists, SFNClient, type StartExecutionCommandInput } from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import { createAwsClocks } from '../../shared/adapters/aws/aws-clocks.ts';
import { clockWake } from '../../shared/contracts/clock-wake.ts';
import { HOUR_MS } from '../../shared/domain/time/durations.ts';

const NOW = Date.parse('2026-11-16T09:00:00Z');
const CLOCK = { leadId: 'one', clause: 'accept', attempt: 2, dueAt: NOW + HOUR_MS } as const;

/** What Step Functions is asked, which answers every call alike. */
const asked = (answer: () => object = () => ({})) => {
  const inputs: StartExecutionCommandInput[] = [];
  const client = new SFNClient({ region: 'us-east-1' });
  client.middlewareStack.add(
    () =>
      async ({ input }) => {
        inputs.push({ stateMachineArn: undefined, ...input });
        return { output: { $metadata: {}, ...answer() }, response: {} };
      },
    { step: 'initialize' },
  );
  return { inputs, clocks: createAwsClocks({ client, stateMachineArn: 'arn:clock' }) };
};

describe('a clock on AWS', () => {
  it('is an execution that runs on its wake', async () => {
    const { clocks, inputs } = asked();
    await clocks.start(CLOCK);
    const { clause, attempt } = CLOCK;
    expect(inputs).toEqual([expect.objectContaining({ stateMachineArn: 'arn:clock' })]);
    expect(clockWake.parse(JSON.parse(inputs[0]?.input ?? ''))).toEqual({
      leadId: 'one',
      data: { clause, attempt, dueAt: '2026-11-16T10:00:00.000Z' },
    });
  });

  it('has the same name for the same instant, and for no other', async () => {
    const { clocks, inputs } = asked();
    for (const attempt of [1, 1, 2]) await clocks.start({ ...CLOCK, attempt });
    await clocks.start({ ...CLOCK, attempt: 1, dueAt: NOW + 2 * HOUR_MS });
    const names = inputs.map(({ name }) => name);
    expect(names[0]).toMatch(/^[\w-]{1,80}$/);
    expect(names[1]).toBe(names[0]);
    expect(new Set(names).size).toBe(3);
  });

  it('is content with an execution that there is already', async () => {
    const { clocks, inputs } = asked(() => {
      throw new ExecutionAlreadyExists({ message: 'it exists', $metadata: {} });
    });
    await clocks.start(CLOCK);
    expect(inputs).toHaveLength(1);
  });

  it('fails where AWS does not take it, so that the message comes again', async () => {
    const { clocks } = asked(() => {
      throw new Error('throttled');
    });
    await expect(clocks.start(CLOCK)).rejects.toThrow('throttled');
  });
});
