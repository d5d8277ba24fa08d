import { Env } from '../../shared/contracts/env/score-lead.ts';
import { basics, openStore, readEnvironment, readRules, serve } from '../../shared/runtime/lambda.ts';
import { scoreLead } from './handler.ts';

const { TABLE_NAME } = readEnvironment(Env);

export const handler = serve(scoreLead({ ...basics, store: openStore(TABLE_NAME), rules: readRules() }));
