import type { Interval } from '../../domain/time/interval.ts';
import type { Zone } from '../../domain/time/zone.ts';

/** The zone with no more than its changes in an interval of instants: what a deploy needs to carry. */
export const zoneWithin = ({ name, changes, offsets }: Zone, { from, to }: Interval): Zone => {
  const first = changes.filter((at) => at < from).length;
  const end = changes.filter((at) => at < to).length;
  return { name, changes: changes.slice(first, end), offsets: offsets.slice(first, end + 1) };
};
