import type { Import } from './imports.ts';

interface Layer {
  /** The folder that the rule is about; the first that holds a file counts. */
  readonly folder: string;
  /** Folders that it may import from, its own among them if it may. */
  readonly from: readonly string[];
  /** Folders of which it may import types. */
  readonly typesFrom?: readonly string[];
  /** Packages by name, `node:` for those of Node; absent: any. */
  readonly packages?: readonly string[];
}

/** The layers that a function may be made of: all of `shared` but what reads and checks the agreement's files. */
const RUNS_IN_A_FUNCTION = ['domain', 'fields', 'contracts', 'ports', 'adapters', 'pages', 'application'].map(
  (layer) => `shared/${layer}`,
);

/** Who may import whom. A folder that is not here, such as `test`, imports what it likes. */
const LAYERS: readonly Layer[] = [
  { folder: 'shared/domain', from: ['shared/domain'], packages: [] },
  { folder: 'shared/fields', from: ['shared/fields', 'shared/domain'], packages: ['libphonenumber-js', 'node:zlib'] },
  {
    folder: 'shared/contracts',
    from: ['shared/contracts', 'shared/fields', 'shared/domain'],
    packages: ['zod', 'saxes'],
  },
  { folder: 'shared/ports', from: ['shared/ports', 'shared/domain'], packages: [] },
  {
    folder: 'shared/agreement',
    from: ['shared/agreement', 'shared/fields', 'shared/domain', 'shared/ports'],
    packages: [
      'zod',
      'yaml',
      'js-yaml',
      'date-holidays',
      'ical.js',
      'moment-timezone',
      'iso-3166',
      'language-subtag-registry',
      'fastest-levenshtein',
      'node:',
    ],
  },
  { folder: 'shared/adapters', from: ['shared/adapters', 'shared/ports', 'shared/domain', 'shared/contracts'] },
  {
    folder: 'shared/pages',
    from: ['shared/pages', 'shared/domain', 'shared/fields', 'shared/contracts'],
    packages: ['hono', 'aws-lambda', 'node:crypto', '@observablehq/plot', 'linkedom'],
  },
  {
    folder: 'shared/application',
    from: ['shared/application', 'shared/pages', 'shared/contracts', 'shared/fields', 'shared/ports', 'shared/domain'],
    packages: ['aws-lambda', 'any-ascii', 'node:crypto'],
  },
  { folder: 'simulator', from: ['simulator', 'functions', ...RUNS_IN_A_FUNCTION] },
  {
    folder: 'infra',
    from: ['infra', 'shared/contracts', 'shared/domain/vocabulary', 'shared/agreement', 'shared/adapters/node'],
    typesFrom: ['shared/domain', 'shared/ports'],
    packages: ['aws-cdk-lib', 'constructs', 'cdk-nag', 'esbuild', 'zod', 'node:'],
  },
  { folder: 'cli', from: ['cli', 'shared', 'simulator'] },
];

const isIn = (file: string, folder: string): boolean => file.startsWith(`${folder}/`);

/** A function imports itself and what may run in it. */
const layerOf = (file: string): Layer | undefined => {
  const [, name] = /^functions\/([^/]+)\//.exec(file) ?? [];
  if (name !== undefined) return { folder: `functions/${name}`, from: [`functions/${name}`, ...RUNS_IN_A_FUNCTION] };
  return LAYERS.find(({ folder }) => isIn(file, folder));
};

const FOLDERS = ['shared', 'functions', 'simulator', 'infra', 'cli', 'local', 'bench', 'scripts', 'examples', 'test'];

const isFile = (target: string): boolean => FOLDERS.some((folder) => isIn(target, folder)) || target.startsWith('..');

const allows = (layer: Layer, { to, kind }: Import): boolean => {
  if (isFile(to)) {
    const from = kind === 'type' ? [...layer.from, ...(layer.typesFrom ?? [])] : layer.from;
    return from.some((folder) => isIn(to, folder));
  }
  return layer.packages?.some((name) => to === name || (name === 'node:' && to.startsWith(name))) ?? true;
};

/** Imports that the design does not allow, each as `from → to`. */
export const forbiddenImports = (imports: readonly Import[]): readonly string[] =>
  imports.flatMap((one) => {
    const layer = layerOf(one.from);
    if (layer === undefined || allows(layer, one)) return [];
    return [`${one.from} → ${one.to}${one.kind === 'type' ? ' (type)' : ''}`];
  });
