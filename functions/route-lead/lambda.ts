import { committing, findingWaiting, loading } from '../../shared/adapters/aws/dynamo-store.ts';
import { lambdaHandler, lambdaPorts, openTable, readEnvironment, readRules } from '../../shared/adapters/aws/lambda.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { routeLead } from './handler.ts';

const { TABLE_NAME } = readEnvironment(FUNCTIONS['route-lead'].env);
const table = openTable(TABLE_NAME);

export const handler = lambdaHandler(
  routeLead({
    ...lambdaPorts,
    store: { ...loading(table), ...committing(table), ...findingWaiting(table) },
    rules: readRules(),
  }),
);
