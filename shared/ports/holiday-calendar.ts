/** Knows which days are public holidays where. Needed when an agreement is compiled, never when leads are handled. */
export interface HolidayCalendar {
  /**
   * Local dates (`YYYY-MM-DD`), rising, of the public holidays in these years. `calendar` is a country of ISO
   * 3166-1, or a part or region of one, such as `DE-BY`; undefined for one that is not known.
   */
  publicHolidays(calendar: string, years: readonly number[]): Promise<readonly string[] | undefined>;
}
