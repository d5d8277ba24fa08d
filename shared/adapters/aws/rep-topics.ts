import { GetParametersCommand, type SSMClient } from '@aws-sdk/client-ssm';
import { RepTopics } from '../../contracts/rep-topics.ts';
import type { TopicOf } from './senders/email.ts';

/** GetParameters takes so many names. */
const MAX_NAMES = 10;

/** All that the parameters hold: rep id, or `MARKETING`, to topic ARN. */
export const readRepTopics = async (
  client: SSMClient,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const topics = new Map<string, string>();
  for (let first = 0; first < names.length; first += MAX_NAMES) {
    const Names = names.slice(first, first + MAX_NAMES);
    const { Parameters = [] } = await client.send(new GetParametersCommand({ Names }));
    for (const { Value = '{}' } of Parameters) {
      for (const [rep, topic] of Object.entries(RepTopics.parse(JSON.parse(Value)))) topics.set(rep, topic);
    }
  }
  return topics;
};

/** Reads the reps' topics once, when the first e-mail goes out; a read that failed is tried again by the next. */
export const createRepTopics = (client: SSMClient, names: readonly string[]): TopicOf => {
  let reading: Promise<ReadonlyMap<string, string>> | undefined;
  return async (rep) => {
    reading ??= readRepTopics(client, names);
    try {
      return (await reading).get(rep);
    } catch (error) {
      reading = undefined;
      throw error;
    }
  };
};
