import * as z from 'zod';
import { DERIVED_FIELDS } from '../../domain/vocabulary/derived-fields.ts';
import { SOURCE_KINDS } from '../../domain/vocabulary/source-kinds.ts';
import { countryProblem, isCountry } from '../codes/countries.ts';
import { choice } from './choice.ts';
import { mappedValue } from './mapped-value.ts';
import { formed, kebabWord, systemName, timeZone, webAddress } from './values.ts';

const country = z
  .string()
  .refine(isCountry, { error: ({ input }) => countryProblem(String(input)) ?? '' })
  .transform((text) => text.toUpperCase());

const template = z.string().min(1, 'must not be empty');

const source = z.strictObject({
  name: systemName,
  kind: choice(SOURCE_KINDS),
  activity: kebabWord.exactOptional(),
  map: z.record(z.string(), mappedValue).default({}),
  country: country.exactOptional(),
  zone: timeZone.exactOptional(),
  test: choice(['ignore', 'keep']).default('ignore'),
  derive: z.array(choice(DERIVED_FIELDS)).default([]),
  id: template.exactOptional(),
  time: template.exactOptional(),
  secretHeader: formed(/^[A-Za-z0-9-]{1,100}$/, 'expected the name of a header').exactOptional(),
  apiBase: webAddress.exactOptional(),
  writer: formed(/^\w{1,40}$/, 'expected the id of an app or of a user, in quotes').exactOptional(),
  organization: formed(/^\d{1,20}$/, 'expected the number of an organization, in quotes').exactOptional(),
  reconcile: z.boolean().exactOptional(),
  bus: formed(/^[\w./-]{1,256}$/, 'expected the name of an event bus').exactOptional(),
  eventSource: formed(/^[\w./-]{1,256}$/, 'expected the source of events, or how it begins').exactOptional(),
  reps: z.record(z.string(), z.string().min(1, 'must not be empty')).default({}),
});

/** sources.yaml: which systems send leads, and how they are read. The file may be missing. */
export const sourcesFile = z.strictObject({ sources: z.array(source).default([]) });

export type SourcesFile = z.infer<typeof sourcesFile>;
