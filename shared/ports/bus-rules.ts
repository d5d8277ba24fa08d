import type { FactEvent } from '../domain/lead/fact-event.ts';
import { factBytes, mostBytes } from './item-size.ts';

/** Ours, and not AWS's: a bus takes 1 MB, and every subscriber that reads from a queue of 256 KB can still follow. */
export const MAX_FACT_BYTES = 256 * 1024;

/** PutEvents takes so many entries. */
export const FACTS_A_CALL = 10;

/** Source, type, time and the name of the bus. */
export const ENTRY_BYTES = 256;

/** About what the fact takes as an entry on the bus. */
export const entryBytes = (event: FactEvent): number => factBytes(event) + ENTRY_BYTES;

/** Whether a bus takes it. A store commits no other, for what is committed has to be published. */
export const fitsBus = (event: FactEvent): boolean =>
  mostBytes(event) + ENTRY_BYTES <= MAX_FACT_BYTES || entryBytes(event) <= MAX_FACT_BYTES;
