import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type FreshCopy, makeFreshCopy } from '../docs/fresh-copy.ts';

const Listing = z.array(
  z.object({ filename: z.string(), size: z.number(), files: z.array(z.object({ path: z.string() })) }),
);

/** What `npm publish` would send away, made of the sources as they are. */
export interface Packed {
  readonly tarball: string;
  /** In bytes. */
  readonly size: number;
  /** Paths of what is in it. */
  readonly files: readonly string[];
  /** The same, unpacked. */
  readonly folder: string;
  remove(): void;
}

const must = (copy: FreshCopy, script: string): string => {
  const { code, output } = copy.run(script);
  if (code !== 0) throw new Error(`${script} ended with ${code}:\n${output}`);
  return output;
};

export const pack = (): Packed => {
  // Not built: packing has to do that.
  const copy = makeFreshCopy({ built: false });
  must(copy, 'npm pack --json > ../packed.json 2> ../packing.log');
  const [packed] = Listing.parse(JSON.parse(must(copy, 'cat ../packed.json')));
  if (packed === undefined) throw new Error('npm packed nothing');
  const top = join(copy.folder, '..', 'unpacked');
  mkdirSync(top);
  must(copy, `tar xzf ${packed.filename} -C ${top}`);
  return {
    tarball: join(copy.folder, packed.filename),
    size: packed.size,
    files: packed.files.map(({ path }) => path),
    folder: join(top, 'package'),
    remove: copy.remove,
  };
};
