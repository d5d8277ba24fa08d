import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const names = z.record(z.string(), z.string()).default({});

const Manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  dependencies: names,
  devDependencies: names,
  peerDependencies: names,
});

export const readManifest = (folder: string): z.output<typeof Manifest> =>
  Manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
