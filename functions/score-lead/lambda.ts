import { committing, loading } from '../../shared/adapters/aws/dynamo-store.ts';
import { lambdaHandler, lambdaPorts, openTable, readEnvironment, readRules } from '../../shared/adapters/aws/lambda.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { scoreLead } from './handler.ts';

const { TABLE_NAME } = readEnvironment(FUNCTIONS['score-lead'].env);
const table = openTable(TABLE_NAME);

export const handler = lambdaHandler(
  scoreLead({ ...lambdaPorts, store: { ...loading(table), ...committing(table) }, rules: readRules() }),
);
