import type { Agreement, Territory } from '../agreement/agreement.ts';
import type { Duty } from '../duty/duty.ts';

const named = new WeakMap<readonly Territory[], ReadonlyMap<string, Territory>>();

/** A territory by its name. An agreement does not change, so its names are gone through once. */
export const territoryNamed = (territories: readonly Territory[], name: string): Territory | undefined => {
  const known = named.get(territories) ?? new Map(territories.map((territory) => [territory.name, territory]));
  named.set(territories, known);
  return known.get(name);
};

/** The territory's team and, in order, those that help out. */
export const teamsFor = (territory: Territory, territories: readonly Territory[]): readonly Territory[] => {
  const teams = [territory];
  let next = territory.overflow;
  while (next !== undefined && !teams.some(({ name }) => name === next)) {
    const overflow = territoryNamed(territories, next);
    if (overflow === undefined) break;
    teams.push(overflow);
    next = overflow.overflow;
  }
  return teams;
};

/** The duty that takes the territory's leads when nobody of its teams can. */
export const dutyOf = ({ onCall }: Territory, { duties }: Pick<Agreement, 'duties'>): Duty | undefined =>
  onCall === undefined ? undefined : duties[onCall];
