import { lambdaHandler, lambdaPorts, openStore, readEnvironment, readRules } from '../../shared/adapters/aws/lambda.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { scoreLead } from './handler.ts';

const { TABLE_NAME } = readEnvironment(FUNCTIONS['score-lead'].env);

export const handler = lambdaHandler(scoreLead({ ...lambdaPorts, store: openStore(TABLE_NAME), rules: readRules() }));
