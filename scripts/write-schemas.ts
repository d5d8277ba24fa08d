import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { factData } from '../shared/contracts/events/facts.ts';
import { inboundEnvelopes } from '../shared/contracts/events/inbound.ts';
import { publishedFact } from '../shared/contracts/events/published-fact.ts';
import { agreementSchemas } from './agreement-schemas/agreement-schemas.ts';
import { withTables } from './agreement-schemas/agreement-tables.ts';

const FOLDER = fileURLToPath(new URL('../docs/events/', import.meta.url));
const REFERENCE = fileURLToPath(new URL('../docs/agreement.md', import.meta.url));
const AGREEMENT_FOLDER = fileURLToPath(new URL('../schemas/agreement/', import.meta.url));

const has = <T extends object>(record: T, name: PropertyKey): name is keyof T => Object.hasOwn(record, name);

const textOf = (title: string, schema: z.core.$ZodType): string => {
  const generated = z.toJSONSchema(schema, {
    // Fields that are not named here are ignored, so none is forbidden.
    io: 'input',
    // A date-time says enough by its format; its pattern is four lines of digits.
    override: ({ jsonSchema }) => {
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
    },
  });
  return `${JSON.stringify({ title, ...generated }, null, 2)}\n`;
};

/** JSON Schemas of every event, by file name: those that producers send, and the facts that come of them. */
export const eventSchemas = (): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    Object.entries(inboundEnvelopes).map(([type, schema]) => [`inbound/${type}.schema.json`, textOf(type, schema)]),
  ),
  ...Object.fromEntries(
    Object.keys(factData)
      .filter((type) => has(factData, type))
      .map((type) => [`facts/${type}.schema.json`, textOf(type, publishedFact(type))]),
  ),
});

const writeAnew = (folder: string, texts: Readonly<Record<string, string>>): void => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(texts)) writeFileSync(`${folder}${name}`, text);
};

if (argv[1] === fileURLToPath(import.meta.url)) {
  for (const kind of ['inbound', 'facts']) {
    rmSync(`${FOLDER}${kind}`, { recursive: true, force: true });
    mkdirSync(`${FOLDER}${kind}`, { recursive: true });
  }
  for (const [name, text] of Object.entries(eventSchemas())) writeFileSync(`${FOLDER}${name}`, text);
  writeAnew(AGREEMENT_FOLDER, agreementSchemas());
  writeFileSync(REFERENCE, withTables(readFileSync(REFERENCE, 'utf8')));
}
