import { Env } from '../../shared/contracts/env/answer-alert.ts';
import { basics, openStore, readEnvironment, readRules, serve } from '../../shared/runtime/lambda.ts';
import { answerAlert } from './handler.ts';

const { TABLE_NAME } = readEnvironment(Env);

export const handler = serve(answerAlert({ ...basics, store: openStore(TABLE_NAME), rules: readRules() }));
