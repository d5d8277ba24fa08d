import { createHash } from 'node:crypto';
import * as z from '../../contracts/zod.ts';
import type { Agreement } from '../../domain/agreement/agreement.ts';
import type { ReportTerms } from '../../domain/measures/terms.ts';
import type { Source } from '../../domain/source/source.ts';

/** Beside each function's code that decides by the agreement. */
export const AGREEMENT_FILE = 'agreement.json';
export const DIGEST_FILE = 'agreement.sha256';
/** Beside the code of those that tell figures: the report's terms. */
export const TERMS_FILE = 'terms.json';
export const TERMS_DIGEST_FILE = 'terms.sha256';

/** Beside the code of those that other systems' requests come to. */
export const SOURCES_FILE = 'sources.json';
export const SOURCES_DIGEST_FILE = 'sources.sha256';

/** SHA-256 in hexadecimal. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const shipped = <T>(file: string, text: string, digest: string): T =>
  z
    .custom<T>(() => digestOf(text) === digest, `${file} is not the file that was deployed: deploy again`)
    .parse(JSON.parse(text));

/**
 * Reads the agreement that synth has checked, compiled and shipped. Checking 10,000 territories again at
 * each cold start would say nothing new: it is enough that the file is the one that was written then.
 */
export const readCompiledAgreement = (text: string, digest: string): Agreement => shipped(AGREEMENT_FILE, text, digest);

/** The same of report.yaml. */
export const readShippedTerms = (text: string, digest: string): ReportTerms => shipped(TERMS_FILE, text, digest);

/** The same of sources.yaml. */
export const readShippedSources = (text: string, digest: string): readonly Source[] =>
  shipped(SOURCES_FILE, text, digest);
