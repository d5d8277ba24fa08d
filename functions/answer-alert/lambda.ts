import { committing, findingOwned, loading, readingHistory } from '../../shared/adapters/aws/dynamo-store.ts';
import { lambdaHandler, lambdaPorts, openTable, readEnvironment, readRules } from '../../shared/adapters/aws/lambda.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { answerAlert } from './handler.ts';

const { TABLE_NAME } = readEnvironment(FUNCTIONS['answer-alert'].env);
const table = openTable(TABLE_NAME);

export const handler = lambdaHandler(
  answerAlert({
    ...lambdaPorts,
    store: { ...loading(table), ...committing(table), ...findingOwned(table), ...readingHistory(table) },
    rules: readRules(),
  }),
);
