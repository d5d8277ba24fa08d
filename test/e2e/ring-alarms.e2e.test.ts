import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  type MetricAlarm,
  PutMetricDataCommand,
  paginateDescribeAlarms,
} from '@aws-sdk/client-cloudwatch';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { clientConfig } from '../../local/clients.ts';

const { endpoint } = inject('deployed');
const client = new CloudWatchClient(clientConfig(endpoint));
afterAll(() => client.destroy());

/* By name after whoever asks whether alarms are quiet. MiniStack looks at alarms whenever a value comes. */

const alarmsNow = async (): Promise<readonly MetricAlarm[]> => {
  const alarms: MetricAlarm[] = [];
  for await (const { MetricAlarms = [] } of paginateDescribeAlarms({ client }, {})) alarms.push(...MetricAlarms);
  return alarms;
};

const stateOf = async (name: string): Promise<string | undefined> =>
  (await client.send(new DescribeAlarmsCommand({ AlarmNames: [name] }))).MetricAlarms?.[0]?.StateValue;

/** A value at which the alarm is due: silence is told by none at all, or too little. */
const dueAt = ({ ComparisonOperator: operator, Threshold: threshold = 0 }: MetricAlarm): number => {
  if (operator === 'LessThanThreshold') return threshold - 1;
  return operator === 'GreaterThanThreshold' ? threshold + 1 : threshold;
};

const alarms = await alarmsNow();

describe('the alarms of the deployed stack', () => {
  it('are there, each with a runbook and somebody whom it tells', () => {
    expect(alarms.length).toBeGreaterThan(40);
    const silent = alarms.filter(({ AlarmActions = [] }) => AlarmActions.length === 0);
    expect(silent.map(({ AlarmName }) => AlarmName)).toEqual([]);
    const lost = alarms.filter(({ AlarmDescription = '' }) => !AlarmDescription.includes('docs/runbooks/'));
    expect(lost.map(({ AlarmName }) => AlarmName)).toEqual([]);
  });

  it.each(alarms)('ring: $AlarmDescription', async (alarm) => {
    const { AlarmName = '', Namespace, MetricName, Dimensions } = alarm;
    const datum = { MetricName, Dimensions, Value: dueAt(alarm), Timestamp: new Date() };
    await client.send(new PutMetricDataCommand({ Namespace, MetricData: [datum] }));
    expect(await stateOf(AlarmName)).toBe('ALARM');
  });
});
