import { createHash } from 'node:crypto';
import * as z from '../../contracts/zod.ts';
import type { Agreement } from '../../domain/agreement/agreement.ts';

/** Beside each function's code that decides by the agreement. */
export const AGREEMENT_FILE = 'agreement.json';
export const DIGEST_FILE = 'agreement.sha256';

/** SHA-256 in hexadecimal. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Reads the agreement that synth has checked, compiled and shipped. Checking 10,000 territories again at
 * each cold start would say nothing new: it is enough that the file is the one that was written then.
 */
export const readCompiledAgreement = (text: string, digest: string): Agreement =>
  z
    .custom<Agreement>(
      () => digestOf(text) === digest,
      'agreement.json is not the file that was deployed: deploy again',
    )
    .parse(JSON.parse(text));
