import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the package lies. This file is in its `cli`, and bundled in its `dist`. */
export const PACKAGE_ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
