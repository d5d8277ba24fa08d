import type { Fields } from '../domain/condition/condition.ts';
import { LOCALES, type MessageLanguage } from '../domain/language/message-language.ts';
import type { Instant } from '../domain/time/instant.ts';

/** What clocks show where somebody is. */
export interface TheirTime {
  /** Such as `09:12`. */
  readonly clock: string;
  /** Such as `Tuesday`. */
  readonly weekday: string;
}

/** Node 20 has them as a property, later ones as a method. */
interface WithZones {
  readonly timeZones?: readonly string[];
  readonly getTimeZones?: () => readonly string[];
}

const timeIn = (timeZone: string, at: Instant, language: MessageLanguage): TheirTime => {
  const parts = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone,
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  return { clock: `${part('hour')}:${part('minute')}`, weekday: part('weekday') };
};

const zonesOf = (country: string): readonly string[] => {
  const locale: Intl.Locale & WithZones = new Intl.Locale('und', { region: country });
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
};

const timeOf = (fields: Fields, at: Instant, language: MessageLanguage): TheirTime | undefined => {
  const { 'location.timeZone': zone, 'location.country': country } = fields;
  if (typeof zone === 'string') return timeIn(zone, at, language);
  const [first, ...others] = typeof country === 'string' ? zonesOf(country) : [];
  if (first === undefined) return undefined;
  const time = timeIn(first, at, language);
  const isSame = (other: TheirTime): boolean => other.clock === time.clock && other.weekday === time.weekday;
  return others.every((other) => isSame(timeIn(other, at, language))) ? time : undefined;
};

/**
 * By the lead's zone, or by the country where all of it has the same time now. The runtime's zones are good enough for
 * what is shown once; nothing is decided by them. Undefined where it is not known.
 */
export const theirTime = (fields: Fields, at: Instant, language: MessageLanguage): TheirTime | undefined => {
  try {
    return timeOf(fields, at, language);
  } catch (error) {
    // A zone or a country that the runtime does not know.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};
