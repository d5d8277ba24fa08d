import { figuresPorts } from '../../shared/adapters/aws/figures-ports.ts';
import { lambdaHandler, openTable, readEnvironment } from '../../shared/adapters/aws/lambda.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { mailFigures } from './handler.ts';

const environment = readEnvironment(FUNCTIONS['mail-figures'].env);

export const handler = lambdaHandler(mailFigures(figuresPorts(openTable(environment.TABLE_NAME), environment)));
