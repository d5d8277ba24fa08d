/** What the benchmark calls of a package that has no types of its own. */
declare module 'moment-business-time' {
  import type { Moment } from 'moment';

  /** Its functions change the moment that they are called on. */
  export interface WorkingMoment extends Moment {
    addWorkingTime(amount: number, unit: 'minutes'): WorkingMoment;
    subtractWorkingTime(amount: number, unit: 'minutes'): WorkingMoment;
    /** Working time from the other to this one. */
    workingDiff(other: Moment, unit: 'minutes'): number;
  }

  interface LocaleHours {
    /** By day of the week, Sunday first: `HH:MM:SS`, opening and closing in turn. */
    readonly workinghours: Readonly<Record<number, readonly string[] | null>>;
    /** `YYYY-MM-DD`. */
    readonly holidays: readonly string[];
  }

  interface WorkingMoments {
    (instant: number): WorkingMoment;
    updateLocale(locale: string, hours: LocaleHours): unknown;
  }

  const moment: WorkingMoments;
  export default moment;
}
