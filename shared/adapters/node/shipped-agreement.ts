import { createHash } from 'node:crypto';
import * as z from '../../contracts/zod.ts';
import type { Agreement } from '../../domain/agreement/agreement.ts';
import type { ReportTerms } from '../../domain/measures/terms.ts';
import type { Sink } from '../../domain/sink/sink.ts';
import type { Source } from '../../domain/source/source.ts';

/** Which file a function reads beside its code, and its digest. */
export const SHIPPED = {
  /** Of those that decide by it. */
  agreement: { file: 'agreement.json', digest: 'agreement.sha256' },
  /** Of those that tell figures: the report's terms. */
  terms: { file: 'terms.json', digest: 'terms.sha256' },
  /** Of those that other systems' requests come to. */
  sources: { file: 'sources.json', digest: 'sources.sha256' },
  /** Of those that tell other systems. */
  sinks: { file: 'sinks.json', digest: 'sinks.sha256' },
} as const;

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
export const readCompiledAgreement = (text: string, digest: string): Agreement =>
  shipped(SHIPPED.agreement.file, text, digest);

/** The same of report.yaml. */
export const readShippedTerms = (text: string, digest: string): ReportTerms =>
  shipped(SHIPPED.terms.file, text, digest);

/** The same of sources.yaml. */
export const readShippedSources = (text: string, digest: string): readonly Source[] =>
  shipped(SHIPPED.sources.file, text, digest);

/** The same of sinks.yaml. */
export const readShippedSinks = (text: string, digest: string): readonly Sink[] =>
  shipped(SHIPPED.sinks.file, text, digest);
