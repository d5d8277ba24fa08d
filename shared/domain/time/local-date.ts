import { DAY_MS } from './durations.ts';

/** Whether it is `YYYY-MM-DD`, a day that there is. */
export const isDate = (text: string): boolean => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
};

/** As a local day from 1970-01-01; undefined where it is no date. */
export const dayOf = (text: string): number | undefined => (isDate(text) ? Date.parse(text) / DAY_MS : undefined);
