import type { Instant } from '../../../domain/time/instant.ts';
import { instantOf as instantInZone, type Zone } from '../../../domain/time/zone.ts';
import { wordOf } from '../read-body.ts';
import { instantOf } from './instant-of.ts';

const LOCAL = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?$/;

/** An instant, or a time of a zone that says no offset. */
export const localInstant = (value: unknown, zone: Zone): Instant | undefined => {
  const [, date, time = '00:00'] = LOCAL.exec(wordOf(value).trim()) ?? [];
  if (date === undefined) return instantOf(value);
  const local = Date.parse(`${date}T${time}Z`);
  return Number.isNaN(local) ? undefined : instantInZone(zone, local);
};
