import { figuresPorts } from '../../shared/adapters/aws/figures-ports.ts';
import { lambdaHandler, readEnvironment } from '../../shared/adapters/aws/lambda.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { showMeasures } from './handler.ts';

export const handler = lambdaHandler(showMeasures(figuresPorts(readEnvironment(FUNCTIONS['show-measures'].env))));
