import { SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import { readSinkQueues } from '../../contracts/sinks/sink-queues.ts';
import { createFetchWebCalls, type FetchOptions } from '../node/fetch-web-calls.ts';
import { lambdaPorts, readSinks } from './lambda.ts';
import { powertoolsSinkCounts } from './powertools-observer.ts';
import { createSqsSinkQueues } from './sqs-sink-queues.ts';
import { createSsmSecretStore } from './ssm-secret-store.ts';

/** The environment of every function that tells sinks. */
export interface SinksEnvironment {
  readonly SINK_QUEUES: string;
  readonly SECRETS_PREFIX: string;
}

/** What every function that tells sinks is given on AWS; `calls` says how long it waits for theirs. */
export const lambdaSinkPorts = ({ SINK_QUEUES, SECRETS_PREFIX }: SinksEnvironment, calls: FetchOptions) => ({
  ...lambdaPorts,
  sinks: readSinks(),
  queues: createSqsSinkQueues(new SQSClient({}), readSinkQueues(SINK_QUEUES)),
  counts: powertoolsSinkCounts,
  secrets: createSsmSecretStore({ client: new SSMClient({}), prefix: SECRETS_PREFIX, time: lambdaPorts.time }),
  calls: createFetchWebCalls(calls),
});
