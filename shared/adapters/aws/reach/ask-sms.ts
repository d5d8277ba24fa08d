import { type CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import {
  GetSMSAttributesCommand,
  paginateListOriginationNumbers,
  paginateListPhoneNumbersOptedOut,
  type SNSClient,
} from '@aws-sdk/client-sns';
import { FIRST_LIMIT, type Spending } from '../../../domain/alert/reach/account.ts';
import type { Instant } from '../../../domain/time/instant.ts';

const DAY_S = 86_400;

export const askOptedOut = async (client: SNSClient): Promise<ReadonlySet<string>> => {
  const numbers = new Set<string>();
  for await (const { phoneNumbers = [] } of paginateListPhoneNumbersOptedOut({ client }, {})) {
    for (const number of phoneNumbers) numbers.add(number);
  }
  return numbers;
};

/** The metric rises from the first of the month on, and has no value before the first SMS. */
export const askSpending = async (sns: SNSClient, cloudWatch: CloudWatchClient, now: Instant): Promise<Spending> => {
  const today = new Date(now);
  const [{ attributes }, { Datapoints = [] }] = await Promise.all([
    sns.send(new GetSMSAttributesCommand({ attributes: ['MonthlySpendLimit'] })),
    cloudWatch.send(
      new GetMetricStatisticsCommand({
        Namespace: 'AWS/SNS',
        MetricName: 'SMSMonthToDateSpentUSD',
        StartTime: new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), 1)),
        EndTime: today,
        Period: DAY_S,
        Statistics: ['Maximum'],
      }),
    ),
  ]);
  const limit = Number(attributes?.MonthlySpendLimit ?? FIRST_LIMIT);
  return { limit, spent: Math.max(0, ...Datapoints.map(({ Maximum = 0 }) => Maximum)) };
};

export const askOrigins = async (client: SNSClient): Promise<ReadonlySet<string>> => {
  const countries = new Set<string>();
  for await (const { PhoneNumbers = [] } of paginateListOriginationNumbers({ client }, {})) {
    for (const { Iso2CountryCode, Status, NumberCapabilities } of PhoneNumbers) {
      const sends = Status?.toUpperCase() === 'ACTIVE' && NumberCapabilities?.includes('SMS') !== false;
      if (sends && Iso2CountryCode !== undefined) countries.add(Iso2CountryCode);
    }
  }
  return countries;
};
