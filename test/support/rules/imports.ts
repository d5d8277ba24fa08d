import path from 'node:path';
import { build, type Loader } from 'esbuild';

export interface Import {
  /** The importing file, from the repository's root. */
  readonly from: string;
  /** A file from the repository's root, `node:` with a name, or a package without its subpath. */
  readonly to: string;
  readonly kind: 'value' | 'type';
}

/** Sources by their path from the repository's root. */
export type Sources = ReadonlyMap<string, string>;

const targetOf = (importer: string, specifier: string): string => {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(importer), specifier);
  if (specifier.startsWith('node:')) return specifier;
  const [scope = '', name = ''] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
};

/** A compiler drops imports of types: as imports of values it shows them. */
const asValues = (source: string): string =>
  source.replace(/^(import|export) type (?=[\w{*])(?![\w]+(<[^\n]*>)? =)/gm, '$1 ');

const loaderOf = (file: string): Loader => (file.endsWith('.tsx') ? 'tsx' : 'ts');

/** What esbuild finds imported, be it by a statement, an export or a call. */
const find = async (
  sources: Sources,
  keepTypes: boolean,
): Promise<readonly (readonly [from: string, to: string])[]> => {
  const found: [string, string][] = [];
  await build({
    entryPoints: [...sources.keys()],
    bundle: true,
    write: false,
    outdir: 'nowhere',
    format: 'esm',
    jsx: 'preserve',
    logLevel: 'silent',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: keepTypes } },
    plugins: [
      {
        name: 'imports',
        setup: ({ onResolve, onLoad }) => {
          onResolve({ filter: /.*/ }, ({ path: specifier, importer, kind }) => {
            // An entry that lies on the disk too is given with `./` before it.
            if (kind === 'entry-point') return { path: path.posix.normalize(specifier), namespace: 'source' };
            found.push([importer, targetOf(importer, specifier)]);
            return { path: specifier, external: true };
          });
          onLoad({ filter: /.*/, namespace: 'source' }, ({ path: file }) => {
            const source = sources.get(file);
            if (source === undefined) throw new Error(`${file} is not among the sources`);
            return { contents: keepTypes ? asValues(source) : source, loader: loaderOf(file) };
          });
        },
      },
    ],
  });
  return found;
};

/** Every import of every source; what is imported only as a type says so. */
export const importsOf = async (sources: Sources): Promise<readonly Import[]> => {
  const [all, values] = await Promise.all([find(sources, true), find(sources, false)]);
  const isValue = new Set(values.map(([from, to]) => `${from} ${to}`));
  const once = new Map(all.map(([from, to]) => [`${from} ${to}`, { from, to }]));
  return [...once].map(([key, found]) => ({ ...found, kind: isValue.has(key) ? 'value' : 'type' }));
};
