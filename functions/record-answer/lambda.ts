import { lambdaHandler, lambdaPorts, openStore, readEnvironment, readRules } from '../../shared/adapters/aws/lambda.ts';
import { Env } from '../../shared/contracts/env/record-answer.ts';
import { recordAnswer } from './handler.ts';

const { TABLE_NAME } = readEnvironment(Env);

export const handler = lambdaHandler(
  recordAnswer({ ...lambdaPorts, store: openStore(TABLE_NAME), rules: readRules() }),
);
