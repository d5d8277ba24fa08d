import { Env } from '../../shared/contracts/env/record-answer.ts';
import { basics, openStore, readEnvironment, readRules, serve } from '../../shared/runtime/lambda.ts';
import { recordAnswer } from './handler.ts';

const { TABLE_NAME } = readEnvironment(Env);

export const handler = serve(recordAnswer({ ...basics, store: openStore(TABLE_NAME), rules: readRules() }));
