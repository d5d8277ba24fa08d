import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SSMClient } from '@aws-sdk/client-ssm';
import { committing, loading } from '../../shared/adapters/aws/dynamo-store.ts';
import { createEventBridgeSourceBus } from '../../shared/adapters/aws/event-bridge-source-bus.ts';
import {
  lambdaHandler,
  lambdaPorts,
  openTable,
  readEnvironment,
  readSources,
} from '../../shared/adapters/aws/lambda.ts';
import { powertoolsSourceCounts } from '../../shared/adapters/aws/powertools-observer.ts';
import { createSsmSecretStore } from '../../shared/adapters/aws/ssm-secret-store.ts';
import { createFetchWebCalls } from '../../shared/adapters/node/fetch-web-calls.ts';
import { nodeDigests } from '../../shared/adapters/node/node-digests.ts';
import { unpacked } from '../../shared/adapters/node/packed.ts';
import { fetchBy } from '../../shared/application/receiving/fetch-lead.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { readReceivedMessage } from '../../shared/contracts/sources/received-message.ts';
import { SECOND_MS } from '../../shared/domain/time/durations.ts';
import { translateLead } from './handler.ts';

const { TABLE_NAME, BUS_NAME, SECRETS_PREFIX } = readEnvironment(FUNCTIONS['translate-lead'].env);
const table = openTable(TABLE_NAME);
const secrets = createSsmSecretStore({ client: new SSMClient({}), prefix: SECRETS_PREFIX, time: lambdaPorts.time });
const counts = powertoolsSourceCounts;

export const handler = lambdaHandler(
  translateLead({
    ...lambdaPorts,
    sources: readSources(),
    store: { ...loading(table), ...committing(table) },
    sourceBus: createEventBridgeSourceBus(new EventBridgeClient({}), BUS_NAME),
    digests: nodeDigests,
    fetch: fetchBy({ calls: createFetchWebCalls({ timeoutMs: 10 * SECOND_MS }), secrets, counts }),
    counts,
    readMessage: (body) => readReceivedMessage(body, unpacked),
    ignore: (_, source) => {
      if (source !== undefined) counts.count('RequestIgnored', source.name);
    },
  }),
);
