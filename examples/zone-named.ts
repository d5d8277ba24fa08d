import { findZone } from '../shared/agreement/zones/packed-zones.ts';
import type { Zone } from '../shared/domain/time/zone.ts';

/** All that is known of a zone. Throws a RangeError for one that does not exist. */
export const zoneNamed = (name: string): Zone => {
  const zone = findZone(name);
  if (zone === undefined) throw new RangeError(`${name} is no time zone`);
  return { name: zone.name, changes: zone.changes, offsets: zone.offsets };
};
