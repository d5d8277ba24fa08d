import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const nearestWithFunctions = (folder: string): string =>
  existsSync(join(folder, 'functions')) ? folder : nearestWithFunctions(dirname(folder));

/** This package's folder, from the sources and from dist alike: the functions are bundled from their sources. */
export const PACKAGE_FOLDER = nearestWithFunctions(dirname(fileURLToPath(import.meta.url)));
