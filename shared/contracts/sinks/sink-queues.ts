import { RECEIVES } from '../../domain/sink/retries.ts';

/** How often a message of a sink is received before it is dead. */
export const SINK_RECEIVES = RECEIVES.length;

/** Which sink a queue is of, and its address. */
export interface SinkQueue {
  readonly sink: string;
  readonly url: string;
}

/** As a variable of the environment has them: neither a name nor an address has a space or a comma. */
export const sinkQueuesText = (queues: readonly SinkQueue[]): string =>
  queues.map(({ sink, url }) => `${sink} ${url}`).join(',');

export const readSinkQueues = (text: string): readonly SinkQueue[] =>
  text.split(',').map((one) => {
    const [sink = '', url = ''] = one.split(' ');
    return { sink, url };
  });

/** A queue's ARN and its address end with its name. */
export const queueName = (arnOrUrl: string): string => arnOrUrl.split(/[:/]/).at(-1) ?? '';
