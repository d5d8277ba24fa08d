import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { LogLevel } from '../../contracts/env/common.ts';
import * as z from '../../contracts/zod.ts';
import type { Observer } from '../../ports/observer.ts';
import type { SinkCounts, SinkMetric } from '../../ports/sink-counts.ts';
import type { SourceCounts, SourceMetric } from '../../ports/source-counts.ts';

/**
 * Below this level nothing is logged. Powertools would go by Lambda's own level, which has to stay at INFO: Lambda takes
 * a line without a level, such as one with metrics, for INFO.
 */
const lowest = z.catch(LogLevel, 'INFO').parse(process.env.LOG_LEVEL);

const isLogged = (level: LogLevel): boolean => LogLevel.options.indexOf(level) >= LogLevel.options.indexOf(lowest);

export const logger = new Logger();
export const metrics = new Metrics();

/** What may be told of any error. */
export const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'UNKNOWN';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
};

/**
 * Logs and metrics of AWS. Of an error its code and the stack's places are logged, not its message: a
 * message of a library may quote what it was given.
 */
export const powertoolsObserver: Observer = {
  info: (message, fields = {}) => {
    if (isLogged('INFO')) logger.info(message, { ...fields });
  },
  warn: (message, fields = {}) => {
    if (isLogged('WARN')) logger.warn(message, { ...fields });
  },
  error: (message, error, fields = {}) => {
    const places =
      error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')) : [];
    logger.error(message, { ...fields, code: codeOf(error), places: places.slice(0, 8).map((place) => place.trim()) });
  },
  count: (metric, value = 1) => metrics.addMetric(metric, MetricUnit.Count, value),
  measure: (metric, milliseconds) => metrics.addMetric(metric, MetricUnit.Milliseconds, milliseconds),
};

/** Once for all, and once by the name of one. */
const countsBy = (dimension: 'source' | 'sink') => ({
  count: (metric: SourceMetric | SinkMetric, name: string): void => {
    metrics.addMetric(metric, MetricUnit.Count, 1);
    metrics.singleMetric().addDimension(dimension, name).addMetric(metric, MetricUnit.Count, 1);
  },
});

export const powertoolsSourceCounts: SourceCounts = countsBy('source');
export const powertoolsSinkCounts: SinkCounts = countsBy('sink');
