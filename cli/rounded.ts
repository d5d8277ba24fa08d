/** As the documents that commands print write them: numbers of things to two decimals, rates to four. */

export const hundredths = (value: number): number => Math.round(value * 100) / 100;

export const rate = (value: number): number => Math.round(value * 10_000) / 10_000;

export const orNull = (value: number | null, shown: (value: number) => number): number | null =>
  value === null ? null : shown(value);
