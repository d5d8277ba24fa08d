export interface Holiday {
  /** Local, `YYYY-MM-DD`. */
  readonly date: string;
  /** In English where it has an English name. */
  readonly name: string;
}

/** Knows which days are public holidays where. Needed when an agreement is compiled, never when leads are handled. */
export interface HolidayCalendar {
  /**
   * The public holidays in these years, each date once, rising. `calendar` is a country of ISO 3166-1, or a part or
   * region of one, such as `DE-BY`; undefined for one that is not known.
   */
  publicHolidays(calendar: string, years: readonly number[]): Promise<readonly Holiday[] | undefined>;
}
