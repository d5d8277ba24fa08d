import type { Agreement, Territory } from '../agreement/agreement.ts';
import { teamsFor } from './teams.ts';

/** Who is turned to for a territory: its own manager, or that of the first of its team who has one. */
export const managerOfTerritory = ({ manager, team }: Territory, { reps }: Agreement): string | undefined =>
  manager ?? team.map(({ rep }) => reps[rep]?.manager).find((one) => one !== undefined);

/** Whether somebody is a manager of anybody, or of a territory. */
export const isManager = (id: string, { reps, territories }: Agreement): boolean =>
  Object.values(reps).some(({ manager }) => manager === id) || territories.some(({ manager }) => manager === id);

/**
 * The managers that may be turned to for a territory's lead, each once: `first`, who is above them, and so on up; then
 * the other managers of the territory's team and of those that help out. Ends where managers are said to report to each
 * other.
 */
export const managersInOrder = (
  territory: Territory,
  first: string | undefined,
  { reps, territories }: Agreement,
): readonly string[] => {
  const order = new Set<string>();
  const climb = (from: string | undefined): void => {
    for (let next = from; next !== undefined && !order.has(next); next = reps[next]?.manager) order.add(next);
  };
  climb(first);
  for (const one of teamsFor(territory, territories)) {
    climb(one.manager);
    for (const { rep } of one.team) climb(reps[rep]?.manager);
  }
  return [...order];
};
