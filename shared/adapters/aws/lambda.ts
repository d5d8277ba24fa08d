import { readFileSync } from 'node:fs';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import middy, { type MiddlewareObj } from '@middy/core';
import type { Context } from 'aws-lambda';
import * as z from '../../contracts/zod.ts';
import type { ReportTerms } from '../../domain/measures/terms.ts';
import { createRules, type Rules } from '../../domain/rules.ts';
import type { Sink } from '../../domain/sink/sink.ts';
import type { Source } from '../../domain/source/source.ts';
import { randomIds } from '../node/random-ids.ts';
import {
  readCompiledAgreement,
  readShippedSinks,
  readShippedSources,
  readShippedTerms,
  SHIPPED,
} from '../node/shipped-agreement.ts';
import { systemTime } from '../node/system-time.ts';
import type { DynamoStoreOptions } from './dynamo-store.ts';
import { codeOf, logger, metrics, powertoolsObserver } from './powertools-observer.ts';

/** A function's environment is not what it needs: the stack and the function are of different versions. */
export class WrongEnvironment extends Error {
  readonly code = 'WRONG_ENVIRONMENT';
  constructor(problems: string) {
    super(`The function's environment is wrong; deploy the stack of this version. ${problems}`);
    this.name = 'WrongEnvironment';
  }
}

/** Reads the environment as the function's schema has it; infra has parsed it by the same one. */
export const readEnvironment = <S extends z.ZodMiniType>(schema: S): z.output<S> => {
  const parsed = schema.safeParse(process.env);
  if (!parsed.success) throw new WrongEnvironment(z.prettifyError(parsed.error));
  return parsed.data;
};

/** What every function is given on AWS. */
export const lambdaPorts = { time: systemTime, ids: randomIds, observer: powertoolsObserver };

export const openTable = (tableName: string): DynamoStoreOptions => ({ client: new DynamoDBClient({}), tableName });

const readBeside = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');

/** The agreement as it was checked and compiled at synth, from the file beside the function's code. */
export const readRules = (): Rules =>
  createRules(readCompiledAgreement(readBeside(SHIPPED.agreement.file), readBeside(SHIPPED.agreement.digest)));

/** What figures are told by, from the file beside the function's code. */
export const readTerms = (): ReportTerms =>
  readShippedTerms(readBeside(SHIPPED.terms.file), readBeside(SHIPPED.terms.digest));

/** What other systems send, from the file beside the function's code. */
export const readSources = (): readonly Source[] =>
  readShippedSources(readBeside(SHIPPED.sources.file), readBeside(SHIPPED.sources.digest));

/** Which other systems are told, from the file beside the function's code. */
export const readSinks = (): readonly Sink[] =>
  readShippedSinks(readBeside(SHIPPED.sinks.file), readBeside(SHIPPED.sinks.digest));

const publish = (): void => {
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
};

/** Powertools' own middleware warns at each call that counted nothing. */
const publishMetrics: MiddlewareObj = {
  before: () => metrics.captureColdStartMetric(),
  after: publish,
  onError: publish,
};

/** What Lambda is told of an error: it writes the message into the log, and a library's may quote personal data. */
export class FunctionFailed extends Error {
  readonly code: string;
  constructor(error: unknown) {
    const code = codeOf(error);
    super(`${code}: the log line before this one tells where`);
    this.name = 'FunctionFailed';
    this.code = code;
  }
}

/** The pipeline of every function: its context in each log line, its metrics written at the end. */
export const lambdaHandler = <E, R>(handle: (event: E) => Promise<R>): ((event: E, context: Context) => Promise<R>) => {
  const handler = middy<E, R>()
    .use(injectLambdaContext(logger))
    .use(publishMetrics)
    .handler(async (event) => {
      try {
        return await handle(event);
      } catch (error) {
        powertoolsObserver.error('The function failed', error);
        throw new FunctionFailed(error);
      }
    });
  return (event, context) => handler(event, context);
};
