import { figuresPorts } from '../../shared/adapters/aws/figures-ports.ts';
import { lambdaHandler, readEnvironment } from '../../shared/adapters/aws/lambda.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { mailFigures } from './handler.ts';

export const handler = lambdaHandler(mailFigures(figuresPorts(readEnvironment(FUNCTIONS['mail-figures'].env))));
