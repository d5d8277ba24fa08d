import { lambdaHandler, lambdaPorts, openStore, readEnvironment, readRules } from '../../shared/adapters/aws/lambda.ts';
import { Env } from '../../shared/contracts/env/answer-alert.ts';
import { answerAlert } from './handler.ts';

const { TABLE_NAME } = readEnvironment(Env);

export const handler = lambdaHandler(answerAlert({ ...lambdaPorts, store: openStore(TABLE_NAME), rules: readRules() }));
