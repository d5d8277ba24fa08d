import { statSync } from 'node:fs';
import { readAgreement as read } from '../shared/agreement/read-agreement.ts';
import type { Agreement } from '../shared/domain/agreement/agreement.ts';
import { UsageError } from './usage.ts';

/**
 * Loads and checks the agreement in a folder; `year` is about when its holidays are needed, `from` (epoch
 * milliseconds) when the year begins for which its hours must do: the start of `year` if left out.
 */
export const readAgreement = async (folder: string, year: number, from?: number): Promise<Agreement> => {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`${folder} is not a folder`);
  return read(folder, year, from);
};
