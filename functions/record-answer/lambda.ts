import { lambdaHandler, lambdaPorts, openStore, readEnvironment, readRules } from '../../shared/adapters/aws/lambda.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { recordAnswer } from './handler.ts';

const { TABLE_NAME } = readEnvironment(FUNCTIONS['record-answer'].env);

export const handler = lambdaHandler(
  recordAnswer({ ...lambdaPorts, store: openStore(TABLE_NAME), rules: readRules() }),
);
