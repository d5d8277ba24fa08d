import type { Import } from './imports.ts';

/**
 * The rooms of the domain, from the ground up: a folder, or a file that lies beside the folders. A room imports
 * itself and the floors below its own; rooms of one floor do not know each other.
 */
export const DOMAIN_FLOORS: readonly (readonly string[])[] = [
  ['vocabulary', 'time', 'condition', 'statistics', 'mail'],
  ['duty', 'language', 'watch'],
  ['agreement'],
  ['lead', 'sharing', 'territory', 'forecast', 'calibrate', 'source'],
  ['scoring', 'clock', 'alert', 'measures', 'sink'],
  ['rules.ts', 'pass'],
  ['routing'],
  ['documents.ts', 'effects'],
  ['capture', 'answer', 'privacy', 'recount'],
  ['suggestions'],
];

/** The room of a file of the domain. */
export const roomOf = (file: string): string | undefined => /^shared\/domain\/([^/]+)/.exec(file)?.[1];

const floorOf = (room: string): number => DOMAIN_FLOORS.findIndex((rooms) => rooms.includes(room));

/** Imports of the domain that do not go down, each as `from → to`; a room that is on no floor is told too. */
export const climbingImports = (imports: readonly Import[]): readonly string[] =>
  imports.flatMap(({ from, to }) => {
    const [above, below] = [roomOf(from), roomOf(to)];
    if (above === undefined || below === undefined || above === below) return [];
    const goesDown = floorOf(below) >= 0 && floorOf(below) < floorOf(above);
    return goesDown ? [] : [`${from} → ${to}`];
  });

/** Files that import each other, directly or by way of others: one way round each circle that is found. */
export const circlesOf = (imports: readonly Import[]): readonly string[] => {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to]);
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) circles.push([...path.slice(start), file].join(' → '));
    if (start >= 0 || done.has(file)) return;
    for (const target of targets.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of [...targets.keys()].toSorted()) visit(file, []);
  return circles;
};
