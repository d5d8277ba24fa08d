import { basics, openStore, readEnvironment, readRules, serve } from '../../shared/adapters/aws/lambda.ts';
import { Env } from '../../shared/contracts/env/answer-alert.ts';
import { answerAlert } from './handler.ts';

const { TABLE_NAME } = readEnvironment(Env);

export const handler = serve(answerAlert({ ...basics, store: openStore(TABLE_NAME), rules: readRules() }));
