/** Instants in the reader's zone, 24 h; seconds are cut off, so a deadline never shows later than it is. */

/** Such as `Tue 14:30`. */
export function shortTime(at: number, timeZone: string): string {
  const part = partsOf(at, timeZone, 'short');
  return `${part.weekday} ${part.hour}:${part.minute}`;
}

/** Such as `3 March 2026, 14:30`. */
export function dateAndTime(at: number, timeZone: string): string {
  const part = partsOf(at, timeZone, 'long');
  return `${part.day} ${part.month} ${part.year}, ${part.hour}:${part.minute}`;
}

/** Such as `Tuesday 3 March 2026, 14:30 (Europe/Berlin)`. */
export function fullTime(at: number, timeZone: string): string {
  return `${partsOf(at, timeZone, 'long').weekday} ${dateAndTime(at, timeZone)} (${timeZone})`;
}

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;

/** Put together from parts because the punctuation between them varies with the version of ICU. */
function partsOf(at: number, timeZone: string, weekday: 'short' | 'long'): Parts {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]));
}
