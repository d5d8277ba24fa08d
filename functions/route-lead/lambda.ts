import { basics, openStore, readEnvironment, readRules, serve } from '../../shared/adapters/aws/lambda.ts';
import { Env } from '../../shared/contracts/env/route-lead.ts';
import { routeLead } from './handler.ts';

const { TABLE_NAME } = readEnvironment(Env);

export const handler = serve(routeLead({ ...basics, store: openStore(TABLE_NAME), rules: readRules() }));
