import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file of an installed package, whether or not the package exports it. */
export const fileOf = (name: string, path: string): string =>
  fileURLToPath(new URL(`../../node_modules/${name}/${path}`, import.meta.url));

export const jsonOf = (name: string, path: string): unknown => JSON.parse(readFileSync(fileOf(name, path), 'utf8'));

export const linesOf = (name: string, path: string): readonly string[] =>
  readFileSync(fileOf(name, path), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
