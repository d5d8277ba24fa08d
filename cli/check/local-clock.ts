/** Minutes of the local day, as hours in reps.yaml are written: `09:30`. */
export const localClock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
