import { config } from 'zod/mini';
import en from 'zod/v4/locales/en.js';

// zod's small build has no words for its issues, and whoever sent a refused event reads them. package.json names this
// file among those with side effects, so that no bundler leaves the line out.
config(en());

// biome-ignore lint/performance/noBarrelFile: it stands in for the whole of zod/mini
export * from 'zod/mini';
