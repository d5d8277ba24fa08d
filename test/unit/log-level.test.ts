import { afterEach, describe, expect, it, vi } from 'vitest';
import { LogLevel } from '../../shared/contracts/env/common.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  vi.resetModules();
});

/** What is written by a function that is told to log from `level` on, on a Lambda whose own level is INFO. */
const written = async (level: string): Promise<string> => {
  vi.stubEnv('LOG_LEVEL', level);
  vi.stubEnv('AWS_LAMBDA_LOG_LEVEL', 'INFO');
  vi.stubEnv('POWERTOOLS_METRICS_NAMESPACE', 'GoldenHour');
  const lines: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      lines.push(String(chunk));
      return true;
    });
  }
  const { metrics, powertoolsObserver: observer } = await import('../../shared/adapters/aws/powertools-observer.ts');
  observer.info('an info');
  observer.warn('a warning');
  observer.error('an error', new Error('no'));
  observer.count('LeadUnreadable');
  metrics.publishStoredMetrics();
  return lines.join('\n');
};

const SAID: Readonly<Record<LogLevel, readonly string[]>> = {
  DEBUG: ['an info', 'a warning', 'an error'],
  INFO: ['an info', 'a warning', 'an error'],
  WARN: ['a warning', 'an error'],
  ERROR: ['an error'],
};

describe('a function that logs from a level on', () => {
  it.each(LogLevel.options)('says what is of %s or more severe, and every metric', async (level) => {
    const text = await written(level);
    expect(SAID.DEBUG.filter((message) => text.includes(message))).toEqual(SAID[level]);
    expect(text).toContain('"LeadUnreadable":1');
  });
});
