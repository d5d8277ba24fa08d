import { committing, loading } from '../../shared/adapters/aws/dynamo-store.ts';
import { lambdaHandler, openTable, readEnvironment, readRules } from '../../shared/adapters/aws/lambda.ts';
import { lambdaSinkPorts } from '../../shared/adapters/aws/lambda-sinks.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { SECOND_MS } from '../../shared/domain/time/durations.ts';
import { writeCrm } from './handler.ts';

const environment = readEnvironment(FUNCTIONS['write-crm'].env);
const table = openTable(environment.TABLE_NAME);

export const handler = lambdaHandler(
  writeCrm({
    ...lambdaSinkPorts(environment, { timeoutMs: 10 * SECOND_MS }),
    store: { ...loading(table), ...committing(table) },
    rules: readRules(),
  }),
);
