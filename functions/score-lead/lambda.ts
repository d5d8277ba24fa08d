import { lambdaHandler, lambdaPorts, openStore, readEnvironment, readRules } from '../../shared/adapters/aws/lambda.ts';
import { Env } from '../../shared/contracts/env/score-lead.ts';
import { scoreLead } from './handler.ts';

const { TABLE_NAME } = readEnvironment(Env);

export const handler = lambdaHandler(scoreLead({ ...lambdaPorts, store: openStore(TABLE_NAME), rules: readRules() }));
