import { lambdaHandler, lambdaPorts, openStore, readEnvironment, readRules } from '../../shared/adapters/aws/lambda.ts';
import { FUNCTIONS } from '../../shared/contracts/functions.ts';
import { answerAlert } from './handler.ts';

const { TABLE_NAME } = readEnvironment(FUNCTIONS['answer-alert'].env);

export const handler = lambdaHandler(answerAlert({ ...lambdaPorts, store: openStore(TABLE_NAME), rules: readRules() }));
