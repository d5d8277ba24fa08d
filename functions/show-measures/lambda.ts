import { readingHistory } from '../../shared/adapters/aws/dynamo-store.ts';
import { figuresPorts } from '../../shared/adapters/aws/figures-ports.ts';
import { lambdaHandler, openTable, readEnvironment } from '../../shared/adapters/aws/lambda.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { showMeasures } from './handler.ts';

const environment = readEnvironment(FUNCTIONS['show-measures'].env);
const table = openTable(environment.TABLE_NAME);
const ports = figuresPorts(table, environment);

export const handler = lambdaHandler(showMeasures({ ...ports, store: { ...ports.store, ...readingHistory(table) } }));
