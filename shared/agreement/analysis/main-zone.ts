import type { Agreement, TeamMember } from '../../domain/agreement/agreement.ts';
import { UTC, type Zone } from '../../domain/time/zone.ts';

/** The main zone of a team: that of the reps who by their weights have the most of its leads. */
export const mainZoneOf = (team: readonly TeamMember[], reps: Agreement['reps']): Zone => {
  const weights = new Map<string, { readonly zone: Zone; readonly weight: number }>();
  for (const { rep, weight } of team) {
    const zone = reps[rep]?.schedule.zone;
    if (zone === undefined) continue;
    weights.set(zone.name, { zone, weight: (weights.get(zone.name)?.weight ?? 0) + weight });
  }
  const [heaviest] = [...weights.values()].sort((a, b) => b.weight - a.weight);
  return heaviest?.zone ?? UTC;
};
