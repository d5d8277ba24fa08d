import { lambdaHandler, readEnvironment } from '../../shared/adapters/aws/lambda.ts';
import { lambdaSinkPorts } from '../../shared/adapters/aws/lambda-sinks.ts';
import { nodeDigests } from '../../shared/adapters/node/node-digests.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { SECOND_MS } from '../../shared/domain/time/durations.ts';
import { sendWebhook } from './handler.ts';

const environment = readEnvironment(FUNCTIONS['send-webhook'].env);

export const handler = lambdaHandler(
  sendWebhook({
    ...lambdaSinkPorts(environment, { timeoutMs: 15 * SECOND_MS, longest: 64_000 }),
    digests: nodeDigests,
  }),
);
