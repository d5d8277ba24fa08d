import { readingHistory } from '../../shared/adapters/aws/dynamo-store.ts';
import { lambdaHandler, lambdaPorts, openTable, readEnvironment, readRules } from '../../shared/adapters/aws/lambda.ts';
import { keepingMeasured } from '../../shared/adapters/aws/measured-store.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { keepMeasures } from './handler.ts';

const { TABLE_NAME } = readEnvironment(FUNCTIONS['keep-measures'].env);
const table = openTable(TABLE_NAME);

export const handler = lambdaHandler(
  keepMeasures({
    ...lambdaPorts,
    store: readingHistory(table),
    measured: keepingMeasured(table),
    rules: readRules(),
  }),
);
