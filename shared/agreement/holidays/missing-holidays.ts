import type { Holiday } from '../../ports/holiday-calendar.ts';

interface Missing {
  /** Calendars that have it, with their parts. */
  readonly calendars: readonly string[];
  readonly name: string;
  /** A date, or `MM-DD` of each year. */
  readonly on: string;
  /** The first year, of one that comes each year. */
  readonly since?: number;
}

/** Public holidays that date-holidays 3.37 lacks. A test tells when one of them has come into the package. */
export const MISSING: readonly Missing[] = [
  // A day off by law, beside the federal one that binds only federal employers: British Columbia by Bill 2 of 2023,
  // Manitoba by the Orange Shirt Day Act, Prince Edward Island, the Northwest Territories and Nunavut since 2022.
  { calendars: ['CA-BC', 'CA-YT'], name: 'National Day for Truth and Reconciliation', on: '09-30', since: 2023 },
  { calendars: ['CA-MB'], name: 'Orange Shirt Day', on: '09-30', since: 2024 },
  {
    calendars: ['CA-NT', 'CA-NU', 'CA-PE'],
    name: 'National Day for Truth and Reconciliation',
    on: '09-30',
    since: 2022,
  },
  // For Scotland's first match of the World Cup: gov.uk/bank-holidays.
  { calendars: ['GB-SCT'], name: 'World Cup bank holiday', on: '2026-06-15' },
];

/** Those of a calendar in these years. */
export const missingHolidays = (calendar: string, years: readonly number[]): readonly Holiday[] =>
  MISSING.filter(({ calendars }) => calendars.some((one) => `${calendar}-`.startsWith(`${one}-`))).flatMap(
    ({ name, on, since }) =>
      years
        .map((year) => ({ date: on.length > 5 ? on : `${year}-${on}`, name, year }))
        .filter(({ date, year }) => date.startsWith(`${year}-`) && year >= (since ?? year))
        .map(({ date }) => ({ date, name })),
  );
