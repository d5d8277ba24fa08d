import { basics, openStore, readEnvironment, readRules, serve } from '../../shared/adapters/aws/lambda.ts';
import { Env } from '../../shared/contracts/env/record-answer.ts';
import { recordAnswer } from './handler.ts';

const { TABLE_NAME } = readEnvironment(Env);

export const handler = serve(recordAnswer({ ...basics, store: openStore(TABLE_NAME), rules: readRules() }));
