import { lambdaHandler, lambdaPorts, openStore, readEnvironment, readRules } from '../../shared/adapters/aws/lambda.ts';
import { Env } from '../../shared/contracts/env/route-lead.ts';
import { routeLead } from './handler.ts';

const { TABLE_NAME } = readEnvironment(Env);

export const handler = lambdaHandler(routeLead({ ...lambdaPorts, store: openStore(TABLE_NAME), rules: readRules() }));
