import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type MiniStack, ROOT, startMiniStack } from '../../../local/ministack.ts';
import { freePort } from './free-port.ts';

export interface OwnServer {
  /** For an agreement; it is gone afterwards, with what was synthesized. */
  readonly folder: string;
  /** Once the tests run. */
  server(): MiniStack;
}

/** A local AWS for the tests of one file, whose stack is another than everybody's. To be called in a `describe`. */
export const useOwnServer = (name: string): OwnServer => {
  const folder = mkdtempSync(join(tmpdir(), `golden-hour-${name}-`));
  let started: MiniStack | undefined;
  beforeAll(async () => {
    started = await startMiniStack(await freePort());
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    if (started === undefined) return;
    await started.stop();
    rmSync(join(ROOT, '.local', `cdk-${new URL(started.endpoint).port}`), { recursive: true, force: true });
  });
  return {
    folder,
    server: () => {
      if (started === undefined) throw new Error('the server has not started');
      return started;
    },
  };
};
