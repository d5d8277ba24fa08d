import type { Agreement } from '../agreement/agreement.ts';
import { teamsFor } from './teams.ts';

/**
 * For each rep, the territories whose leads may come to them, by their own team or by overflow. A rep without
 * a limit to open leads is no more free after losing one: nobody waits for that.
 */
export const createWaitlists = (agreement: Agreement): ((rep: string) => readonly string[]) => {
  const lines = new Map<string, Set<string>>();
  for (const territory of agreement.territories) {
    for (const { team } of teamsFor(territory, agreement.territories)) {
      for (const { rep } of team) {
        if (agreement.reps[rep]?.capacity.open === undefined) continue;
        lines.set(rep, (lines.get(rep) ?? new Set()).add(territory.name));
      }
    }
  }
  return (rep) => [...(lines.get(rep) ?? [])];
};

/** The territories whose leads may come to a rep, by their own team or by overflow. */
export const territoriesServedBy = (rep: string, { territories }: Agreement): readonly string[] =>
  territories
    .filter((territory) =>
      teamsFor(territory, territories).some(({ team }) => team.some((member) => member.rep === rep)),
    )
    .map(({ name }) => name);
