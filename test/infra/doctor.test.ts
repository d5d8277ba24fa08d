import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readOutputs } from '../../cli/aws/read-stack.ts';
import { workQueueOf } from '../../cli/dead-letters/open-queues.ts';
import { STACK } from '../../cli/options.ts';
import { Config } from '../../infra/config.ts';
import { ofType, prop, target } from './lookup.ts';
import { buildApp, synth } from './synth.ts';

const Outputs = z.object({ Outputs: z.record(z.string(), z.object({ Value: z.unknown() })) });

const outputs = Outputs.parse(buildApp().synth().getStackByName('GoldenHour').template).Outputs;
const { main } = synth();

const texts = Object.fromEntries(
  Object.entries(outputs).map(([name, { Value }]) => [name, target(Value) ?? JSON.stringify(Value)]),
);

describe('the doctor', () => {
  it('finds by the outputs every queue in which messages wait for a person, and no other', () => {
    const { deadLetterQueues } = readOutputs('GoldenHour', texts);
    // What a function works off has a queue behind it.
    const last = ofType(main, 'AWS::SQS::Queue').filter(([, queue]) => prop(queue, 'RedrivePolicy') === undefined);
    expect(last.length).toBeGreaterThan(10);
    expect(Object.values(deadLetterQueues).toSorted()).toEqual(last.map(([id]) => id).toSorted());
  });

  it('finds by them where each of these is handled, but for what nothing handles', () => {
    const { deadLetterQueues, workQueues } = readOutputs('GoldenHour', texts);
    const unhandled = Object.keys(deadLetterQueues).filter((name) => workQueues[workQueueOf(name)] === undefined);
    expect(unhandled.toSorted()).toEqual([
      'CheckReachUndelivered',
      'ClockUndelivered',
      'MailFiguresUndelivered',
      'PublishEventsFailures',
      'ReconcileSourcesUndelivered',
    ]);
  });

  it('finds the table and the topics of the reps by them', () => {
    expect(Object.keys(outputs)).toEqual(expect.arrayContaining(['BusName', 'TableName', 'RepTopics']));
  });

  it('looks at the stack that a deploy makes, unless told', () => {
    expect(STACK.parse(undefined)).toBe(Config.parse({}).stackName);
  });
});
