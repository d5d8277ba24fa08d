import { lambdaHandler, lambdaPorts, openStore, readEnvironment, readRules } from '../../shared/adapters/aws/lambda.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { routeLead } from './handler.ts';

const { TABLE_NAME } = readEnvironment(FUNCTIONS['route-lead'].env);

export const handler = lambdaHandler(routeLead({ ...lambdaPorts, store: openStore(TABLE_NAME), rules: readRules() }));
