import type { Observer } from '../shared/ports/observer.ts';

/** A command tells what it did by itself: nobody reads logs and metrics of it. */
export const SILENT: Observer = { info: () => {}, warn: () => {}, error: () => {}, count: () => {}, measure: () => {} };
